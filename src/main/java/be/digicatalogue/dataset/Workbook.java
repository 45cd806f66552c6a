package be.digicatalogue.dataset;

import be.digicatalogue.fact.Message;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.Worksheet;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;

/**
 * The dataset as an Excel workbook (Office Open XML) with one sheet per table. The outlines of the provinces do not fit in
 * cells, so publishing a workbook keeps the existing ones.
 */
public final class Workbook {

    private static final byte[] OLE2 = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};

    /** Parts that refer to something outside the workbook or run code. */
    private static final Pattern ACTIVE = Pattern.compile(
            "xl/(externalLinks|embeddings|activeX|ctrlProps|macrosheets|dialogsheets)/.*|xl/connections\\.xml"
                    // Excel stores the printer settings of the last person who printed the workbook.
                    + "|(?!xl/printerSettings/).*\\.bin",
            Pattern.CASE_INSENSITIVE);

    private static final String FORMATS = "spreadsheetml.styles+xml";

    private static final Pattern WORD_GAP = Pattern.compile("[\\s\\p{Z}_-]+");

    private static final int ROWS_IN_MEMORY = 1_000;

    private Workbook() {}

    /**
     * True for a workbook, false for a plain zip. The old binary format counts as a workbook too, so that it is rejected as
     * one.
     */
    static boolean is(byte[] file) {
        return isOld(file) || Archive.has(file, "[Content_Types].xml");
    }

    private static boolean isOld(byte[] file) {
        return file.length > OLE2.length && Arrays.equals(file, 0, OLE2.length, OLE2, 0, OLE2.length);
    }

    public static void read(byte[] upload, RowReader reading) {
        var report = reading.report();
        if (isOld(upload)) {
            refused(report, null, Message.of("bundle.oldWorkbook"));
            return;
        }
        var files = Archive.unpack(upload, report);
        var parts = files == null ? null : harmless(files, report);
        if (parts == null) {
            return;
        }
        var options = new ReadingOptions(hasFormats(files), true);
        try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(upload), options)) {
            read(workbook, parts, reading);
        } catch (IOException
                | ExcelReaderException
                | UncheckedIOException
                | IllegalArgumentException
                | IllegalStateException
                | IndexOutOfBoundsException
                | NullPointerException malformed) {
            // The reader reports invalid input with many types of exception.
            refused(report, null, Message.of("bundle.unreadableWorkbook"));
            DataPackage.TABLES.forEach(reading.draft()::abandon);
        }
    }

    private static void refused(Report report, String file, Message explanation) {
        report.add(Finding.error(file, null, null, null, explanation));
    }

    /** Reports every part that must not be read; {@code null} when there is one. */
    private static WorkbookParts harmless(Map<String, byte[]> parts, Report report) {
        int errors = report.errors();
        var read = new WorkbookParts(parts);
        parts.keySet().forEach(name -> {
            if (ACTIVE.matcher(name).matches()) {
                refused(report, name, Message.of("bundle.activeWorkbook"));
            } else if (read.harmful().contains(name)) {
                refused(report, name, Message.of("bundle.foreignWorkbook"));
            }
        });
        if (report.errors() == errors && read.strict()) {
            refused(report, null, Message.of("bundle.strictWorkbook"));
        }
        return report.errors() == errors ? read : null;
    }

    /** The library reads formats only from a workbook that has some. */
    private static boolean hasFormats(Map<String, byte[]> parts) {
        return new String(parts.get("[Content_Types].xml"), StandardCharsets.UTF_8).contains(FORMATS);
    }

    private static void read(ReadableWorkbook workbook, WorkbookParts parts, RowReader reading) throws IOException {
        var seen = new HashMap<Table, String>();
        for (var sheet : workbook.getSheets().toList()) {
            var name = sheet.getName();
            var table = table(name);
            var part = parts.sheet(sheet.getId());
            if (table == null) {
                if (!part.missing().isEmpty() || !isEmpty(sheet)) {
                    refused(
                            reading.report(),
                            name,
                            Message.of(
                                    "bundle.noSuchSheet",
                                    DataPackage.TABLES.stream().map(Table::name).toList()));
                }
                continue;
            }
            var other = seen.putIfAbsent(table, name);
            if (other != null) {
                refused(reading.report(), name, Message.of("bundle.sheetTwice", other, table.name()));
                continue;
            }
            var rows = reading.new SheetReader(table, name);
            doubts(sheet, part, rows);
            if (part.missing().isEmpty()) {
                try (var cells = sheet.openStream()) {
                    read(cells.iterator(), rows, parts.since1904());
                }
            } else {
                part.missing().forEach(text -> reading.report()
                        .add(Finding.error(name, text.row(), null, text.cell(), Message.of("bundle.missingText"))));
                reading.draft().abandon(table);
            }
        }
    }

    /** The table of a sheet, however the name is written: {@code Service points } is {@code service-points}. */
    private static Table table(String sheet) {
        var name = WORD_GAP.matcher(Column.stripped(sheet)).replaceAll("-").toLowerCase(Locale.ROOT);
        return DataPackage.table(name).orElse(null);
    }

    /** True for a sheet without a text or number, as Excel puts in a new workbook. */
    private static boolean isEmpty(Sheet sheet) throws IOException {
        try (var rows = sheet.openStream()) {
            return rows.allMatch(row ->
                    row.stream().allMatch(cell -> cell == null || cell.getText().isBlank()));
        }
    }

    private static void doubts(Sheet sheet, WorkbookParts.SheetPart part, RowReader.SheetReader rows) {
        if (!part.merged().isEmpty()) {
            rows.doubt(null, String.join(", ", part.merged()), Message.of("bundle.mergedCells"));
        }
        if (sheet.getVisibility() != SheetVisibility.VISIBLE) {
            rows.doubt(null, null, Message.of("bundle.hiddenSheet"));
        }
        if (!part.hidden().isEmpty()) {
            rows.doubt(
                    part.hidden().get(0),
                    null,
                    Message.of("bundle.hiddenRows", part.hidden().size()));
        }
    }

    private static void read(java.util.Iterator<Row> rows, RowReader.SheetReader sheet, boolean since1904) {
        if (!rows.hasNext()) {
            sheet.header(List.of());
            return;
        }
        var header = new ArrayList<String>();
        for (var cell : rows.next()) {
            var text = WorkbookCell.of(cell, null, since1904).text();
            header.add(text == null ? "" : text);
        }
        if (!sheet.header(header)) {
            return;
        }
        while (rows.hasNext()) {
            var row = rows.next();
            var cells = new ArrayList<String>();
            for (int i = 0; i < row.getCellCount(); i++) {
                var column = sheet.column(i);
                var cell = WorkbookCell.of(row.getCell(i), column, since1904);
                if (cell.problem() != null) {
                    sheet.unread(row.getRowNum(), column, cell.shown(), cell.problem());
                }
                cells.add(cell.text());
            }
            if (!sheet.row(row.getRowNum(), cells)) {
                return;
            }
        }
    }

    /**
     * Writes a workbook row by row from the output of {@link Archive#write}. Texts are stored in their cells, because a
     * shared table of texts would have to be held in memory.
     */
    public static void write(InputStream zip, OutputStream stream) throws IOException {
        var workbook = new org.dhatim.fastexcel.Workbook(stream, "Digi Catalogue", "1.0");
        Archive.readOwn(zip, table -> new SheetWriter(workbook, table));
        workbook.finish();
    }

    private static final class SheetWriter implements CsvTables.RowConsumer {

        private final Table table;
        private final Worksheet sheet;
        private int rows = 1;

        SheetWriter(org.dhatim.fastexcel.Workbook workbook, Table table) {
            this.table = table;
            sheet = workbook.newWorksheet(table.name());
            sheet.freezePane(0, 1);
            for (int i = 0; i < table.columns().size(); i++) {
                sheet.inlineString(0, i, table.columns().get(i).name());
                sheet.style(0, i).bold().set();
                // Text format, so that Excel does not turn postal codes into numbers or house numbers into dates.
                sheet.style(i).format("@").set();
            }
        }

        @Override
        public void row(ObjectNode row) throws IOException {
            for (int i = 0; i < table.columns().size(); i++) {
                var column = table.columns().get(i);
                var value = row.get(column.name());
                if (value == null) {
                    continue;
                }
                if (value.isNumber()) {
                    sheet.value(rows, i, value.decimalValue());
                } else {
                    sheet.inlineString(rows, i, WorkbookCell.encoded(column.text(value)));
                }
            }
            rows++;
            if (rows % ROWS_IN_MEMORY == 0) {
                sheet.flush();
            }
        }

        @Override
        public void end() throws IOException {
            sheet.finish();
        }
    }
}
