package be.digicatalogue.traffic;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import be.digicatalogue.ApiTest;
import be.digicatalogue.GraphqlSocket;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Clients that take their time, whichever way, against a service that has less patience than usual. */
@QuarkusTest
@TestProfile(SlowClientsTest.Impatient.class)
class SlowClientsTest extends ApiTest {

    private static final Path LOG = Path.of("target/slow-clients.log");

    public static class Impatient implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "catalogue.traffic.patience", "1s",
                    "catalogue.traffic.idle", "4s",
                    "catalogue.traffic.connections", "40",
                    "catalogue.changes.streams", "5",
                    "quarkus.http.proxy.proxy-address-forwarding", "true",
                    "quarkus.log.file.enabled", "true",
                    "quarkus.log.file.json.enabled", "false",
                    "quarkus.log.file.path", LOG.toString());
        }
    }

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final Duration LONGER_THAN_IDLE = Duration.ofSeconds(7);
    private static final String GET = " HTTP/1.1\r\nHost: localhost\r\n\r\n";
    private static final String POST = " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n";

    @TestHTTPResource("/")
    URI service;

    @Test
    void aConnectionThatAsksNothingIsCut() throws Exception {
        try (var line = new RawConnection(service)) {
            assertTrue(line.endsWithin(SOON));
            assertEquals("", line.received());
        }
    }

    @Test
    void aConnectionThatAskedOnceIsCutWhenItAsksNoMore() throws Exception {
        try (var line = new RawConnection(service)) {
            assertTrue(line.send("GET /v1/partners/vives" + GET).endsWithin(SOON));
            assertTrue(line.received().startsWith("HTTP/1.1 200"), line.received());
        }
    }

    @Test
    void anAddressThatDribblesInIsCut() throws Exception {
        double cut = cut("slow_head");
        try (var line = new RawConnection(service)) {
            assertTrue(line.send("GET /").endsWithin(SOON, "a"));
        }
        assertTrue(cut("slow_head") > cut);
    }

    @Test
    void headersThatDribbleInAreCut() throws Exception {
        double cut = cut("slow_head");
        try (var line = new RawConnection(service)) {
            assertTrue(line.send("GET /v1 HTTP/1.1\r\nHost: localhost\r\n").endsWithin(SOON, "X-A: b\r\n"));
        }
        assertTrue(cut("slow_head") > cut);
    }

    @Test
    void aBodyThatDribblesInIsCut() throws Exception {
        double cut = cut("slow_body");
        try (var line = new RawConnection(service)) {
            assertTrue(line.send("POST /graphql" + POST + "Content-Length: 1000\r\n\r\n")
                    .endsWithin(SOON, "{"));
        }
        assertTrue(cut("slow_body") > cut);
    }

    @Test
    void aBodyThatDribblesOnAfterItsAnswerIsCut() throws Exception {
        try (var line = new RawConnection(service)) {
            assertTrue(line.send("POST /v1/partners" + POST + "Content-Length: 100000\r\n\r\n")
                    .endsWithin(SOON, "{"));
            assertTrue(line.received().startsWith("HTTP/1.1 405"), line.received());
        }
    }

    @Test
    void whoAsksOnWithoutReadingIsCut() throws Exception {
        double cut = cut("ran_ahead");
        try (var line = new RawConnection(service)) {
            assertTrue(line.isCutWhileItOnlySends(SOON, "GET /v1/partners" + GET));
        }
        assertTrue(cut("ran_ahead") > cut);
    }

    @Test
    void whoAsksOnBehindAnAnswerWithoutAnEndIsCut() throws Exception {
        try (var line = new RawConnection(service)) {
            line.send("GET /v1/changes/stream" + GET);
            assertTrue(line.endsWithin(SOON, ("GET /v1" + GET).repeat(20)));
        }
    }

    @Test
    void aStreamAndAWebSocketMayBeQuietForLonger() throws Exception {
        try (var line = new RawConnection(service);
                var socket = new GraphqlSocket(service)) {
            assertFalse(line.send("GET /v1/changes/stream" + GET).endsWithin(LONGER_THAN_IDLE));
            assertTrue(line.received().startsWith("HTTP/1.1 200"), line.received());
            socket.subscribe("1", "query { catalogue { revision } }");
            assertEquals(1, socket.next("1").getInt("payload.data.catalogue.revision"));
        }
    }

    @Test
    void thereIsRoomForANewConnectionWhileOthersHoldAllThereAre() throws Exception {
        var held = new ArrayList<RawConnection>();
        try {
            for (int i = 0; i < 60; i++) {
                held.add(new RawConnection(service).send("GET /v1 HTTP/1.1\r\nHost: localhost\r\n"));
                if (i % 10 == 9) {
                    try (var health = new RawConnection(service)) {
                        health.send("GET /health HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
                        assertTrue(health.endsWithin(SOON));
                        assertTrue(health.received().startsWith("HTTP/1.1 200"), health.received());
                    }
                }
            }
            assertTrue(cut("room") > 0);
        } finally {
            for (var line : held) {
                line.close();
            }
        }
    }

    @Test
    void moreWebSocketsThanAllowedAreRefused() throws Exception {
        var open = new ArrayList<GraphqlSocket>();
        try {
            for (int i = 0; i < 5; i++) {
                open.add(new GraphqlSocket(service));
            }
            try (var line = new RawConnection(service)) {
                line.send("GET /graphql HTTP/1.1\r\nHost: localhost\r\nUpgrade: websocket\r\n"
                        + "Connection: Upgrade, close\r\nSec-WebSocket-Version: 13\r\n"
                        + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
                        + "Sec-WebSocket-Protocol: graphql-transport-ws\r\n\r\n");
                line.endsWithin(Duration.ofSeconds(2));
                assertTrue(line.received().startsWith("HTTP/1.1 503"), line.received());
                assertTrue(line.received().contains("Retry-After: 1"), line.received());
            }
        } finally {
            open.forEach(GraphqlSocket::close);
        }
    }

    @Test
    void tooManyHeadersAreRefusedWithHowManyAreAllowed() throws Exception {
        for (var headers : new String[] {"X-A: b\r\n".repeat(101), "X-A: " + "a".repeat(30_000) + "\r\n"}) {
            try (var line = new RawConnection(service)) {
                line.send("GET /v1 HTTP/1.1\r\nHost: localhost\r\n" + headers + "\r\n");
                assertTrue(line.endsWithin(SOON));
                assertTrue(line.received().startsWith("HTTP/1.1 431"), line.received());
                assertTrue(line.received().contains("application/problem+json"), line.received());
                assertTrue(line.received().contains("more than 100 headers"), line.received());
            }
        }
    }

    @Test
    void whatIsNoRequestAndAnAddressWithoutAnEndAreProblems() throws Exception {
        for (var request : Map.of("nonsense\r\n\r\n", "400", "GET /" + "a".repeat(70_000) + GET, "414")
                .entrySet()) {
            try (var line = new RawConnection(service)) {
                line.send(request.getKey());
                assertTrue(line.endsWithin(SOON));
                assertTrue(line.received().startsWith("HTTP/1.1 " + request.getValue()), line.received());
                assertTrue(line.received().contains("application/problem+json"), line.received());
            }
        }
    }

    /** This service believes any proxy, and has no address of its own. */
    @Test
    void aStartWarnsWhenAnyCallerCanChooseTheAddressOfLinks() throws Exception {
        assertTrue(Files.readString(LOG).contains("Set QUARKUS_HTTP_PROXY_TRUSTED_PROXIES or CATALOGUE_BASE_URL."));
    }

    private static double cut(String reason) {
        return given().get("/q/metrics")
                .asString()
                .lines()
                .filter(line -> line.startsWith("catalogue_connections_cut_total") && line.contains(reason))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .sum();
    }
}
