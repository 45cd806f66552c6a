package be.digicatalogue.ogc;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import be.digicatalogue.ApiTest;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URL;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * GDAL, which QGIS and most other tools read with, reads the service through its driver for OGC API - Features. It needs
 * ogrinfo, so it runs in a Maven profile of its own: {@code mvn test -Pstandards}.
 */
@Tag("standards")
@QuarkusTest
class GdalTest extends ApiTest {

    private static final Pattern COUNT = Pattern.compile("Feature Count: ([0-9]+)");
    private static final Pattern FEATURE = Pattern.compile("(?m)^OGRFeature\\(");

    @TestHTTPResource("/ogc")
    URL service;

    @Test
    void findsEveryCollection() throws Exception {
        var layers = ogrinfo();
        OgcCollections.ids().forEach(id -> assertTrue(layers.contains(": " + id), layers));
    }

    @Test
    void readsEveryFeatureOfEveryCollectionPageByPage() throws Exception {
        for (var id : OgcCollections.ids()) {
            int matched =
                    given().get("/ogc/collections/" + id + "/items").jsonPath().getInt("numberMatched");
            var layer = ogrinfo("-oo", "PAGE_SIZE=50", "-al", id);
            var count = COUNT.matcher(layer);
            assertTrue(count.find(), layer);
            assertEquals(matched, Integer.parseInt(count.group(1)), id);
            assertEquals(matched, (int) FEATURE.matcher(layer).results().count(), id);
            assertTrue(layer.contains("WGS 84"), layer);
        }
    }

    @Test
    void readsWhatLiesInABoxAndHasAnAttribute() throws Exception {
        int inTheBox = given().get("/ogc/collections/service-points/items?bbox=3.6,50.9,3.9,51.2")
                .jsonPath()
                .getInt("numberMatched");
        var box = ogrinfo("-oo", "PAGE_SIZE=50", "-spat", "3.6", "50.9", "3.9", "51.2", "-al", "service-points");
        assertEquals(inTheBox, (int) FEATURE.matcher(box).results().count());

        int inLimburg =
                given().get("/v1/service-points?province=limburg").jsonPath().getInt("total");
        var limburg = ogrinfo("-oo", "PAGE_SIZE=50", "-where", "province = 'limburg'", "-al", "service-points");
        assertEquals(inLimburg, (int) FEATURE.matcher(limburg).results().count());
    }

    private String ogrinfo(String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of("ogrinfo", "-ro"));
        command.add("OAPIF:" + service);
        command.addAll(List.of(arguments));
        try {
            var process = new ProcessBuilder(command).redirectErrorStream(true).start();
            var output = new String(process.getInputStream().readAllBytes(), UTF_8);
            assertEquals(0, process.waitFor(), output);
            assertTrue(!output.contains("ERROR") && !output.contains("Warning"), output);
            return output;
        } catch (IOException missing) {
            return fail("ogrinfo is missing: this test needs GDAL", missing);
        }
    }
}
