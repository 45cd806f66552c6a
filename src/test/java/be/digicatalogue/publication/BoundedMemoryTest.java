package be.digicatalogue.publication;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import be.digicatalogue.dataset.BundledDataset;
import be.digicatalogue.dataset.Column;
import be.digicatalogue.dataset.DataPackage;
import be.digicatalogue.dataset.Draft;
import be.digicatalogue.dataset.Report;
import be.digicatalogue.dataset.RowReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The worst uploads that somebody can send are read and checked within the heap that the smallest of services has: in a
 * process of their own, so that the bound is one, and one after the other, so that none may leave anything behind.
 */
class BoundedMemoryTest {

    private static final String HEAP = "-Xmx256m";

    private static final int MEGABYTE = 1024 * 1024;

    @TempDir
    private Path folder;

    /** What the process runs: reads bundles and checks them, as publishing would before it writes. */
    public static void main(String... bundles) throws IOException {
        var heap = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .toList();
        var current = BundledDataset.dataset();
        for (var bundle : bundles) {
            heap.forEach(MemoryPoolMXBean::resetPeakUsage);
            var report = new Report();
            var reading = new RowReader(report).bundle(Files.readAllBytes(Path.of(bundle)));
            Checks.check(reading.draft().over(current, Draft.Mode.REPLACE), reading.draft(), report);
            long peak = heap.stream()
                    .mapToLong(pool -> pool.getPeakUsage().getUsed())
                    .sum();
            System.out.println(report.errors() + " errors, heap up to " + peak / MEGABYTE + " MB");
        }
    }

    @Test
    void theWorstUploadsAreRefusedWithinTheHeap() throws Exception {
        var uploads = new LinkedHashMap<String, byte[]>();
        uploads.put("a bomb of a gigabyte", zip("places.csv", "x".repeat(MEGABYTE), 1024));
        uploads.put("32 MB in one cell", zip("places.csv", "x".repeat(MEGABYTE), 31));
        uploads.put("32 MB of one row", zip("places.csv", header("places"), "x,".repeat(MEGABYTE / 2), 31));
        uploads.put("32 MB of empty rows", zip("places.csv", header("places"), ",\n".repeat(MEGABYTE / 2) + "x\n", 31));
        uploads.put("32 MB of outlines", zip("province-outlines.geojson", "[1,".repeat(MEGABYTE / 3), 31));
        uploads.put("300 000 entries", entries(300_000));
        for (var table : List.of("service-points", "organisations", "digibank-municipalities", "opening-exceptions")) {
            uploads.put("as many rows as may be of " + table, rows(table, RowReader.MOST_ROWS));
            uploads.put("a million rows of " + table, rows(table, 1_000_000));
        }
        uploads.put("32 MB of a sheet", sheet("<row><c><v>1</v></c></row>".repeat(10_000), 120));
        uploads.put("32 MB of shared strings", strings());
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                HEAP,
                "-XX:+ExitOnOutOfMemoryError",
                "-Djava.util.logging.manager=" + System.getProperty("java.util.logging.manager"),
                "-cp",
                System.getProperty("java.class.path"),
                BoundedMemoryTest.class.getName()));
        for (var upload : uploads.values()) {
            command.add(Files.write(folder.resolve("bundle-" + command.size()), upload)
                    .toString());
        }
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), told);
        var lines = told.lines().iterator();
        uploads.forEach((name, upload) -> {
            var line = lines.next();
            System.out.println(name + " (" + upload.length / 1024 + " kB sent): " + line);
            assertTrue(line.matches("[1-9]\\d* errors, heap up to \\d+ MB"), name + ": " + told);
        });
        assertFalse(lines.hasNext(), told);
    }

    private static String header(String table) {
        return DataPackage.table(table).orElseThrow().columns().stream()
                        .map(Column::name)
                        .collect(Collectors.joining(","))
                + "\n";
    }

    /** Rows of many short cells, which take the most room for their length; each has a key of its own. */
    private static byte[] rows(String table, int count) throws IOException {
        var of = DataPackage.table(table).orElseThrow();
        var zip = new ByteArrayOutputStream();
        try (var stream = new ZipOutputStream(zip)) {
            stream.putNextEntry(new ZipEntry(of.file()));
            stream.write(header(table).getBytes(StandardCharsets.UTF_8));
            for (int i = 0; i < count; i++) {
                int number = i;
                stream.write((of.columns().stream()
                                        .map(column -> switch (column.type()) {
                                            case STRING -> of.key().contains(column.name()) ? "k" + number : "x";
                                            case INTEGER, NUMBER -> "50";
                                            case BOOLEAN -> "true";
                                            case DATE -> "2026-01-01";
                                            case LIST -> "y;z";
                                        })
                                        .collect(Collectors.joining(","))
                                + "\n")
                        .getBytes(StandardCharsets.UTF_8));
            }
        }
        return zip.toByteArray();
    }

    private static byte[] entries(int count) throws IOException {
        var zip = new ByteArrayOutputStream();
        try (var stream = new ZipOutputStream(zip)) {
            stream.setLevel(0);
            for (int i = 0; i < count; i++) {
                stream.putNextEntry(new ZipEntry(Integer.toString(i, 36)));
            }
        }
        return zip.toByteArray();
    }

    private static byte[] sheet(String rows, int times) throws IOException {
        var workbook = new LinkedHashMap<>(Broken.partsOf("places", Broken.row("id") + "MORE"));
        var part = new String(workbook.get("xl/worksheets/sheet1.xml"), StandardCharsets.UTF_8).split("MORE");
        workbook.put(
                "xl/worksheets/sheet1.xml",
                (part[0] + String.join("", Collections.nCopies(times, rows)) + part[1])
                        .getBytes(StandardCharsets.UTF_8));
        return Broken.zip(workbook);
    }

    /** As many different short texts as fit. */
    private static byte[] strings() throws IOException {
        var xml = new StringBuilder("<sst xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main'>");
        for (int i = 0; xml.length() < 31 * MEGABYTE; i++) {
            xml.append("<si><t>").append(Integer.toString(i, 36)).append("</t></si>");
        }
        var workbook = new LinkedHashMap<>(Broken.partsOf("places", "<row><c t='s'><v>1000000</v></c></row>"));
        workbook.put("xl/sharedStrings.xml", xml.append("</sst>").toString().getBytes(StandardCharsets.UTF_8));
        workbook.computeIfPresent("[Content_Types].xml", (name, types) -> new String(types, StandardCharsets.UTF_8)
                .replace(
                        "</Types>",
                        "<Override PartName='/xl/sharedStrings.xml' ContentType='application/vnd.openxmlformats-"
                                + "officedocument.spreadsheetml.sharedStrings+xml'/></Types>")
                .getBytes(StandardCharsets.UTF_8));
        return Broken.zip(workbook);
    }

    /** A file whose content is the last part again and again, as often as the number at the end says. */
    private static byte[] zip(String name, Object... parts) throws IOException {
        var zip = new ByteArrayOutputStream();
        try (var stream = new ZipOutputStream(zip)) {
            stream.putNextEntry(new ZipEntry(name));
            for (int i = 0; i < parts.length - 2; i++) {
                stream.write(((String) parts[i]).getBytes(StandardCharsets.UTF_8));
            }
            var last = ((String) parts[parts.length - 2]).getBytes(StandardCharsets.UTF_8);
            for (int i = 0; i < (Integer) parts[parts.length - 1]; i++) {
                stream.write(last);
            }
        }
        return zip.toByteArray();
    }
}
