package be.digicatalogue.dataset;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

/** A zip of the service, as in the copy on disk, may come from another release: before an upgrade, or on the way back. */
class OtherReleaseTest {

    private static final Dataset BUNDLED = BundledDataset.dataset();

    @Test
    void tablesAndColumnsOfALaterReleaseAreIgnored() throws IOException {
        var read = read(line -> (line.startsWith("id,") ? "rating," : "7,") + line);
        for (var table : DataPackage.TABLES) {
            assertEquals(BUNDLED.of(table), read.of(table), table.name());
        }
    }

    @Test
    void aColumnThatAnEarlierReleaseDidNotHaveIsEmpty() throws IOException {
        var places = DataPackage.table("places").orElseThrow();
        assertEquals("postal_code", places.columns().get(1).name());
        var read = read(line -> line.replaceFirst(",[^,]*", ""));
        BUNDLED.of(places).forEach((id, row) -> {
            var expected = row.deepCopy();
            expected.remove("postal_code");
            assertEquals(expected, read.of(places).get(id));
        });
    }

    /** The bundled dataset as a release wrote it that had another table and other columns in the table of places. */
    private static Dataset read(UnaryOperator<String> lineOfPlaces) throws IOException {
        var written = new ByteArrayOutputStream();
        Archive.write(new Revision(1, "0123456789abcdef", Instant.EPOCH), BUNDLED.tables(), written);
        var other = new ByteArrayOutputStream();
        try (var from = new ZipInputStream(new ByteArrayInputStream(written.toByteArray()));
                var to = new ZipOutputStream(other)) {
            to.putNextEntry(new ZipEntry("accessibility.csv"));
            to.write("id,step_free\r\naalst-digipunt,true\r\n".getBytes(UTF_8));
            for (var entry = from.getNextEntry(); entry != null; entry = from.getNextEntry()) {
                to.putNextEntry(new ZipEntry(entry.getName()));
                var content = from.readAllBytes();
                to.write(
                        entry.getName().equals("places.csv")
                                ? String.join(
                                                "\n",
                                                new String(content, UTF_8)
                                                        .lines()
                                                        .map(lineOfPlaces)
                                                        .toList())
                                        .getBytes(UTF_8)
                                : content);
            }
        }
        return Dataset.of(Export.read(new ByteArrayInputStream(other.toByteArray())));
    }
}
