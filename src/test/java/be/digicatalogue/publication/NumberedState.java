package be.digicatalogue.publication;

import be.digicatalogue.dataset.Archive;
import be.digicatalogue.dataset.BundledDataset;
import be.digicatalogue.dataset.DataPackage;
import be.digicatalogue.dataset.Dataset;
import be.digicatalogue.dataset.Draft;
import be.digicatalogue.dataset.Report;
import be.digicatalogue.dataset.Revision;
import be.digicatalogue.dataset.RowReader;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;

/**
 * A whole dataset that tells its number in hundreds of rows of two tables: publishing one after another changes, adds
 * and removes rows, and none can be taken for a mixture of two others.
 */
record NumberedState(int number) {

    /** Half the exceptions keep their day and say something else, half are on another day than those of the state before. */
    private static final int EXCEPTIONS_OF_A_POINT = 4;

    private static final int DAYS_APART = 14;
    private static final int DIFFERENT_DAYS = 7;
    private static final LocalDate FIRST_DAY = LocalDate.of(2030, 1, 7);

    private static final Dataset BUNDLED = BundledDataset.dataset();

    /** How many rows go when another state takes its place. */
    static int removals() {
        return BUNDLED.of("service-points").size() * EXCEPTIONS_OF_A_POINT / 2;
    }

    /** Zero is the state that comes with the service. */
    Dataset dataset() {
        if (number == 0) {
            return BUNDLED;
        }
        var dataset = BUNDLED.copy();
        var points = DataPackage.table("service-points").orElseThrow();
        var exceptions = DataPackage.table("opening-exceptions").orElseThrow();
        for (var point : BUNDLED.of(points).values()) {
            dataset.put(points, telling(point.deepCopy()));
            for (int i = 0; i < EXCEPTIONS_OF_A_POINT; i++) {
                var day = FIRST_DAY.plusDays(i * DAYS_APART + (i % 2) * (number % DIFFERENT_DAYS));
                var exception = Dataset.ROWS
                        .createObjectNode()
                        .put("service_point", point.get("id").asText())
                        .put("valid_from", day.toString())
                        .put("valid_to", day.plusDays(3).toString())
                        .put("hours", "off");
                exception.putArray("urls").add("https://example.org");
                dataset.put(exceptions, Dataset.normal(exceptions, telling(exception)));
            }
        }
        return dataset;
    }

    private ObjectNode telling(ObjectNode row) {
        return row.put("remark_nl", "Toestand " + number + ".").put("remark_en", "State " + number + ".");
    }

    /** The parameters of its publication. */
    String query() {
        return "reason=" + number + "&confirmRemovals=" + removals();
    }

    byte[] bundle() {
        var zip = new ByteArrayOutputStream();
        try {
            Archive.write(
                    new Revision(1, "0123456789abcdef", Instant.EPOCH),
                    dataset().tables(),
                    zip);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return zip.toByteArray();
    }

    /** What a bundle holds, whoever wrote it. */
    static Dataset read(byte[] bundle) {
        return new RowReader(new Report()).bundle(bundle).draft().over(new Dataset(), Draft.Mode.REPLACE);
    }
}
