package be.digicatalogue.dataset;

import be.digicatalogue.fact.Message;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/**
 * The dataset as a zip of CSV tables with {@code datapackage.json} and the outlines of the provinces, in one folder or in
 * none. Nothing of an upload is ever written to disk under a name that the upload chose.
 */
public final class Archive {

    static final String PROVINCES = "provinces";
    /** The column that is stored in a file of its own. */
    static final String OUTLINE = "outline";

    private static final int MOST_ENTRIES = 200;
    /** Plain ZIP methods; some others use as much memory as the archive requests. */
    private static final Set<Integer> METHODS = Set.of(ZipEntry.STORED, ZipEntry.DEFLATED);

    private static final byte[] ENTRY = {'P', 'K', 1, 2};
    /** The largest unpacked size of an upload, all entries together: some seventy times the present size. */
    public static final long MOST_BYTES = 32L * 1024 * 1024;
    /** As a tree in memory, outlines take many times their length. */
    private static final int LONGEST_OUTLINES = 2 * 1024 * 1024;

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private Archive() {}

    public static void read(byte[] upload, RowReader reading) {
        var files = unpack(upload, reading.report());
        if (files == null) {
            return;
        }
        for (var file : inOneFolder(files).entrySet()) {
            var name = file.getKey();
            var table = name.endsWith(".csv")
                    ? DataPackage.table(name.substring(0, name.length() - 4)).orElse(null)
                    : null;
            if (table != null) {
                CsvTables.read(file.getValue(), name, table, reading);
            } else if (name.equals(DataPackage.OUTLINES)) {
                readOutlines(file.getValue(), reading);
            } else if (!name.equals(DataPackage.FILE)) {
                var expected = Stream.concat(
                                DataPackage.TABLES.stream().map(Table::file),
                                Stream.of(DataPackage.OUTLINES, DataPackage.FILE))
                        .toList();
                refused(reading.report(), name, Message.of("bundle.noSuchFile", expected));
            }
        }
    }

    /** True when a zip has an entry; false for a file that is not a zip. */
    static boolean has(byte[] file, String entry) {
        try (var zip = open(file)) {
            return zip.getEntry(entry) != null;
        } catch (IOException | IllegalArgumentException malformed) {
            return false;
        }
    }

    /** Counts the entries before reading them, because each takes memory. */
    private static boolean hasTooManyEntries(byte[] file) {
        int entries = 0;
        for (int i = 0; i + ENTRY.length <= file.length && entries <= MOST_ENTRIES; i++) {
            if (file[i] == ENTRY[0] && Arrays.equals(file, i, i + ENTRY.length, ENTRY, 0, ENTRY.length)) {
                entries++;
            }
        }
        return entries > MOST_ENTRIES;
    }

    private static ZipFile open(byte[] file) throws IOException {
        if (hasTooManyEntries(file)) {
            throw new IOException("too many entries");
        }
        return ZipFile.builder().setByteArray(file).get();
    }

    /** The entries by name; {@code null} when the archive is rejected as a whole. */
    public static Map<String, byte[]> unpack(byte[] upload, Report report) {
        var files = new LinkedHashMap<String, byte[]>();
        long left = MOST_BYTES;
        if (hasTooManyEntries(upload)) {
            return refused(report, null, Message.of("bundle.tooManyFiles", MOST_ENTRIES));
        }
        try (var zip = open(upload)) {
            var entries = new ArrayList<ZipArchiveEntry>();
            zip.getEntriesInPhysicalOrder().asIterator().forEachRemaining(entries::add);
            for (var entry : entries) {
                var name = entry.getName();
                if (climbs(name) || entry.isUnixSymlink()) {
                    return refused(report, name, Message.of("bundle.unsafeName"));
                }
                if (entry.isDirectory() || name.startsWith("__MACOSX/") || name.endsWith(".DS_Store")) {
                    continue;
                }
                if (entry.getGeneralPurposeBit().usesEncryption() || !METHODS.contains(entry.getMethod())) {
                    return refused(report, name, Message.of("bundle.encrypted"));
                }
                byte[] content;
                try (var stream = zip.getInputStream(entry)) {
                    content = stream.readNBytes((int) left + 1);
                }
                left -= content.length;
                if (left < 0) {
                    return refused(report, name, Message.of("bundle.unpackedTooLarge", MOST_BYTES));
                }
                if (crc(content) != entry.getCrc()) {
                    return refused(report, name, Message.of("bundle.damaged"));
                }
                if (files.put(name, content) != null) {
                    return refused(report, name, Message.of("bundle.fileTwice"));
                }
            }
            return files;
        } catch (IOException | IllegalArgumentException malformed) {
            return refused(report, null, Message.of("bundle.unreadable"));
        }
    }

    private static Map<String, byte[]> refused(Report report, String file, Message explanation) {
        report.add(Finding.error(file, null, null, null, explanation));
        return null;
    }

    private static long crc(byte[] content) {
        var crc = new CRC32();
        crc.update(content);
        return crc.getValue();
    }

    private static boolean climbs(String name) {
        return name.isEmpty()
                || name.startsWith("/")
                || name.indexOf('\\') >= 0
                || name.indexOf(':') >= 0
                || name.indexOf('\0') >= 0
                || ("/" + name + "/").contains("/../");
    }

    /** Removes the folder name in front of each file, as zipping a folder adds it. */
    private static Map<String, byte[]> inOneFolder(Map<String, byte[]> files) {
        var folders = new HashSet<String>();
        files.keySet().forEach(name -> folders.add(name.substring(0, name.indexOf('/') + 1)));
        if (folders.size() != 1) {
            return files;
        }
        var folder = folders.iterator().next();
        var within = new LinkedHashMap<String, byte[]>();
        files.forEach((name, content) -> within.put(name.substring(folder.length()), content));
        return within;
    }

    static void readOutlines(byte[] file, RowReader reading) {
        if (file.length > LONGEST_OUTLINES) {
            refused(reading.report(), DataPackage.OUTLINES, Message.of("bundle.fileTooLarge", LONGEST_OUTLINES));
            return;
        }
        try {
            var features = JSON.readTree(file).path("features");
            if (!features.isArray()) {
                throw new IOException("no features");
            }
            for (JsonNode feature : features) {
                var province = feature.path("properties").path("id").asText();
                if (reading.draft().outline(province, feature.path("geometry").toString()) != null) {
                    reading.report()
                            .add(Finding.error(
                                    DataPackage.OUTLINES, null, null, province, Message.of("bundle.provinceTwice")));
                }
            }
        } catch (IOException malformed) {
            refused(
                    reading.report(),
                    DataPackage.OUTLINES,
                    Message.of("finding.expected", Message.of("expected.featureCollection")));
        }
    }

    /** Writes the archive row by row. */
    public static void write(Revision revision, Tables tables, OutputStream stream) throws IOException {
        var time = FileTime.from(revision.publishedAt());
        try (var zip = new ZipOutputStream(stream)) {
            begin(zip, DataPackage.FILE, time);
            zip.write(DataPackage.document(revision));
            for (var table : DataPackage.TABLES) {
                begin(zip, table.file(), time);
                CsvTables.write(table, rows(tables, table), zip);
            }
            begin(zip, DataPackage.OUTLINES, time);
            zip.write(JSON.writeValueAsBytes(
                    outlines(rows(tables, DataPackage.table(PROVINCES).orElseThrow()))));
        }
    }

    private static Iterator<ObjectNode> rows(Tables tables, Table table) {
        return tables.of(table.row()).stream().map(Dataset::row).iterator();
    }

    private static void begin(ZipOutputStream zip, String name, FileTime time) throws IOException {
        var entry = new ZipEntry(name);
        entry.setLastModifiedTime(time);
        zip.putNextEntry(entry);
    }

    private static ObjectNode outlines(Iterator<ObjectNode> provinces) throws IOException {
        var collection = JSON.createObjectNode().put("type", "FeatureCollection");
        var features = collection.putArray("features");
        while (provinces.hasNext()) {
            var province = provinces.next();
            var feature = features.addObject().put("type", "Feature");
            feature.putObject("properties").put("id", province.get("id").asText());
            feature.set("geometry", JSON.readTree(province.get(OUTLINE).asText()));
        }
        return collection;
    }

    /** Receives the tables one by one. */
    interface TableConsumer {
        CsvTables.RowConsumer rowsOf(Table table) throws IOException;
    }

    /**
     * Reads an archive of any size that {@link #write} wrote, row by row. Such an archive needs no limits and no checks.
     *
     * @return the outline of each province
     */
    static Map<String, String> readOwn(InputStream stream, TableConsumer each) throws IOException {
        var outlines = new HashMap<String, String>();
        var zip = new ZipInputStream(stream);
        for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
            var name = entry.getName();
            if (name.equals(DataPackage.OUTLINES)) {
                for (var feature : JSON.readTree(zip.readAllBytes()).path("features")) {
                    outlines.put(
                            feature.path("properties").path("id").asText(),
                            feature.path("geometry").toString());
                }
            } else if (!name.equals(DataPackage.FILE)) {
                // A later release may have more tables.
                var table = DataPackage.table(name.replace(".csv", ""));
                if (table.isPresent()) {
                    CsvTables.readOwn(zip, table.get(), each.rowsOf(table.get()));
                }
            }
        }
        return outlines;
    }
}
