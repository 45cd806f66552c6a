package be.digicatalogue.publication;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import be.digicatalogue.dataset.Archive;
import be.digicatalogue.dataset.BundledDataset;
import be.digicatalogue.dataset.DataPackage;
import be.digicatalogue.dataset.Dataset;
import be.digicatalogue.dataset.Draft;
import be.digicatalogue.dataset.Export;
import be.digicatalogue.dataset.Report;
import be.digicatalogue.dataset.Revision;
import be.digicatalogue.dataset.RowReader;
import be.digicatalogue.dataset.Tables;
import be.digicatalogue.dataset.Workbook;
import be.digicatalogue.digibank.ServicePointRow;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What goes out as a zip or a workbook comes back the same. */
class BundleTest {

    private static final Revision REVISION = new Revision(7, "0123456789abcdef", Instant.parse("2026-11-20T10:00:00Z"));

    private final Dataset bundled = BundledDataset.dataset();

    @Test
    void aZipThatIsReadAgainChangesNothing() throws IOException {
        var reading = new RowReader(new Report());
        Archive.read(zip(bundled.tables()), reading);
        same(reading, new Dataset());
    }

    @Test
    void aZipOfMorePointsThanAnybodyMayUploadIsReadAgainWhole() throws IOException {
        var tables = bundled.tables();
        var points = new ArrayList<ServicePointRow>();
        for (int i = 0; i <= RowReader.MOST_ROWS; i++) {
            var point = new ServicePointRow();
            point.id = "point-" + i;
            point.name = "=Digipunt, \"" + i + "\"";
            point.locationType = "fixed";
            point.municipality = "44021";
            point.services = List.of("training", "wifi");
            point.urls = List.of("https://example.org");
            points.add(point);
        }
        tables.put(ServicePointRow.class, points);
        var zip = zip(tables);
        assertArrayEquals(zip, zip(Export.read(new ByteArrayInputStream(zip))));
    }

    @Test
    void aWorkbookThatIsReadAgainChangesNothing() throws IOException {
        var workbook = new ByteArrayOutputStream();
        Workbook.write(new ByteArrayInputStream(zip(bundled.tables())), workbook);
        var reading = new RowReader(new Report());
        Workbook.read(workbook.toByteArray(), reading);
        same(reading, bundled);
    }

    private static byte[] zip(Tables tables) throws IOException {
        var zip = new ByteArrayOutputStream();
        Archive.write(REVISION, tables, zip);
        return zip.toByteArray();
    }

    private void same(RowReader reading, Dataset current) {
        assertEquals(List.of(), reading.report().findings());
        var again = reading.draft().over(current, Draft.Mode.REPLACE);
        for (var table : DataPackage.TABLES) {
            assertEquals(bundled.of(table), again.of(table), table.name());
        }
        Checks.check(again, reading.draft(), reading.report());
        assertEquals(0, reading.report().errors());
    }
}
