package be.digicatalogue.dataset;

import be.digicatalogue.fact.Digest;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.ref.SoftReference;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.zip.ZipInputStream;

/**
 * The dataset of a revision, for whoever takes it whole. The zip is made once and kept; the workbook is made out of it
 * when somebody asks, and kept as long as there is room. Both take some tenths of a second for the bundled dataset and
 * grow with it, so they are asked for on threads that may wait. Neither ever holds more than a row beside its bytes.
 */
public final class Export {

    public static final String ZIP = "application/zip";
    public static final String WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private static final int PIECE_BYTES = 16 * 1024;

    private final Revision revision;
    /** Until the zip is made. */
    private Tables tables;

    private DatasetFile zip;
    private SoftReference<DatasetFile> workbook = new SoftReference<>(null);

    public Export(Revision revision, Tables tables) {
        this.revision = revision;
        this.tables = tables;
    }

    public synchronized DatasetFile zip() {
        if (zip == null) {
            zip = document(ZIP, file -> Archive.write(revision, tables, file));
            tables = null;
        }
        return zip;
    }

    /** One table whole as CSV, taken out of the zip piece by piece; empty when there is no such table. */
    public Optional<Iterator<byte[]>> table(String name) {
        return DataPackage.table(name).map(table -> pieces(table.file()));
    }

    /** The zip is made and opened when the first piece is asked for. */
    private Iterator<byte[]> pieces(String name) {
        return new Iterator<>() {
            private InputStream file;
            private byte[] next;

            @Override
            public boolean hasNext() {
                if (next == null) {
                    file = open(name);
                    next = some(file);
                }
                return next.length > 0;
            }

            @Override
            public byte[] next() {
                if (!hasNext()) {
                    throw new NoSuchElementException();
                }
                var piece = next;
                next = some(file);
                return piece;
            }
        };
    }

    private InputStream open(String name) {
        var files = new ZipInputStream(new ByteArrayInputStream(zip().content()));
        try {
            while (!files.getNextEntry().getName().equals(name)) {
                // The next one may be it.
            }
            return files;
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** Some more of a file, which is closed behind its end. */
    private static byte[] some(InputStream file) {
        try {
            var some = file.readNBytes(PIECE_BYTES);
            if (some.length == 0) {
                file.close();
            }
            return some;
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    public synchronized DatasetFile workbook() {
        var made = workbook.get();
        if (made == null) {
            var rows = new ByteArrayInputStream(zip().content());
            made = document(WORKBOOK, file -> Workbook.write(rows, file));
            workbook = new SoftReference<>(made);
        }
        return made;
    }

    /**
     * The rows of a zip that was made here, be it by a version that had fewer tables.
     *
     * @throws IOException when it is none
     */
    public static Tables read(InputStream zip) throws IOException {
        var tables = new Tables();
        DataPackage.TABLES.forEach(table -> tables.add(table.row(), List.of()));
        var provinces = new ArrayList<ObjectNode>();
        var outlines = Archive.readOwn(
                zip,
                table ->
                        table.name().equals(Archive.PROVINCES) ? provinces::add : row -> add(tables, table.row(), row));
        var table = DataPackage.table(Archive.PROVINCES).orElseThrow();
        for (var province : provinces) {
            add(tables, table.row(), province.put(Archive.OUTLINE, outlines.get(table.key(province))));
        }
        return tables;
    }

    private static <R> void add(Tables tables, Class<R> table, ObjectNode row) {
        tables.add(table, List.of(Dataset.row(table, row)));
    }

    private interface Writing {
        void to(ByteArrayOutputStream file) throws IOException;
    }

    private static DatasetFile document(String type, Writing writing) {
        try {
            var file = new ByteArrayOutputStream();
            writing.to(file);
            var content = file.toByteArray();
            return new DatasetFile(content, type, Digest.of(content));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
