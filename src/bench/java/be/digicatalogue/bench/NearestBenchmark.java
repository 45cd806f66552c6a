package be.digicatalogue.bench;

import be.digicatalogue.digibank.ServicePointType;
import be.digicatalogue.digibank.ServicePoints;
import be.digicatalogue.question.Parameters;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
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

/** The first page of the nearest service points from random origins, for filters that keep all, 25, 1 and 0.01 percent. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(value = 1, jvmArgs = "-Xmx8g")
@Warmup(iterations = 8, time = 2)
@Measurement(iterations = 5, time = 2)
public class NearestBenchmark {

    private static final int ORIGINS = 1_000;
    private static final ZonedDateTime NOW = ZonedDateTime.parse("2026-11-20T12:00+01:00[Europe/Brussels]");

    @Param({"100000", "1000000"})
    public int points;

    @Param({"open-helpdesk", "training", "repair", "wifi"})
    public String service;

    private ServicePoints servicePoints;
    private List<Map<String, List<String>>> questions;
    private int next;

    @Setup
    public void generate() {
        servicePoints = Generated.catalogue(points).of(ServicePointType.TYPE);
        var random = new Random(7);
        questions = new ArrayList<>();
        for (int i = 0; i < ORIGINS; i++) {
            questions.add(Map.of(
                    "lat", List.of(String.format(Locale.ROOT, "%.5f", 50.75 + 0.6 * random.nextDouble())),
                    "lon", List.of(String.format(Locale.ROOT, "%.5f", 2.7 + 2.9 * random.nextDouble())),
                    "service", List.of(service)));
        }
    }

    /** From the parameters as they are sent to the page that was found. */
    @Benchmark
    public Object nearest() {
        next = (next + 1) % ORIGINS;
        var question = Parameters.read(
                Parameters.Face.REST,
                questions.get(next),
                parameters -> servicePoints.question(parameters, NOW));
        return servicePoints.answer(question);
    }
}
