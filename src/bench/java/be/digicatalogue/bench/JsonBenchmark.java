package be.digicatalogue.bench;

import be.digicatalogue.digibank.ServicePointType;
import be.digicatalogue.catalogue.Catalogue;
import be.digicatalogue.fact.Language;
import be.digicatalogue.fact.Digest;
import be.digicatalogue.http.Json;
import be.digicatalogue.http.View;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Twenty service points as JSON: out of pieces that were written before, and the entity tag of that. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class JsonBenchmark {

    private static final int PAGE = 20;
    private static final ZonedDateTime NOW = ZonedDateTime.parse("2026-11-20T12:00+01:00[Europe/Brussels]");

    private Catalogue catalogue;
    private List<?> page;
    private byte[] written;

    @Setup
    public void generate() {
        catalogue = Generated.catalogue(1_000);
        page = catalogue.of(ServicePointType.TYPE).all().subList(0, PAGE);
        written = page();
    }

    @Benchmark
    public byte[] page() {
        return Json.write(page, new View(catalogue, "https://example.org", Language.NL, NOW));
    }

    @Benchmark
    public Object tag() {
        return Digest.of(written);
    }
}
