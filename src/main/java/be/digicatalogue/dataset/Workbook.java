package be.digicatalogue.dataset;

import be.digicatalogue.fact.Message;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.dhatim.fastexcel.Worksheet;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;

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

    private static final Pattern XML = Pattern.compile(".*\\.(xml|rels)", Pattern.CASE_INSENSITIVE);
    /** Up to XFD1048576, the last possible cell of a sheet. */
    private static final Pattern CELL = Pattern.compile("[A-Z]{1,3}[0-9]{1,7}");

    /** Excel's numbers have 15 digits and exponents of three. */
    private static final int LONGEST_NUMBER = 40;

    private static final int ROWS_IN_MEMORY = 1_000;

    private static final XMLInputFactory XML_READER = xmlReader();

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
        var parts = Archive.unpack(upload, report);
        if (parts == null || !harmless(parts, report)) {
            return;
        }
        try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(upload), new ReadingOptions(false, true))) {
            for (var sheet : workbook.getSheets().toList()) {
                var table = DataPackage.table(sheet.getName()).orElse(null);
                if (table == null) {
                    refused(
                            report,
                            sheet.getName(),
                            Message.of(
                                    "bundle.noSuchSheet",
                                    DataPackage.TABLES.stream().map(Table::name).toList()));
                    continue;
                }
                try (var rows = sheet.openStream()) {
                    read(rows.iterator(), reading.new SheetReader(table, sheet.getName()));
                }
            }
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

    private static boolean harmless(Map<String, byte[]> parts, Report report) {
        int errors = report.errors();
        parts.forEach((name, content) -> {
            if (ACTIVE.matcher(name).matches()) {
                refused(report, name, Message.of("bundle.activeWorkbook"));
            } else if (XML.matcher(name).matches() && !isHarmless(content)) {
                refused(report, name, Message.of("bundle.foreignWorkbook"));
            }
        });
        return report.errors() == errors;
    }

    /**
     * True when the workbook reader can process a part safely. It allocates memory for every column up to that of a cell, and
     * takes a long time for a number of a million digits.
     */
    private static boolean isHarmless(byte[] part) {
        try {
            var xml = XML_READER.createXMLStreamReader(new ByteArrayInputStream(part));
            boolean text = false;
            int length = 0;
            while (xml.hasNext()) {
                switch (xml.next()) {
                    case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE -> {
                        return false;
                    }
                    case XMLStreamConstants.START_ELEMENT -> {
                        length = 0;
                        if (xml.getLocalName().equals("c")) {
                            var cell = xml.getAttributeValue(null, "r");
                            var type = xml.getAttributeValue(null, "t");
                            text = type != null && !type.equals("n");
                            if (cell != null && !CELL.matcher(cell).matches()) {
                                return false;
                            }
                        }
                    }
                    case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> length += xml.getTextLength();
                    case XMLStreamConstants.END_ELEMENT -> {
                        if (xml.getLocalName().equals("v") && !text && length > LONGEST_NUMBER) {
                            return false;
                        }
                    }
                    default -> {
                        // the workbook reader ignores this part
                    }
                }
            }
            return true;
        } catch (XMLStreamException malformed) {
            return false;
        }
    }

    private static XMLInputFactory xmlReader() {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }

    private static void read(java.util.Iterator<Row> rows, RowReader.SheetReader sheet) {
        if (!rows.hasNext()) {
            sheet.header(List.of());
            return;
        }
        var header = new ArrayList<String>();
        for (var cell : rows.next()) {
            header.add(cell == null ? "" : cell.getText());
        }
        if (!sheet.header(header)) {
            return;
        }
        while (rows.hasNext()) {
            var row = rows.next();
            var cells = new ArrayList<String>();
            for (int i = 0; i < row.getCellCount(); i++) {
                cells.add(text(row.getCell(i), row.getRowNum(), sheet.column(i), sheet));
            }
            if (!sheet.row(row.getRowNum(), cells)) {
                return;
            }
        }
    }

    private static String text(Cell cell, int number, Column column, RowReader.SheetReader sheet) {
        if (cell == null || cell.getType() == CellType.EMPTY) {
            return null;
        }
        if (cell.getType() == CellType.FORMULA) {
            sheet.unread(number, column, "=" + cell.getFormula(), Message.of("bundle.formula"));
            return null;
        }
        if (cell.getType() == CellType.ERROR) {
            sheet.unread(number, column, cell.getRawValue(), Message.of("bundle.errorCell"));
            return null;
        }
        if (cell.getType() == CellType.NUMBER) {
            return column != null && column.type() == Column.Type.DATE ? day(cell) : number(cell.asNumber());
        }
        return cell.getType() == CellType.BOOLEAN ? cell.asBoolean().toString() : cell.getText();
    }

    private static String day(Cell cell) {
        try {
            return cell.asDate().toLocalDate().toString();
        } catch (DateTimeException noSuchDay) {
            return cell.getRawValue();
        }
    }

    /** In full, unless that would be a text of a billion digits. */
    private static String number(BigDecimal number) {
        return Math.abs((long) number.scale()) > LONGEST_NUMBER
                ? number.toString()
                : number.stripTrailingZeros().toPlainString();
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
                    sheet.inlineString(rows, i, column.text(value));
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
