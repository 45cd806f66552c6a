package be.digicatalogue.bench;

import be.digicatalogue.hours.OpeningHours;
import java.time.Instant;
import java.util.List;
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

/** What opening hours say about one moment after another: of an ordinary week, and where holidays and months count. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class HoursBenchmark {

    private static final long FIRST = Instant.parse("2026-01-01T00:00:00Z").getEpochSecond();
    private static final long STEP_SECONDS = 4_567;

    @Param({"Mo,We-Fr 10:00-12:00,13:00-17:00; Tu 13:00-17:00", "Apr-Sep Mo-Sa 09:00-19:00; Oct-Mar Mo-Sa 09:00-17:00; PH off"})
    public String osm;

    private OpeningHours hours;
    private long second = FIRST;

    @Setup
    public void parse() {
        hours = OpeningHours.parse(osm, List.of());
    }

    @Benchmark
    public Object at() {
        second += STEP_SECONDS;
        return hours.at(Instant.ofEpochSecond(second));
    }
}
