package be.digicatalogue.graph;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;

import be.digicatalogue.ApiTest;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Several root fields with joins, by many clients at once: what breaks a read path that shares a database session. */
@QuarkusTest
class ParallelTest extends ApiTest {

    private static final int CLIENTS = 32;
    private static final int QUERIES = 40;

    private static final String QUERY = """
            {"query":"{ a: province(id: \\"limburg\\") { consortium { knowledgePartners { consortia { province { name } } } } }
              b: servicePoints(postalCode: \\"9000\\", first: 5) { nodes { name digibank { municipalities { name } } } }
              c: guide(postalCode: \\"8500\\") { partners { name } vokaOffices { chamber { name } } }
              d: figures(province: \\"antwerpen\\") { nodes { value source { title } } } }"}""".replace("\n", " ");

    @TestHTTPResource("/")
    URI service;

    @Test
    void manyClientsGetTheSameAnswerWithoutOneErrorAndRestAnswersAfterwards() throws Exception {
        var http = HttpClient.newHttpClient();
        var request = HttpRequest.newBuilder(service.resolve("/graphql"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(QUERY))
                .build();
        var expected = http.send(request, HttpResponse.BodyHandlers.ofString()).body();
        assertEquals(-1, expected.indexOf("\"errors\""), expected);
        Callable<Long> client = () -> {
            long same = 0;
            for (int i = 0; i < QUERIES; i++) {
                var answer = http.send(request, HttpResponse.BodyHandlers.ofString());
                same += answer.statusCode() == 200 && answer.body().equals(expected) ? 1 : 0;
            }
            return same;
        };
        var clients = Executors.newFixedThreadPool(CLIENTS);
        try {
            List<Future<Long>> running = clients.invokeAll(
                    Stream.generate(() -> client).limit(CLIENTS).toList());
            for (var same : running) {
                assertEquals(QUERIES, same.get());
            }
        } finally {
            clients.shutdownNow();
        }
        given().get("/v1/partners").then().statusCode(200);
        assertEquals(27, get("/v1/partners").getInt("total"));
    }
}
