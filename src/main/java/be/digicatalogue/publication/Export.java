package be.digicatalogue.publication;

import be.digicatalogue.catalogue.Revision;
import be.digicatalogue.catalogue.Tables;
import be.digicatalogue.http.Document;
import jakarta.ws.rs.core.MediaType;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * The dataset of a revision, for whoever takes it whole. The zip is made once and kept; the workbook is made out of it
 * when somebody asks. Both take some tenths of a second, so they are asked for on threads that may wait.
 */
public final class Export {

    public static final String ZIP = "application/zip";
    public static final String WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final Revision revision;
    /** Until the zip is made. */
    private Tables tables;

    private Document zip;
    private Document workbook;

    public Export(Revision revision, Tables tables) {
        this.revision = revision;
        this.tables = tables;
    }

    public synchronized Document zip() {
        if (zip == null) {
            zip = document(ZIP, file -> Archive.write(revision, Dataset.of(tables), file));
            tables = null;
        }
        return zip;
    }

    public synchronized Document workbook() {
        if (workbook == null) {
            var dataset = dataset(zip().content());
            workbook = document(WORKBOOK, file -> Workbook.write(dataset, file));
        }
        return workbook;
    }

    /**
     * The rows of a zip that was made here.
     *
     * @throws IllegalArgumentException when it is none
     */
    public static Tables read(byte[] zip) {
        return dataset(zip).tables();
    }

    private static Dataset dataset(byte[] zip) {
        var reading = new Reading(new Report()).bundle(zip);
        if (reading.report().stops()) {
            throw new IllegalArgumentException(
                    "no dataset: " + reading.report().findings().get(0));
        }
        return reading.draft().over(new Dataset(), Draft.Mode.REPLACE);
    }

    private interface Writing {
        void to(ByteArrayOutputStream file) throws IOException;
    }

    private static Document document(String type, Writing writing) {
        try {
            var file = new ByteArrayOutputStream();
            writing.to(file);
            return Document.of(file.toByteArray(), MediaType.valueOf(type));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
