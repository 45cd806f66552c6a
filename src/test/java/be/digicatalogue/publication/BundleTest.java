package be.digicatalogue.publication;

import static org.junit.jupiter.api.Assertions.assertEquals;

import be.digicatalogue.catalogue.Revision;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What goes out as a zip or a workbook comes back the same. */
class BundleTest {

    private static final Revision REVISION = new Revision(7, Instant.parse("2026-11-20T10:00:00Z"));

    private final Dataset bundled = BundledDataset.dataset();

    @Test
    void aZipThatIsReadAgainChangesNothing() throws IOException {
        var zip = new ByteArrayOutputStream();
        Archive.write(REVISION, bundled, zip);
        var reading = new Reading(new Report());
        Archive.read(zip.toByteArray(), reading);
        same(reading, new Dataset());
    }

    @Test
    void aWorkbookThatIsReadAgainChangesNothing() throws IOException {
        var workbook = new ByteArrayOutputStream();
        Workbook.write(bundled, workbook);
        var reading = new Reading(new Report());
        Workbook.read(workbook.toByteArray(), reading);
        same(reading, bundled);
    }

    private void same(Reading reading, Dataset current) {
        assertEquals(List.of(), reading.report().findings());
        var again = reading.draft().over(current, Draft.Mode.REPLACE);
        for (var table : DataPackage.TABLES) {
            assertEquals(bundled.of(table), again.of(table), table.name());
        }
        Checks.check(again, reading.draft(), reading.report());
        assertEquals(0, reading.report().errors());
    }
}
