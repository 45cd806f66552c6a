package be.digicatalogue.publication;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import be.digicatalogue.PackagedService;
import be.digicatalogue.dataset.Export;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * LibreOffice opens the workbook of the packaged service and saves it: what a curator did not change is no change. It needs
 * soffice (Debian: libreoffice-calc-nogui), so it runs in a Maven profile of its own: {@code mvn verify -Pstandards}.
 */
@Tag("standards")
class LibreOfficeTest {

    private static final PackagedService SERVICE = PackagedService.shared();

    /** Texts that a spreadsheet would take for something else. */
    private static final List<String> TEXTS = List.of(
            "3-5",
            "1/2",
            "007",
            "1E5",
            "09:00",
            "24/7",
            "45780",
            "waar",
            "+32",
            "=1+1",
            "'=1",
            "_x0041_",
            "een\ntwee",
            "<b>&\"'",
            "a\u00A0b",
            "😀 1",
            "12,50",
            "50%",
            "#1");

    @Test
    void aWorkbookThatWasOpenedAndSavedIsNoChange(@TempDir Path folder) throws Exception {
        int revision = SERVICE.given().get("/v1").jsonPath().getInt("revision");
        var points = SERVICE.given()
                .get("/v1/service-points?pageSize=100")
                .jsonPath()
                .getList("items.id", String.class);
        var values = new LinkedHashMap<String, Map<String, String>>();
        for (int i = 0; i < TEXTS.size(); i++) {
            values.put(points.get(i), Map.of("remark_nl", TEXTS.get(i), "street", TEXTS.get(i)));
        }
        curator()
                .contentType(Export.ZIP)
                .body(Broken.changed("service-points", values))
                .post("/admin/v1/publications?reason=Proef")
                .then()
                .statusCode(201);
        SERVICE.awaitRevision(revision + 1);
        var file = folder.resolve("dataset.xlsx");
        Files.write(file, SERVICE.given().get("/v1/dataset.xlsx").asByteArray());
        var saved = converted(file, "xlsx", folder.resolve("saved"));
        assertUnchanged(saved);
        assertUnchanged(converted(converted(file, "ods", folder.resolve("ods")), "xlsx", folder.resolve("back")));
        curator()
                .post("/admin/v1/publications/" + revision + "/restore?reason=Proef")
                .then()
                .statusCode(201);
    }

    private static RequestSpecification curator() {
        return Curating.curator().baseUri(SERVICE.address().toString());
    }

    private static void assertUnchanged(Path workbook) throws IOException {
        curator()
                .contentType(Export.WORKBOOK)
                .body(Files.readAllBytes(workbook))
                .post("/admin/v1/publications?dryRun=true")
                .then()
                .statusCode(200)
                .body("report.findings", equalTo(List.of()))
                .body("diff.changes", equalTo(List.of()))
                .body("diff.changed", equalTo(0))
                .body("diff.added", equalTo(0))
                .body("diff.removed", equalTo(0));
    }

    private static Path converted(Path file, String type, Path folder) throws IOException, InterruptedException {
        try {
            var process = new ProcessBuilder(
                            "soffice",
                            "-env:UserInstallation=" + folder.resolve("profile").toUri(),
                            "--headless",
                            "--convert-to",
                            type,
                            "--outdir",
                            folder.toString(),
                            file.toString())
                    .redirectErrorStream(true)
                    .start();
            if (!process.waitFor(2, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                return fail("soffice does not end");
            }
            var output = new String(process.getInputStream().readAllBytes(), UTF_8);
            assertEquals(0, process.exitValue(), output);
            return folder.resolve("dataset." + type);
        } catch (IOException missing) {
            return fail("soffice is missing: this test needs LibreOffice Calc", missing);
        }
    }
}
