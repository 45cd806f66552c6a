package be.digicatalogue.publication;

import be.digicatalogue.catalogue.Tables;
import java.io.IOException;
import java.io.UncheckedIOException;

/** The dataset that comes with the service, a bundle like any other. */
public final class BundledDataset {

    private static final String FOLDER = "/dataset/";

    private BundledDataset() {}

    /** The rows of all tables. */
    public static Tables read() {
        return dataset().tables();
    }

    static Dataset dataset() {
        var reading = new Reading(new Report());
        for (var table : DataPackage.TABLES) {
            CsvTables.read(file(table.file()), table.file(), table, reading);
        }
        Archive.readOutlines(file(DataPackage.OUTLINES), reading);
        var dataset = reading.draft().over(new Dataset(), Draft.Mode.REPLACE);
        Checks.check(dataset, reading.draft(), reading.report());
        if (reading.report().stops()) {
            throw new IllegalStateException(
                    "the bundled dataset is wrong: " + reading.report().findings());
        }
        return dataset;
    }

    private static byte[] file(String name) {
        try (var stream = BundledDataset.class.getResourceAsStream(FOLDER + name)) {
            return stream.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot read " + name, unreadable);
        }
    }
}
