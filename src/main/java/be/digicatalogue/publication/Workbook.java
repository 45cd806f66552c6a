package be.digicatalogue.publication;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;

/**
 * A dataset as an Excel workbook (Office Open XML) with a sheet per table. The outlines of the provinces do not fit in
 * cells; publishing a workbook keeps those that are known.
 */
final class Workbook {

    private static final byte[] OLE2 = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};

    /** Parts that reach outside the workbook or run something. */
    private static final Pattern ACTIVE = Pattern.compile(
            "xl/(externalLinks|embeddings|activeX|ctrlProps)/.*|xl/(vbaProject\\.bin|connections\\.xml)|.*\\.bin");

    private static final Pattern DOCTYPE = Pattern.compile("<!(DOCTYPE|ENTITY)", Pattern.CASE_INSENSITIVE);

    private Workbook() {}

    static void read(byte[] upload, Reading reading) {
        var report = reading.report();
        if (upload.length > 4 && java.util.Arrays.equals(upload, 0, 4, OLE2, 0, 4)) {
            refused(
                    report,
                    null,
                    "Toegestaan: een werkmap als .xlsx, zonder wachtwoord.",
                    "Allowed: a workbook as .xlsx, without a password.");
            return;
        }
        var parts = Archive.unpack(upload, report);
        if (parts == null || !harmless(parts, report)) {
            return;
        }
        try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(upload), new ReadingOptions(true, true))) {
            for (var sheet : workbook.getSheets().toList()) {
                var table = DataPackage.table(sheet.getName()).orElse(null);
                if (table == null) {
                    var allowed = String.join(
                                    ", ",
                                    DataPackage.TABLES.stream().map(Table::name).toList()) + ".";
                    refused(
                            report,
                            sheet.getName(),
                            "Dit blad hoort niet bij de dataset. Toegestaan: " + allowed,
                            "This sheet is not part of the dataset. Allowed: " + allowed);
                    continue;
                }
                try (var rows = sheet.openStream()) {
                    read(rows.iterator(), reading.new Sheet(table, sheet.getName()), report);
                }
            }
        } catch (IOException
                | ExcelReaderException
                | UncheckedIOException
                | IllegalArgumentException
                | IndexOutOfBoundsException
                | NullPointerException malformed) {
            // The reader says in many ways that it does not understand what it was given.
            refused(report, null, "Dit is geen leesbare werkmap (.xlsx).", "This is no readable workbook (.xlsx).");
        }
    }

    private static void refused(Report report, String file, String nl, String en) {
        report.add(Finding.error(file, null, null, null, nl, en));
    }

    private static boolean harmless(Map<String, byte[]> parts, Report report) {
        int errors = report.errors();
        parts.forEach((name, content) -> {
            if (ACTIVE.matcher(name).matches()) {
                refused(
                        report,
                        name,
                        "Toegestaan: een werkmap zonder macro's, ingesloten objecten en koppelingen naar buiten.",
                        "Allowed: a workbook without macros, embedded objects and external links.");
            } else if (DOCTYPE.matcher(new String(content, StandardCharsets.ISO_8859_1))
                            .find()
                    && (name.endsWith(".xml") || name.endsWith(".rels"))) {
                refused(
                        report,
                        name,
                        "Toegestaan: XML zonder documenttype en entiteiten.",
                        "Allowed: XML without a document type and entities.");
            }
        });
        return report.errors() == errors;
    }

    private static void read(java.util.Iterator<Row> rows, Reading.Sheet sheet, Report report) {
        if (!rows.hasNext()) {
            sheet.header(List.of());
            return;
        }
        var header = new ArrayList<String>();
        for (var cell : rows.next()) {
            header.add(cell == null ? "" : cell.getText().strip());
        }
        while (!header.isEmpty() && header.get(header.size() - 1).isEmpty()) {
            header.remove(header.size() - 1);
        }
        if (!sheet.header(header)) {
            return;
        }
        while (rows.hasNext()) {
            var row = rows.next();
            var cells = new ArrayList<String>();
            for (int i = 0; i < row.getCellCount(); i++) {
                cells.add(text(row.getCell(i), row.getRowNum(), sheet.column(i), sheet, report));
            }
            while (cells.size() > header.size()
                    && (cells.get(cells.size() - 1) == null
                            || cells.get(cells.size() - 1).isBlank())) {
                cells.remove(cells.size() - 1);
            }
            if (!sheet.row(row.getRowNum(), cells)) {
                return;
            }
        }
    }

    private static String text(Cell cell, int number, Column column, Reading.Sheet sheet, Report report) {
        if (cell == null || cell.getType() == CellType.EMPTY) {
            return null;
        }
        var name = column == null ? null : column.name();
        if (cell.getType() == CellType.FORMULA) {
            report.add(Finding.error(
                    sheet.file(),
                    number,
                    name,
                    "=" + cell.getFormula(),
                    "Toegestaan: waarden, geen formules. Plak de kolom als waarden.",
                    "Allowed: values, no formulas. Paste the column as values."));
            return null;
        }
        if (cell.getType() == CellType.ERROR) {
            report.add(Finding.error(
                    sheet.file(),
                    number,
                    name,
                    cell.getRawValue(),
                    "Toegestaan: een waarde; dit is een foutmelding van Excel.",
                    "Allowed: a value; this is an error of Excel."));
            return null;
        }
        if (cell.getType() == CellType.NUMBER) {
            return column != null && column.type() == Column.Type.DATE
                    ? cell.asDate().toLocalDate().toString()
                    : cell.asNumber().stripTrailingZeros().toPlainString();
        }
        return cell.getType() == CellType.BOOLEAN ? cell.asBoolean().toString() : cell.getText();
    }

    static void write(Dataset dataset, OutputStream stream) throws IOException {
        var workbook = new org.dhatim.fastexcel.Workbook(stream, "Digi Catalogue", "1.0");
        for (var table : DataPackage.TABLES) {
            var sheet = workbook.newWorksheet(table.name());
            sheet.freezePane(0, 1);
            for (int i = 0; i < table.columns().size(); i++) {
                sheet.value(0, i, table.columns().get(i).name());
                sheet.style(0, i).bold().set();
                // Text, so that Excel makes no number of a postal code and no date of a house number.
                sheet.style(i).format("@").set();
            }
            int number = 1;
            for (var row : dataset.of(table).values()) {
                for (int i = 0; i < table.columns().size(); i++) {
                    var column = table.columns().get(i);
                    var value = row.get(column.name());
                    if (value == null) {
                        continue;
                    }
                    if (value.isNumber()) {
                        sheet.value(number, i, value.decimalValue());
                    } else {
                        sheet.value(number, i, column.text(value));
                    }
                }
                number++;
            }
            sheet.finish();
        }
        workbook.finish();
    }
}
