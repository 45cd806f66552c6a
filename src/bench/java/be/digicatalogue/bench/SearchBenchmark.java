package be.digicatalogue.bench;

import be.digicatalogue.fact.Language;
import be.digicatalogue.question.Parameters;
import be.digicatalogue.index.SearchIndex;
import be.digicatalogue.index.SearchQuestion;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The first page of a search: a name, a word that many records have, and one with a typing error. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(value = 1, jvmArgs = "-Xmx8g")
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
public class SearchBenchmark {

    @Param({"1000", "100000"})
    public int points;

    @Param({"kortrijk", "digipunt gent", "bibliotheeck genk"})
    public String q;

    private SearchIndex index;
    private Map<String, List<String>> parameters;

    @Setup
    public void generate() {
        index = Generated.catalogue(points).search();
        parameters = Map.of("q", List.of(q));
    }

    @Benchmark
    public Object search() {
        return index.search(Parameters.read(Parameters.Face.REST, parameters, SearchQuestion::read), Language.NL);
    }
}
