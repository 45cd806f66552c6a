package be.digicatalogue.dataset;

import java.io.IOException;
import java.io.UncheckedIOException;

/** The dataset that is bundled with the service. It is a bundle like any other; a test verifies that it passes all checks. */
public final class BundledDataset {

    private static final String FOLDER = "/dataset/";

    private BundledDataset() {}

    /** The rows of all tables. */
    public static Tables read() {
        return dataset().tables();
    }

    public static Dataset dataset() {
        return draft(new Report()).over(new Dataset(), Draft.Mode.REPLACE);
    }

    /** Its files as a draft; errors are added to the report. */
    public static Draft draft(Report report) {
        var reading = new RowReader(report);
        for (var table : DataPackage.TABLES) {
            CsvTables.read(file(table.file()), table.file(), table, reading);
        }
        Archive.readOutlines(file(DataPackage.OUTLINES), reading);
        return reading.draft();
    }

    private static byte[] file(String name) {
        try (var stream = BundledDataset.class.getResourceAsStream(FOLDER + name)) {
            return stream.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot read " + name, unreadable);
        }
    }
}
