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
 * The whole dataset of a revision as a file. The zip is written once and cached. The workbook is written from it on request,
 * and cached as long as memory allows. Both take some tenths of a second for the bundled dataset and grow with it, so callers
 * use threads that may block. Neither holds more than one row in memory besides its bytes.
 */
public final class Export {

    public static final String ZIP = "application/zip";
    public static final String WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private static final int PIECE_BYTES = 16 * 1024;

    private final Revision revision;
    /** The rows, until the zip is written. */
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

    /** All rows; they are read from the zip where that has been written. */
    public synchronized Tables tables() {
        if (tables != null) {
            return tables;
        }
        try {
            return read(new ByteArrayInputStream(zip.content()));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** One whole table as CSV, read from the zip piece by piece; empty when there is no such table. */
    public Optional<Iterator<byte[]>> table(String name) {
        return DataPackage.table(name).map(table -> pieces(table.file()));
    }

    /** Writes and opens the zip when the first piece is requested. */
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
                // The next entry may be the table.
            }
            return files;
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** The next piece of a file, which is closed after its end. */
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
     * The rows of a zip that this service wrote, possibly an older or a later release with other tables and columns. What this
     * release does not know is ignored.
     *
     * @throws IOException when it is not such a zip
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
