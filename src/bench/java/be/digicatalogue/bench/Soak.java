package be.digicatalogue.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;

/**
 * Asks a service for a long time while revisions are published, and looks at every answer: it succeeded, and what it says
 * belongs to the revision that it names. Each publication gives a record another mark, so that all answers of one revision
 * that show the record must show the same mark. Arguments: address, token of an editor, requests, minutes at most, seconds
 * between publications. Ends with 1 when any answer was wrong.
 */
public final class Soak {

    private static final int CONNECTIONS = 32;
    private static final String MARKED = "/admin/v1/service-points/gent-bib-de-krook";

    private static final Pattern MARK = Pattern.compile("Ronde (\\d+)\\.");
    private static final List<String> REPEATED = List.of(
            "/v1/service-points/gent-bib-de-krook",
            "/v1/service-points?q=krook",
            "/v1/guide?postalCode=9000",
            "/v1/service-points?postalCode=9000&service=open-helpdesk",
            "/v1/partners?province=limburg");
    private static final String QUERY =
            "{\"query\":\"{ catalogue { revision } servicePoint(id: \\\"gent-bib-de-krook\\\") { name remark } }\"}";

    private final URI service;
    private final String token;
    private final long most;
    private final HttpClient http;
    private final AtomicLong asked = new AtomicLong();
    private final AtomicLong answered = new AtomicLong();
    private final AtomicLong wrong = new AtomicLong();
    private final AtomicLong publications = new AtomicLong();
    /** What was seen in the answers of a revision. */
    private final Map<String, String> markOfRevision = new ConcurrentHashMap<>();

    private final CountDownLatch lanes = new CountDownLatch(CONNECTIONS);
    private volatile boolean enough;

    private Soak(Vertx vertx, URI service, String token, long most) {
        this.service = service;
        this.token = token;
        this.most = most;
        http = vertx.createHttpClient(new HttpClientOptions().setMaxPoolSize(CONNECTIONS + 1));
    }

    public static void main(String... arguments) throws Exception {
        var vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
        var soak = new Soak(vertx, URI.create(arguments[0]), arguments[1], Long.parseLong(arguments[2]));
        boolean right = soak.run(
                vertx, Duration.ofMinutes(Long.parseLong(arguments[3])), Duration.ofSeconds(Long.parseLong(arguments[4])));
        vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
        System.exit(right ? 0 : 1);
    }

    private boolean run(Vertx vertx, Duration longest, Duration between) throws InterruptedException {
        var start = Instant.now();
        var publishing = vertx.setPeriodic(0, between.toMillis(), tick -> publish());
        for (int i = 0; i < CONNECTIONS; i++) {
            ask();
        }
        boolean done = lanes.await(longest.toMillis(), TimeUnit.MILLISECONDS);
        enough = true;
        vertx.cancelTimer(publishing);
        lanes.await(10, TimeUnit.SECONDS);
        System.out.printf(
                "%d requests answered in %d s, %d wrong, %d publications, %d revisions seen%s%n",
                answered.get(),
                Duration.between(start, Instant.now()).toSeconds(),
                wrong.get(),
                publications.get(),
                markOfRevision.size(),
                done ? "" : " (the time was over)");
        return wrong.get() == 0 && publications.get() > 0 && markOfRevision.size() > publications.get() / 2;
    }

    private void ask() {
        if (enough || asked.incrementAndGet() > most) {
            lanes.countDown();
            return;
        }
        long turn = ThreadLocalRandom.current().nextInt(10);
        Future<HttpClientResponse> response = turn < 2
                ? http.request(HttpMethod.POST, service.getPort(), service.getHost(), "/graphql")
                        .compose(request -> request.putHeader("Content-Type", "application/json")
                                .send(QUERY))
                : http.request(HttpMethod.GET, service.getPort(), service.getHost(), address((int) turn))
                        .compose(request -> request.send());
        response.compose(answer -> answer.body().map(body -> problem(answer, body)))
                .onSuccess(problem -> problem.ifPresent(this::wrong))
                .onFailure(failure -> wrong(failure.toString()))
                .onComplete(ended -> {
                    answered.incrementAndGet();
                    ask();
                });
    }

    private static String address(int turn) {
        var random = ThreadLocalRandom.current();
        return turn < 4
                ? String.format(
                        Locale.ROOT,
                        "/v1/service-points?lat=%.5f&lon=%.5f",
                        50.75 + 0.6 * random.nextDouble(),
                        2.7 + 2.9 * random.nextDouble())
                : REPEATED.get(random.nextInt(REPEATED.size()));
    }

    private Optional<String> problem(HttpClientResponse answer, Buffer body) {
        var revision = answer.getHeader("Catalogue-Revision");
        if (answer.statusCode() != 200) {
            return Optional.of("status " + answer.statusCode() + ": " + body);
        }
        var text = body.toString(StandardCharsets.UTF_8);
        if (text.contains("catalogueRevision")
                && !(text.contains("\"catalogueRevision\":" + revision + "}")
                        && text.contains("\"revision\":" + revision + "}"))) {
            return Optional.of("revision " + revision + " over " + text);
        }
        var marks = MARK.matcher(text);
        while (marks.find()) {
            var first = markOfRevision.putIfAbsent(revision, marks.group(1));
            if (first != null && !first.equals(marks.group(1))) {
                return Optional.of("revision " + revision + " says " + marks.group(1) + " and said " + first);
            }
        }
        return Optional.empty();
    }

    private void wrong(String what) {
        if (wrong.incrementAndGet() <= 10) {
            System.err.println(what.substring(0, Math.min(what.length(), 500)));
        }
    }

    private void publish() {
        long round = publications.get() + 1;
        var mark = new ObjectMapper()
                .createObjectNode()
                .put("remarkNl", "Ronde " + round + ".")
                .put("remarkEn", "Ronde " + round + ".");
        send(HttpMethod.GET, null, Buffer.buffer())
                .compose(known -> send(HttpMethod.PATCH, known.getHeader("ETag"), Buffer.buffer(mark.toString())))
                .onSuccess(answer -> {
                    if (answer.statusCode() == 200) {
                        publications.incrementAndGet();
                    } else {
                        wrong("publication: status " + answer.statusCode());
                    }
                })
                .onFailure(failure -> wrong("publication: " + failure));
    }

    private Future<HttpClientResponse> send(HttpMethod method, String version, Buffer body) {
        var options = new RequestOptions()
                .setMethod(method)
                .setHost(service.getHost())
                .setPort(service.getPort())
                .setURI(MARKED + (method == HttpMethod.PATCH ? "?reason=soak" : ""))
                .putHeader("Authorization", "Bearer " + token)
                .putHeader("Content-Type", "application/merge-patch+json");
        if (version != null) {
            options.putHeader("If-Match", version);
        }
        return http.request(options).compose(request -> request.send(body)).compose(answer -> answer.body()
                .map(read -> answer));
    }
}
