package be.digicatalogue.ogc;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import be.digicatalogue.PackagedService;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * GDAL, which QGIS and most other tools read with, reads the packaged service through its driver for OGC API - Features. It
 * needs ogrinfo and ogr2ogr, so it runs in a Maven profile of its own: {@code mvn verify -Pstandards}.
 */
@Tag("standards")
class GdalTest {

    private static final Pattern COUNT = Pattern.compile("Feature Count: ([0-9]+)");
    private static final Pattern FEATURE = Pattern.compile("(?m)^OGRFeature\\(");

    private final PackagedService service = PackagedService.shared();

    @Test
    void findsEveryCollection() throws Exception {
        var layers = ogrinfo();
        OgcCollections.ids().forEach(id -> assertTrue(layers.contains(": " + id), layers));
    }

    @Test
    void readsEveryFeatureOfEveryCollectionPageByPage() throws Exception {
        for (var id : OgcCollections.ids()) {
            int matched = service.given()
                    .get("/ogc/collections/" + id + "/items")
                    .jsonPath()
                    .getInt("numberMatched");
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
        int inTheBox = service.given()
                .get("/ogc/collections/service-points/items?bbox=3.6,50.9,3.9,51.2")
                .jsonPath()
                .getInt("numberMatched");
        var box = ogrinfo("-oo", "PAGE_SIZE=50", "-spat", "3.6", "50.9", "3.9", "51.2", "-al", "service-points");
        assertEquals(inTheBox, (int) FEATURE.matcher(box).results().count());

        int inLimburg = service.given()
                .get("/v1/service-points?province=limburg")
                .jsonPath()
                .getInt("total");
        var limburg = ogrinfo("-oo", "PAGE_SIZE=50", "-where", "province = 'limburg'", "-al", "service-points");
        assertEquals(inLimburg, (int) FEATURE.matcher(limburg).results().count());
    }

    /** What ogr2ogr writes has a column for every queryable, though the first features lack many of them, and every row. */
    @Test
    void aGeoPackageHasEveryQueryableAndEveryRow(@TempDir Path folder) throws Exception {
        var file = folder.resolve("all.gpkg").toString();
        // The package has no lists: GDAL warns, and writes them as JSON.
        run(List.of("ogr2ogr", "-f", "GPKG", file, "OAPIF:" + service.address() + "/ogc"));
        for (var collection : OgcCollections.ALL) {
            int matched = service.given()
                    .get("/ogc/collections/" + collection.id() + "/items")
                    .jsonPath()
                    .getInt("numberMatched");
            var layer = run(List.of("ogrinfo", "-ro", "-so", file, collection.id()));
            assertTrue(layer.contains("Feature Count: " + matched + "\n"), layer);
            for (var queryable : collection.queryables()) {
                assertTrue(layer.contains("\n" + queryable.name() + ": "), () -> collection.id() + " " + queryable);
            }
        }
        for (var column : List.of("openingHours", "phone", "website")) {
            int known = service.given()
                    .queryParam("filter", column + " IS NOT NULL")
                    .get("/ogc/collections/service-points/items")
                    .jsonPath()
                    .getInt("numberMatched");
            assertTrue(known > 0);
            var where = List.of("-so", "-where", column + " IS NOT NULL", "-al", "service-points");
            assertEquals(known, count(ogrinfo(where.toArray(String[]::new))), column);
            assertEquals(
                    known,
                    count(run(List.of(
                            "ogrinfo", "-ro", "-so", "-where", column + " IS NOT NULL", file, "service-points"))),
                    column);
        }
    }

    @Test
    void filtersByDayAndByTruth() throws Exception {
        for (var where : Map.of(
                        "validTo >= '2024-12-31'", "validTo >= DATE('2024-12-31')",
                        "validFrom < '2020-01-01' AND province = 'limburg'",
                                "validFrom < DATE('2020-01-01') AND province = 'limburg'",
                        "ended = 1", "ended = TRUE")
                .entrySet()) {
            int expected = service.given()
                    .queryParam("filter", where.getValue())
                    .get("/ogc/collections/municipalities/items")
                    .jsonPath()
                    .getInt("numberMatched");
            assertTrue(expected > 0, where.getValue());
            assertEquals(
                    expected, count(ogrinfo("-so", "-where", where.getKey(), "-al", "municipalities")), where.getKey());
        }
    }

    private static int count(String layer) {
        var count = COUNT.matcher(layer);
        assertTrue(count.find(), layer);
        return Integer.parseInt(count.group(1));
    }

    private String ogrinfo(String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of("ogrinfo", "-ro"));
        command.add("OAPIF:" + service.address() + "/ogc");
        command.addAll(List.of(arguments));
        var output = run(command);
        assertTrue(!output.contains("Warning"), output);
        return output;
    }

    private static String run(List<String> command) throws IOException, InterruptedException {
        try {
            var process = new ProcessBuilder(command).redirectErrorStream(true).start();
            var output = new String(process.getInputStream().readAllBytes(), UTF_8);
            assertEquals(0, process.waitFor(), output);
            assertTrue(!output.contains("ERROR"), output);
            return output;
        } catch (IOException missing) {
            return fail(command.get(0) + " is missing: this test needs GDAL", missing);
        }
    }
}
