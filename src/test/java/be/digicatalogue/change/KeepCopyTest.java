package be.digicatalogue.change;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import be.digicatalogue.ApiTest;
import be.digicatalogue.EmbeddedDatabaseResource;
import be.digicatalogue.GraphqlSocket;
import be.digicatalogue.catalogue.LivenessTest;
import be.digicatalogue.record.Schema;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A copy that is kept as docs/keep-a-copy.md says is the catalogue, whatever happens to the service and its database. */
@QuarkusTest
@TestProfile(LivenessTest.OnItsOwn.class)
class KeepCopyTest extends ApiTest {

    private static final String POSITION = "Catalogue-Position";
    private static final Pattern COMMANDS = Pattern.compile("```sh\n(.*?)```", Pattern.DOTALL);

    @TestHTTPResource("/")
    URI service;

    @TempDir
    Path folder;

    private final HttpClient client = HttpClient.newHttpClient();

    @Test
    void aCopyThatIsKeptAsThePageSaysEqualsTheWholeListsThroughPublicationsAnInterruptionAndARestore()
            throws Exception {
        var script = Files.writeString(
                folder.resolve("keep.sh"),
                COMMANDS.matcher(Files.readString(Path.of("docs/keep-a-copy.md")))
                        .results()
                        .map(block -> block.group(1))
                        .collect(Collectors.joining("\n")));
        int publications = 0;
        var backup = folder.resolve("backup");
        try (var partner = new KeptCopy(script)) {
            isCopied();
            while (publications < 4) {
                publishNumber(++publications);
                isCopied();
            }
            EmbeddedDatabaseResource.stopDatabase();
            EmbeddedDatabaseResource.copyTo(backup);
            EmbeddedDatabaseResource.startDatabase();
        }
        // The partner is away while two revisions are published.
        while (publications < 6) {
            eventuallyWritable();
            publishNumber(++publications);
        }
        assertFalse(isSame("voka-offices"), "the partner was away");
        try (var partner = new KeptCopy(script)) {
            isCopied();
            while (publications < 8) {
                publishNumber(++publications);
                isCopied();
            }
            long before = get("/v1").getLong("revision");
            var position = given().get("/v1").header(POSITION);
            var page = ldesPageOf(position);
            var socket = new GraphqlSocket(service);
            socket.subscribe("s", "subscription { catalogueChanged(since: " + (before - 1) + ") { position } }");
            assertEquals(position, socket.next("s").getString("payload.data.catalogueChanged.position"));
            var tags = List.of(
                    tag("/v1/voka-offices.json"),
                    tag("/v1/voka-offices/voka-gent"),
                    tag("/v1/changes?since=" + (before - 1)));

            EmbeddedDatabaseResource.stopDatabase();
            EmbeddedDatabaseResource.putBack(backup);
            EmbeddedDatabaseResource.startDatabase();
            eventually(() -> get("/v1").getLong("revision") == before - 4);
            isCopied();
            answer("/v1/changes?since=" + position).statusCode(410);
            answer(page).statusCode(410).body("issues[0].name", equalTo("page"));
            var ended = socket.next("s");
            assertEquals("GONE", ended.getString("payload.errors[0].extensions.code"), ended::prettify);
            socket.close();

            // The same numbers are given out again, for other facts.
            while (publications < 12) {
                publishNumber(100 + ++publications);
                isCopied();
            }
            assertEquals(before, get("/v1").getLong("revision"));
            assertNotEquals(position, given().get("/v1").header(POSITION));
            answer(page).statusCode(410).body("issues[0].name", equalTo("page"));
            answer("/v1/changes?since=" + position)
                    .statusCode(410)
                    .body("detail", containsString(given().get("/v1").header(POSITION)));
            answer("/v1/changes?since=" + before).statusCode(200).body("total", equalTo(0));
            var addresses =
                    List.of("/v1/voka-offices.json", "/v1/voka-offices/voka-gent", "/v1/changes?since=" + (before - 1));
            for (int i = 0; i < tags.size(); i++) {
                given().header("If-None-Match", tags.get(i))
                        .get(addresses.get(i))
                        .then()
                        .statusCode(200)
                        .header("ETag", not(equalTo(tags.get(i))));
            }
        }
        var kept = Files.readString(folder.resolve("copy/position")).strip();
        assertEquals(given().get("/v1").header(POSITION), kept);
        for (var list : lists()) {
            assertArrayEquals(whole(list), Files.readAllBytes(folder.resolve("copy/" + list + ".json")), list);
        }
    }

    @Test
    void theScriptTakesEveryList() throws IOException {
        var page = Files.readString(Path.of("docs/keep-a-copy.md"));
        var named = Pattern.compile("lists=\"([^\"]*)\"").matcher(page);
        assertTrue(named.find());
        assertEquals(
                lists().stream().sorted().toList(),
                Arrays.stream(named.group(1).strip().split("\\s+")).sorted().toList());
    }

    /** What a record shows of another one changes with it: the names of offices are in the chambers. */
    private static void publishNumber(int number) throws SQLException {
        publish("UPDATE voka_office SET phone = '+32 9 500 00 " + (10 + number) + "', name = 'Voka Gent " + number
                + "' WHERE id = 'voka-gent'");
    }

    private static void eventuallyWritable() {
        eventually(() -> "UP".equals(given().get("/health").jsonPath().getString("status")));
    }

    private static List<String> lists() {
        return Schema.loaded().listed().map(type -> type.kind().code()).toList();
    }

    /** A page of the event stream with versions of one revision. */
    private static String ldesPageOf(String position) {
        var page = Pattern.compile("/ldes/" + position + "-[A-Za-z0-9_-]{22}")
                .matcher(given().get("/ldes").asString());
        assertTrue(page.find());
        return page.group();
    }

    private static String tag(String address) {
        return given().get(address).header("ETag");
    }

    private void isCopied() {
        eventually(() -> lists().stream().allMatch(this::isSame));
    }

    private boolean isSame(String list) {
        try {
            var file = folder.resolve("copy/" + list + ".json");
            return Files.exists(file) && Arrays.equals(whole(list), Files.readAllBytes(file));
        } catch (IOException replaced) {
            return false;
        }
    }

    private byte[] whole(String list) {
        try {
            var answer = client.send(
                    HttpRequest.newBuilder(service.resolve("/v1/" + list + ".json"))
                            .build(),
                    BodyHandlers.ofByteArray());
            assertEquals(200, answer.statusCode());
            return answer.body();
        } catch (IOException | InterruptedException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** The partner's script, and the commands that it runs. */
    private final class KeptCopy implements AutoCloseable {

        private final Process process;

        KeptCopy(Path script) throws IOException {
            var address = service.toString().replaceAll("/$", "");
            process = new ProcessBuilder("sh", script.toString(), address)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(
                            folder.resolve("partner.log").toFile()))
                    .start();
        }

        @Override
        public void close() {
            var all = new ArrayList<>(process.descendants().toList());
            process.destroyForcibly();
            all.forEach(ProcessHandle::destroyForcibly);
        }
    }
}
