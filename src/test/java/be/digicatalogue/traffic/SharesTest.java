package be.digicatalogue.traffic;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import be.digicatalogue.ApiTest;
import be.digicatalogue.BehindProxy;
import be.digicatalogue.GraphqlSocket;
import be.digicatalogue.publication.Curating;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.specification.RequestSpecification;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Clients that take all there is of what lasts, and others that want a little of it. */
@QuarkusTest
@TestProfile(BehindProxy.class)
class SharesTest extends ApiTest {

    private static final String GREEDY = "192.0.2.1";
    private static final String STREAM = "/v1/changes/stream";
    private static final String SUBSCRIPTION = "subscription { catalogueChanged(since: 0) { revision } }";
    private static final String REFUSED = "SERVICE_UNAVAILABLE";
    private static final Duration A_MOMENT = Duration.ofMillis(300);
    private static final int OTHERS = 10;

    @TestHTTPResource("/")
    URI service;

    private final List<AutoCloseable> open = new ArrayList<>();

    @AfterEach
    void leave() throws Exception {
        for (var one : open) {
            one.close();
        }
        eventually(() -> metric("catalogue_streams_open") == 0 && metric("catalogue_whole_open") == 0);
    }

    @Test
    void oneWebSocketThatAsksForTenTimesAllStreamsKeepsNobodyOut() throws Exception {
        assertEquals(BehindProxy.STREAMS, subscribe(GREEDY, 10 * BehindProxy.STREAMS));
        assertEquals("200", stream(GREEDY), "another connection of the same client");
        for (int i = 0; i < OTHERS / 2; i++) {
            assertEquals(1, subscribe("198.51.100." + i, 1));
            assertEquals("200", stream("203.0.113." + i));
        }
        given().get("/v1/partners").then().statusCode(200);
    }

    @Test
    void subscriptionsOverTenWebSocketsKeepNobodyOutEither() throws Exception {
        int taken = 0;
        for (int i = 0; i < 10; i++) {
            taken += subscribe(GREEDY, 30);
        }
        assertTrue(taken >= BehindProxy.STREAMS && taken <= 3 * BehindProxy.STREAMS / 2, "taken: " + taken);
        for (int i = 0; i < OTHERS; i++) {
            assertEquals("200", stream("198.51.100." + i));
        }
    }

    @Test
    void whoIsAloneMayHaveAllStreamsAndIsToldWhenThereAreNoMore() throws Exception {
        for (int i = 0; i < BehindProxy.STREAMS; i++) {
            assertEquals("200", stream(GREEDY));
        }
        assertEquals("503", stream(GREEDY));
        assertEquals(0, subscribe(GREEDY, 1));
        assertEquals("200", stream("198.51.100.1"));
    }

    @Test
    void severalGreedyClientsKeepNobodyOutEither() throws Exception {
        for (int i = 0; i < 3; i++) {
            subscribe("192.0.2." + i, 40);
        }
        for (int i = 0; i < 2; i++) {
            assertEquals("200", stream("198.51.100." + i));
        }
    }

    @Test
    void aNetworkAtHomeIsOneClient() throws Exception {
        assertEquals(BehindProxy.STREAMS, subscribe("2001:db8:1:2::1", 40));
        for (int i = 0; i < OTHERS; i++) {
            subscribe("2001:db8:1:2::" + i, 3);
        }
        assertEquals("200", stream("2001:db8:1:3::1"));
    }

    @Test
    void allWebSocketsOfOneClientKeepNobodyOut() throws Exception {
        for (int i = 0; i < BehindProxy.STREAMS; i++) {
            open.add(new GraphqlSocket(service, GREEDY));
        }
        var refused = line(
                GREEDY,
                "GET /graphql HTTP/1.1\r\nUpgrade: websocket\r\nConnection: Upgrade, close\r\n"
                        + "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
                        + "Sec-WebSocket-Protocol: graphql-transport-ws\r\n");
        assertTrue(answer(refused).startsWith("HTTP/1.1 503"), refused::received);
        assertEquals(1, subscribe("198.51.100.1", 1));
    }

    @Test
    void threeHundredSlowDownloadsKeepNobodyOut() throws Exception {
        var addresses =
                List.of("/v1/places.json", "/v1/places.jsonld", "/export/places.csv", "/v1/service-points.json");
        for (int i = 0; i < 300; i++) {
            line(GREEDY, "GET /v1/places.jsonld HTTP/1.1\r\n");
        }
        eventually(() -> metric("catalogue_whole_open") >= BehindProxy.WHOLE_READERS);
        for (int i = 0; i < BehindProxy.WHOLE_READERS - 1; i++) {
            from("198.51.100." + i)
                    .get(addresses.get(i % addresses.size()))
                    .then()
                    .statusCode(200);
        }
        assertTrue(metric("catalogue_whole_open") >= BehindProxy.WHOLE_READERS, "they are slow");
        assertEquals("200", stream("198.51.100.1"));
        from(GREEDY).get("/v1/service-points?lat=51.05&lon=3.72").then().statusCode(200);
        from("198.51.100.1").get("/v1/dataset.zip").then().statusCode(200);
        from("198.51.100.1").get("/ldes").then().statusCode(200);
    }

    @Test
    void uploadsAreAdmittedByTheirBytes() throws Exception {
        var head = "POST /admin/v1/publications?dryRun=true HTTP/1.1\r\nContent-Type: application/zip\r\nAuthorization:"
                + " Bearer " + Curating.PUBLISHER + "\r\n";
        for (var length : List.of("Content-Length: 32500000\r\n", "Transfer-Encoding: chunked\r\n")) {
            var uploads = new ArrayList<RawConnection>();
            var refused = "";
            while (!refused.startsWith("HTTP/1.1 503")) {
                uploads.add(line(GREEDY, head + length));
                refused = answer(uploads.get(uploads.size() - 1));
            }
            assertTrue(uploads.size() > 1);
            assertTrue(refused.contains("Retry-After: ") && refused.contains("application/problem+json"), refused);
            from("198.51.100.1")
                    .header("Authorization", "Bearer " + Curating.PUBLISHER)
                    .contentType("application/zip")
                    .body(given().get("/v1/dataset.zip").asByteArray())
                    .post("/admin/v1/publications?dryRun=true")
                    .then()
                    .statusCode(200)
                    .body("status", equalTo("checked"));
            for (var upload : uploads) {
                upload.close();
            }
        }
    }

    /** Subscribes over a WebSocket of its own; how many subscriptions were not refused. */
    private int subscribe(String client, int times) throws Exception {
        var socket = new GraphqlSocket(service, client);
        open.add(socket);
        for (int i = 0; i < times; i++) {
            socket.subscribe("s" + i, SUBSCRIPTION);
        }
        int given = 0;
        for (int i = 0; i < times; i++) {
            var first = socket.next("s" + i);
            if (first.getString("type").equals("error")) {
                assertEquals(REFUSED, first.getString("payload[0].extensions.code"), first::prettify);
            } else {
                given++;
            }
        }
        return given;
    }

    /** Opens a stream and keeps it; the status of its answer. */
    private String stream(String client) throws Exception {
        var line = line(client, "GET " + STREAM + " HTTP/1.1\r\n");
        eventually(() -> answer(line).contains("\r\n\r\n"));
        return status(line);
    }

    private RawConnection line(String client, String head) throws Exception {
        var line = new RawConnection(service);
        open.add(line);
        return line.send(head + "Host: localhost\r\nX-Forwarded-For: " + client + "\r\n\r\n");
    }

    private String answer(RawConnection line) {
        try {
            line.endsWithin(A_MOMENT);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        return line.received();
    }

    private static String status(RawConnection line) {
        return line.received().split(" ", 3)[1];
    }

    private static RequestSpecification from(String client) {
        return given().header("X-Forwarded-For", client);
    }

    private static double metric(String name) {
        return given().get("/q/metrics")
                .asString()
                .lines()
                .filter(line -> line.startsWith(name))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .sum();
    }
}
