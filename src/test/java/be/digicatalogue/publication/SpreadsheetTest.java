package be.digicatalogue.publication;

import static org.junit.jupiter.api.Assertions.assertEquals;

import be.digicatalogue.dataset.Archive;
import be.digicatalogue.dataset.BundledDataset;
import be.digicatalogue.dataset.Column;
import be.digicatalogue.dataset.DataPackage;
import be.digicatalogue.dataset.Dataset;
import be.digicatalogue.dataset.Draft;
import be.digicatalogue.dataset.Finding;
import be.digicatalogue.dataset.Report;
import be.digicatalogue.dataset.Revision;
import be.digicatalogue.dataset.RowReader;
import be.digicatalogue.dataset.Workbook;
import be.digicatalogue.fact.Language;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What spreadsheets make of what people type, as reported in public: each cell with the value that it has, or the error that
 * the curator reads. An expected text that starts with {@code !} is the beginning of an error, with {@code ?} of a warning.
 *
 * <p>Among the reports: genes that became dates (Ziemann and others, 2016); {@code date1904="1"} (excel-streaming-reader issue
 * 218, rubyXL 53); {@code _x005F_} (exceljs 584, fesod 991); shared texts that are missing (filesql 1115, xlsx2csv 315); merged
 * cells (spreadsheet-reader 77).
 */
class SpreadsheetTest {

    private static final Dataset BUNDLED = BundledDataset.dataset();

    private static final String DAY = "!Expected an existing day as YYYY-MM-DD, ";
    private static final String DATE = "!Excel made a date (";
    private static final String TIME = "!Excel made a time (";
    private static final String NUMBER = "!Excel made a number of what you typed";
    private static final String BOOLEAN = "!Excel made true or false of what you typed";
    private static final String ERROR = "!This cell has an error of Excel instead of a value.";
    private static final String FORMULA = "!Formulas are not allowed.";
    private static final String PART = "!Excel made 2025-05-03 of this, but does not show all of that date.";

    /** The format codes of the styles that the cells below name by position. */
    private static final List<String> FORMATS = List.of(
            "General",
            "mm-dd-yy",
            "d-mmm",
            "mmm-yy",
            "h:mm",
            "[h]:mm:ss",
            "0%",
            "0.00E+00",
            "m/d/yy h:mm",
            "@",
            "[$-813]d\\ mmmm\\ yyyy;@",
            "0\" days\"",
            "[Red]0",
            "yyyy",
            "dd/mm/jjjj",
            "\"h\"0",
            "#,##0.00\\ \"m²\"",
            "mm:ss",
            "0.00%",
            "yyyy\\-mm\\-dd",
            "h:mm AM/PM",
            "_-* #,##0\\ \"d\"_-",
            "[$€-813]\\ #,##0");

    private static int style(String format) {
        int style = FORMATS.indexOf(format);
        assertEquals(format, style < 0 ? null : FORMATS.get(style));
        return style;
    }

    private static String number(String format, String value) {
        return "<c s='" + style(format) + "'><v>" + value + "</v></c>";
    }

    private static String text(String text) {
        return "<c t='inlineStr'><is><t xml:space='preserve'>" + text + "</t></is></c>";
    }

    static List<Arguments> cells() {
        var cells = new ArrayList<Arguments>();
        dates(cells);
        texts(cells);
        codes(cells);
        other(cells);
        return cells;
    }

    private static void cell(List<Arguments> cells, String column, String cell, String expected) {
        cells.add(Arguments.of(column, cell, expected));
    }

    private static void dates(List<Arguments> cells) {
        var day = "45780"; // 3 May 2025
        // House numbers, names of genes and the like.
        cell(cells, "house_number", number("d-mmm", day), DATE + "2025-05-03)");
        cell(cells, "house_number", number("d-mmm", "46054"), DATE + "2026-02-01)");
        cell(cells, "house_number", number("mm-dd-yy", day), DATE + "2025-05-03)");
        cell(cells, "name", number("d-mmm", "46082"), DATE + "2026-03-01)");
        cell(cells, "name", number("mmm-yy", "37135"), DATE + "2001-09-01)");
        cell(cells, "opening_hours", number("d-mmm", "46227"), DATE + "2026-07-24)");
        cell(cells, "opening_hours", number("mmm-yy", "42979"), DATE + "2017-09-01)");
        cell(cells, "remark_nl", number("[$-813]d\\ mmmm\\ yyyy;@", day), DATE + "2025-05-03)");
        cell(cells, "street", number("dd/mm/jjjj", day), DATE + "2025-05-03)");
        cell(cells, "street", number("yyyy\\-mm\\-dd", day + ".5"), DATE + "2025-05-03)");
        cell(cells, "services", number("m/d/yy h:mm", day), DATE + "2025-05-03)");
        cell(cells, "lat", number("d-mmm", day), DATE + "2025-05-03)");
        cell(cells, "postal_code", number("yyyy", day), DATE + "2025-05-03)");
        // A date whose format was changed afterwards.
        cell(cells, "house_number", number("General", day), "!45780 is how Excel counts the day 2025-05-03.");
        cell(cells, "house_number", number("@", day), "!45780 is how Excel counts the day 2025-05-03.");
        cell(cells, "remark_nl", number("General", "46227"), "!46227 is how Excel counts the day 2026-07-24.");
        // A date in CSV that a spreadsheet wrote.
        for (var date : List.of(
                "3-mei", "1-feb", "mrt-01", "3/05/2025", "2025-05-03", "5-août", "mai-17", "1-Mär", "03.05.2025")) {
            cell(cells, "house_number", text(date), DATE + date + ")");
        }
        for (var number : List.of("3-5", "12/2", "12 bus 3", "1A", "2025", "12.A", "3 m", "10-12-14")) {
            cell(cells, "house_number", text(number), number);
        }
        // Times are parts of a day.
        cell(cells, "opening_hours", number("h:mm", "0.375"), TIME + "09:00)");
        cell(cells, "opening_hours", number("h:mm AM/PM", "0.75"), TIME + "18:00)");
        cell(cells, "opening_hours", number("[h]:mm:ss", "1.5"), TIME + "12:00)");
        cell(cells, "house_number", number("mm:ss", "0.0625"), TIME + "01:30)");
        cell(cells, "remark_nl", number("h:mm", "0.9999999"), TIME + "00:00)");
        // What only looks like the format of a date.
        cell(cells, "house_number", number("0\" days\"", "12"), "12");
        cell(cells, "house_number", number("[Red]0", "12"), "12");
        cell(cells, "house_number", number("\"h\"0", "12"), "12");
        cell(cells, "house_number", number("_-* #,##0\\ \"d\"_-", "12"), "12");
        cell(cells, "house_number", number("#,##0.00\\ \"m²\"", "12"), "12");
        cell(cells, "house_number", number("[$€-813]\\ #,##0", "12"), "12");
        // Columns of days: a date is as precise as what is shown.
        cell(cells, "verified_on", number("mm-dd-yy", day), "2025-05-03");
        cell(cells, "verified_on", number("m/d/yy h:mm", day + ".75"), "2025-05-03");
        cell(cells, "verified_on", number("General", day), "2025-05-03");
        cell(cells, "verified_on", number("[$-813]d\\ mmmm\\ yyyy;@", day), "2025-05-03");
        cell(cells, "verified_on", text("2025-05-03"), "2025-05-03");
        cell(cells, "verified_on", text("2025-05-03T00:00:00"), "2025-05-03");
        cell(cells, "verified_on", text("2025-05-03 00:00"), "2025-05-03");
        cell(cells, "verified_on", text("2025-05-03 14:00"), DAY);
        cell(cells, "verified_on", number("d-mmm", day), PART);
        cell(cells, "verified_on", number("mmm-yy", day), PART);
        cell(cells, "verified_on", number("General", "2023"), DAY);
        cell(cells, "verified_on", number("General", "20250503"), DAY);
        cell(cells, "verified_on", number("h:mm", "0.375"), DAY);
        cell(cells, "verified_on", number("mm-dd-yy", "60"), DAY);
        cell(cells, "verified_on", number("mm-dd-yy", "-1"), DAY);
        cell(cells, "verified_on", number("mm-dd-yy", "1E300"), DAY);
    }

    private static void texts(List<Arguments> cells) {
        cell(cells, "remark_nl", text("_x0041_b"), "Ab");
        cell(cells, "remark_nl", text("_x00E9__x00e9_n"), "één");
        cell(cells, "remark_nl", text("_x005F_x0041_"), "_x0041_");
        cell(cells, "remark_nl", text("_x005F_x005F_x005F_x0041_"), "_x005F_x0041_");
        cell(cells, "remark_nl", text("een_x000D_\ntwee"), "een\ntwee");
        cell(cells, "remark_nl", text("een_x000D_twee"), "een\ntwee");
        cell(cells, "remark_nl", text("een_x000A_twee"), "een\ntwee");
        cell(cells, "remark_nl", text("_xD_ _x00G0_ a_x_b"), "_xD_ _x00G0_ a_x_b");
        cell(
                cells,
                "remark_nl",
                text("een_x0001_"),
                "!Expected a text without invisible or control characters; character 4");
        cell(
                cells,
                "remark_nl",
                text("a_x200B_b"),
                "!Expected a text without invisible or control characters; character 2 is U+200B.");
        cell(cells, "remark_nl", text("a_xD83D__xDE00_"), "a😀");
        cell(
                cells,
                "remark_nl",
                text("a_xD83D_"),
                "!Expected a text without invisible or control characters; character 2 is U+D83D.");
        // Rich text, and texts of formulas that lost their formula.
        cell(
                cells,
                "name",
                "<c t='inlineStr'><is><r><t>Digi</t></r><r><rPr><b/></rPr><t>punt 1</t></r></is></c>",
                "Digipunt 1");
        cell(cells, "name", "<c t='str'><v>Digipunt 2</v></c>", "Digipunt 2");
        cell(cells, "name", "<c t='s'><v>1</v></c>", "Digipunt é 3");
        cell(cells, "name", "<c t='s'><v>2</v></c>", "Digipunt 4");
        cell(cells, "remark_nl", "<c t='s'><v></v></c>", "");
        cell(cells, "remark_nl", "<c t='s'/>", "");
        cell(cells, "remark_nl", text("\u00A0 een\u00A0twee \u2003"), "een\u00A0twee");
        cell(cells, "remark_nl", text("\u00A0"), "");
        cell(cells, "name", text("Cafe\u0301 5"), "Café 5");
        cell(cells, "name", text("Eeklo\u0308 6"), "Eeklö 6");
    }

    private static void codes(List<Arguments> cells) {
        var lost = "!Expected a Belgian postal code of four digits, for instance 9000. Does the value come from Excel";
        cell(cells, "postal_code", number("General", "9000"), "9000");
        cell(cells, "postal_code", number("General", "9000.0"), "9000");
        cell(cells, "postal_code", number("0.00E+00", "9.0E3"), NUMBER);
        cell(cells, "postal_code", text("9000.0"), "9000?A program such as Excel made the number 9000.0 of this.");
        cell(cells, "postal_code", text("9E+03"), lost);
        cell(cells, "postal_code", number("General", "900"), lost);
        cell(cells, "postal_code", number("General", "9000.5"), NUMBER);
        cell(cells, "municipality", number("General", "44021"), "44021");
        cell(cells, "municipality", text("44021.00"), "44021?A program such as Excel");
        cell(cells, "municipality", number("General", "4402"), "!Expected a NIS code of five digits");
        cell(cells, "municipality", text("4,4021E+04"), "!Expected a NIS code of five digits");
        cell(cells, "phone", text("+32 9 267 78 00"), "+32 9 267 78 00");
        cell(cells, "phone", number("General", "3292677800"), "+32 9 267 78 00?A program such as Excel");
        cell(cells, "phone", number("General", "92677800"), "+32 9 267 78 00?A program such as Excel");
        cell(cells, "phone", number("General", "473123456"), "+32 473 12 34 56?A program such as Excel");
        cell(cells, "phone", number("General", "4.73123456E8"), "+32 473 12 34 56?A program such as Excel");
        cell(cells, "phone", text("473123456.0"), "+32 473 12 34 56?A program such as Excel");
        cell(cells, "phone", number("General", "31201234567"), "+31 20 123 4567?A program such as Excel");
        cell(cells, "phone", text("4.73E+08"), "!Expected a phone number in international notation");
        cell(cells, "phone", text("4,73123E+08"), "!Expected a phone number in international notation");
        cell(cells, "phone", number("0.00E+00", "473123456"), NUMBER);
        cell(cells, "phone", number("General", "12"), "!Expected a phone number in international notation");
        cell(cells, "phone", text("0473123456"), "!Expected a phone number in international notation");
        // A number in a text without a form of its own.
        cell(cells, "house_number", number("General", "12"), "12");
        cell(cells, "house_number", number("General", "12.10"), NUMBER);
        cell(cells, "house_number", number("0.00E+00", "100000"), NUMBER);
        cell(cells, "remark_nl", number("General", "1234567890123456"), NUMBER);
        cell(cells, "remark_nl", number("General", "1E999999999"), NUMBER);
        cell(cells, "remark_nl", number("0%", "1E2147483647"), NUMBER);
        cell(cells, "remark_nl", number("d-mmm", "1000E2147483647"), NUMBER);
        cell(cells, "remark_nl", number("h:mm", "1E-2147483647"), NUMBER);
        cell(cells, "verified_on", number("mm-dd-yy", "1E2147483647"), DAY);
        cell(cells, "lat", number("0%", "1E2147483647"), "!Expected a number with a decimal point.");
        cell(cells, "lat", number("0.00E+00", "5.105E1"), "51.05");
    }

    private static void other(List<Arguments> cells) {
        for (var error : List.of("#N/A", "#REF!", "#NAME?", "#VALUE!", "#DIV/0!", "#NULL!", "#NUM!")) {
            cell(cells, "remark_nl", "<c t='e'><v>" + error + "</v></c>", ERROR);
            cell(cells, "remark_nl", text(error), ERROR);
        }
        for (var error : List.of("#N/B", "#VERW!", "#NAAM?", "#WAARDE!", "#DEEL/0!", "#NOM?", "#SPILL!", "########")) {
            cell(cells, "remark_nl", text(error), ERROR);
        }
        for (var harmless : List.of("#1 in Gent", "#WIFI", "Zaal #")) {
            cell(cells, "remark_nl", text(harmless), harmless);
        }
        cell(cells, "remark_nl", "<c><f>A1</f></c>", FORMULA);
        cell(cells, "remark_nl", "<c><f>A1</f><v>2</v></c>", FORMULA);
        cell(cells, "remark_nl", "<c t='str'><f>A1&amp;B1</f><v>ab</v></c>", FORMULA);
        cell(cells, "remark_nl", "<c t='e'><f>A1/0</f><v>#DIV/0!</v></c>", FORMULA);
        cell(cells, "remark_nl", "<c t='b'><f>A1=1</f><v>1</v></c>", FORMULA);
        cell(cells, "remark_nl", "<c t='b'><v>1</v></c>", BOOLEAN);
        cell(cells, "name", "<c t='b'><v>0</v></c>", BOOLEAN);
        cell(cells, "house_number", "<c t='b'><v>1</v></c>", BOOLEAN);
        cell(cells, "services", "<c t='b'><v>1</v></c>", BOOLEAN);
        cell(cells, "lat", "<c t='b'><v>1</v></c>", BOOLEAN);
        cell(cells, "verified_on", "<c t='b'><v>0</v></c>", BOOLEAN);
        cell(cells, "remark_nl", number("0%", "0.45"), "!Excel shows 45%, but stores 0.45.");
        cell(cells, "remark_nl", number("0.00%", "1"), "!Excel shows 100%, but stores 1.");
        cell(cells, "lat", number("0%", "51"), "!Excel shows 5100%, but stores 51.");
        cell(cells, "house_number", number("0%", "0.07"), "!Excel shows 7%, but stores 0.07.");
        cell(cells, "postal_code", number("0.00%", "9000"), "!Excel shows 900000%, but stores 9000.");
    }

    /** All cells in one workbook, each in a row of its own; read once. */
    private static final Read CELLS =
            checked(read(workbook("service-points", rows(cells()), UnaryOperator.identity())));

    private static List<Map<String, String>> rows(List<Arguments> cells) {
        var rows = new ArrayList<Map<String, String>>();
        for (var each : cells) {
            var row = new HashMap<String, String>();
            row.put("id", text("proef-" + rows.size()));
            row.put("name", text("Proef " + rows.size()));
            row.put("location_type", text("fixed"));
            row.put("municipality", text("44021"));
            row.put("urls", text("https://example.org"));
            row.put("street", text("Dok"));
            row.put((String) each.get()[0], (String) each.get()[1]);
            rows.add(row);
        }
        return rows;
    }

    @ParameterizedTest
    @MethodSource
    void cells(String column, String cell, String expected) {
        int number = cells().stream()
                .map(each -> each.get()[0] + " " + each.get()[1])
                .toList()
                .indexOf(column + " " + cell);
        assertSays(expected, CELLS.cell("service-points", number, column));
    }

    /** An expected beginning of an error or warning counts as the whole. */
    private static void assertSays(String expected, String actual) {
        int mark = Math.max(expected.indexOf('!'), expected.indexOf('?'));
        boolean begins = mark >= 0 && actual.startsWith(expected);
        assertEquals(expected, begins ? expected : actual);
    }

    /** A workbook that was read and checked over the bundled dataset. */
    private record Read(Dataset dataset, Draft draft, Report report) {

        /** The value of a cell, then its errors behind {@code !} and warnings behind {@code ?}. */
        String cell(String table, int row, String column) {
            var of = DataPackage.table(table).orElseThrow();
            var key = "proef-" + row;
            var value = dataset.of(of).containsKey(key)
                    ? of.column(column)
                            .orElseThrow()
                            .text(dataset.of(of).get(key).get(column))
                    : "";
            var errors = report.findings().stream()
                    .filter(finding -> column.equals(finding.column())
                            && Integer.valueOf(row + 2).equals(finding.row()))
                    .toList();
            return (errors.stream().anyMatch(finding -> finding.severity() == Finding.Severity.ERROR) ? "" : value)
                    + errors.stream().map(SpreadsheetTest::said).collect(Collectors.joining());
        }

        List<String> told() {
            return report.findings().stream()
                    .map(finding -> Broken.finding(finding.file(), finding.row(), finding.column(), said(finding)))
                    .toList();
        }
    }

    private static String said(Finding finding) {
        return (finding.severity() == Finding.Severity.ERROR ? "!" : "?")
                + finding.explanation().in(Language.EN);
    }

    private static Read read(byte[] bundle) {
        var report = new Report();
        var draft = new RowReader(report).bundle(bundle).draft();
        return new Read(draft.over(BUNDLED, Draft.Mode.MERGE), draft, report);
    }

    private static Read checked(Read read) {
        Checks.check(read.dataset(), read.draft(), read.report());
        return read;
    }

    private static byte[] workbook(String sheet, List<Map<String, String>> rows, UnaryOperator<String> change) {
        var table = DataPackage.table(sheet).orElseThrow();
        var xml = new StringBuilder(
                Broken.row(table.columns().stream().map(Column::name).toArray(String[]::new)));
        for (var row : rows) {
            xml.append("<row>");
            table.columns().forEach(column -> xml.append(row.getOrDefault(column.name(), "<c/>")));
            xml.append("</row>");
        }
        var parts = new LinkedHashMap<String, String>();
        Broken.partsOf(sheet, xml.toString())
                .forEach((name, content) -> parts.put(name, new String(content, StandardCharsets.UTF_8)));
        parts.put("xl/styles.xml", styles());
        parts.put(
                "xl/sharedStrings.xml",
                "<sst xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main'><si><t>nul</t></si>"
                        + "<si><t>Digipunt _x00E9_ 3</t></si>"
                        + "<si><r><t>Digi</t></r><r><t>punt 4</t></r><rPh sb='0' eb='1'><t>uitspraak</t></rPh></si></sst>");
        parts.computeIfPresent(
                "[Content_Types].xml",
                (name, types) -> types.replace("</Types>", "") + type("styles") + type("sharedStrings") + "</Types>");
        var files = new LinkedHashMap<String, byte[]>();
        parts.forEach((name, content) -> files.put(name, change.apply(content).getBytes(StandardCharsets.UTF_8)));
        try {
            return Broken.zip(files);
        } catch (IOException impossible) {
            throw new java.io.UncheckedIOException(impossible);
        }
    }

    private static String type(String part) {
        return "<Override PartName='/xl/" + part + ".xml' ContentType='application/vnd.openxmlformats-officedocument"
                + ".spreadsheetml." + part + "+xml'/>";
    }

    private static String styles() {
        var formats = new StringBuilder();
        var cells = new StringBuilder();
        for (int i = 0; i < FORMATS.size(); i++) {
            var code = FORMATS.get(i).replace("&", "&amp;").replace("\"", "&quot;");
            formats.append("<numFmt numFmtId='" + (200 + i) + "' formatCode=\"" + code + "\"/>");
            cells.append("<xf numFmtId='" + (200 + i) + "'/>");
        }
        return "<styleSheet xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main'><numFmts>" + formats
                + "</numFmts><cellStyleXfs><xf numFmtId='14'/></cellStyleXfs><cellXfs>" + cells
                + "</cellXfs></styleSheet>";
    }

    private static List<Map<String, String>> point(String column, String cell) {
        return rows(List.of(Arguments.of(column, cell, "")));
    }

    private static UnaryOperator<String> replace(String part, String by) {
        return content -> content.replace(part, by);
    }

    @ParameterizedTest
    @CsvSource({
        "date1904='1', 44318",
        "date1904='true', 44318",
        "date1904='0', 45780",
        "date1904='false', 45780",
        "defaultThemeVersion='1', 45780",
        "date1904='1' defaultThemeVersion='1', 44318.25"
    })
    void aDayCountsFromTheYearThatTheWorkbookSays(String setting, String number) {
        var system = replace("<sheets>", "<workbookPr " + setting + "/><sheets>");
        for (var format : List.of("mm-dd-yy", "General")) {
            var read = read(workbook("service-points", point("verified_on", number(format, number)), system));
            assertEquals("2025-05-03", read.cell("service-points", 0, "verified_on"), format);
        }
        var inText = read(workbook("service-points", point("house_number", number("d-mmm", number)), system));
        assertSays(DATE + "2025-05-03)", inText.cell("service-points", 0, "house_number"));
    }

    @ParameterizedTest
    @CsvSource({
        "mm-dd-yy, 2025-05-03",
        "mmm-yy, 2025-05",
        "yyyy, 2025",
        "dd/mm/jjjj, 2025-05-03",
        "General, 2025-05-03",
        "d-mmm, '!Excel made 2025-05-03 of this, but does not show all of that date.'"
    })
    void aDateIsAsPreciseAsItIsShown(String format, String expected) {
        var row = new HashMap<String, String>(Map.of(
                "id", text("proef-0"),
                "basis", text("explicit"),
                "programme", text(BUNDLED.of("programmes").keySet().iterator().next()),
                "what_nl", text("Proef"),
                "what_en", text("Trial"),
                "urls", text("https://example.org")));
        row.put("date", number(format, "45780"));
        assertSays(
                expected,
                read(workbook("timeline", List.of(row), UnaryOperator.identity()))
                        .cell("timeline", 0, "date"));
        row.put("date", number("General", "2021"));
        assertEquals(
                "2021",
                read(workbook("timeline", List.of(row), UnaryOperator.identity()))
                        .cell("timeline", 0, "date"));
    }

    @ParameterizedTest
    @CsvSource({
        "419052173, '0419052173?A program such as Excel made the number 419052173 of this. The service reads 0419052173.'",
        "419052173.0, '0419052173?A program such as Excel'",
        "419052174, '!Expected ten digits without points'",
        "41905217, '!Expected ten digits without points'",
        "4.19E+08, '!Expected ten digits without points'",
        "0419052173, 0419052173"
    })
    void anEnterpriseNumberGetsItsZeroBackWhenItsCheckDigitsAreRight(String cell, String expected) {
        var row = Map.of(
                "id", text("proef-0"),
                "name", text("Proef"),
                "name_in_source", text("Proef"),
                "kind", text("campus"),
                "urls", text("https://example.org"),
                "enterprise_number", text(cell));
        var without = BUNDLED.copy();
        without.of("organisations").remove("ku-leuven");
        var report = new Report();
        var draft = new RowReader(report)
                .bundle(workbook("organisations", List.of(row), UnaryOperator.identity()))
                .draft();
        assertSays(
                expected,
                new Read(draft.over(without, Draft.Mode.MERGE), draft, report)
                        .cell("organisations", 0, "enterprise_number"));
    }

    @Test
    void theRegionOfBrusselsGetsItsZeroBack() {
        var row = new HashMap<String, String>();
        BUNDLED.of("provinces")
                .get("brussel")
                .fields()
                .forEachRemaining(field -> row.put(
                        field.getKey(),
                        text(DataPackage.table("provinces")
                                .flatMap(table -> table.column(field.getKey()))
                                .map(column -> column.text(field.getValue()).replace("&", "&amp;"))
                                .orElse(""))));
        row.put("nis_code", number("General", "4000"));
        var read = read(workbook("provinces", List.of(row), UnaryOperator.identity()));
        assertEquals(
                BUNDLED.of("provinces").get("brussel"),
                read.dataset().of("provinces").get("brussel"));
        assertEquals(
                List.of("provinces 2 nis_code: ?A program such as Excel made the number 4000 of this. The service reads"
                        + " 04000. Is that right? Otherwise format the column as text and type the value again."),
                read.told());
    }

    @ParameterizedTest
    @CsvSource({"3", "-1", "2147483647", "99999999999", "x", "1.0"})
    void aSharedTextThatDoesNotExistIsAnErrorAndNoSkippedRow(String index) {
        var read = read(workbook(
                "service-points", point("name", "<c t='s' r='C2'><v>" + index + "</v></c>"), UnaryOperator.identity()));
        assertEquals(1, read.report().errors());
        assertEquals("service-points", read.report().findings().get(0).file());
        assertEquals(2, read.report().findings().get(0).row());
        assertEquals("C2", read.report().findings().get(0).value());
        assertSays(
                "!The text of this cell is missing in the workbook",
                said(read.report().findings().get(0)));
    }

    @Test
    void aWorkbookThatLostItsSharedTextsIsAnError() {
        var read = read(
                workbook("service-points", point("name", "<c t='s'><v>1</v></c>"), replace(type("sharedStrings"), "")));
        assertSays("!The text of this cell is missing in the workbook", read.cell("service-points", 0, "name"));
    }

    @ParameterizedTest
    @CsvSource({"A2:A3, A2:A3", "A1:C1, A1:C1", "'B2:B5,C2:C5', 'B2:B5, C2:C5'", "A2:XFD2, A2:XFD2", "A10:A12, A10:A12"
    })
    void mergedCellsAreToldOf(String ranges, String told) {
        var merged = new StringBuilder("</sheetData><mergeCells>");
        for (var range : ranges.split(",")) {
            merged.append("<mergeCell ref='" + range + "'/>");
        }
        var read = read(workbook(
                "service-points", point("name", text("Proef")), replace("</sheetData>", merged + "</mergeCells>")));
        assertEquals(
                List.of("service-points - -: ?This sheet has merged cells. Then only the first cell has the value,"
                        + " the others count as empty. Unmerge the cells and fill in each of them."),
                read.told());
        assertEquals(told, read.report().findings().get(0).value());
    }

    @Test
    void hiddenRowsAndSheetsCountAndAreToldOf() {
        var rows = new ArrayList<>(point("name", text("Proef")));
        rows.addAll(rows(List.of(Arguments.of("a", "", ""), Arguments.of("b", "", "")))
                .subList(1, 2));
        var hidden =
                workbook("service-points", rows, content -> content.replace("</row><row>", "</row><row hidden='1'>")
                        .replace(" sheetId=", " state='veryHidden' sheetId="));
        assertEquals(
                List.of(
                        "service-points - -: ?This sheet is hidden, but it counts. Delete it if that is not what you want.",
                        "service-points 2 -: ?This sheet has hidden rows (2), for instance because of a filter. They"
                                + " count like the others."),
                read(hidden).told());
        assertEquals("Proef 1", read(hidden).cell("service-points", 1, "name"));
    }

    @ParameterizedTest
    @CsvSource({
        "Service-Points",
        "SERVICE-POINTS",
        "'service-points '",
        "service points",
        "service_points",
        "' Service  points'"
    })
    void aSheetIsItsTableHoweverItsNameIsWritten(String name) {
        var bundle = workbook(
                "service-points",
                point("name", text("Proef")),
                replace("name='service-points'", "name='" + name + "'"));
        assertEquals(List.of(), read(bundle).told());
        assertEquals("Proef", read(bundle).cell("service-points", 0, "name"));
    }

    @ParameterizedTest
    @CsvSource({"name, 'name '", "name, ' name'", "name, 'name\u00A0'", "name, '\u2003name'", "name, '_x006E_ame'"})
    void aColumnIsFoundDespiteSpacesAroundItsName(String column, String written) {
        var header = replace("<is><t>" + column + "</t>", "<is><t xml:space='preserve'>" + written + "</t>");
        assertEquals(
                "Proef",
                read(workbook("service-points", point("name", text("Proef")), header))
                        .cell("service-points", 0, "name"));
    }

    @Test
    void twoSheetsOfOneTableAreRefused() {
        var twice = workbook(
                "service-points",
                point("name", text("Proef")),
                content -> content.replace(
                        "</sheets>", "<sheet name='Service points' sheetId='2' r:id='rId1'/></sheets>"));
        assertEquals(
                List.of(
                        "Service points - -: !This sheet is the same table as the sheet \"service-points\": service-points."
                                + " Delete one of them."),
                read(twice).told());
    }

    @Test
    void anEmptySheetOfExcelIsIgnored() {
        var empty = workbook("service-points", point("name", text("Proef")), content -> content.replace(
                        "</sheets>", "<sheet name='Blad1' sheetId='2' r:id='rId2'/></sheets>")
                .replace(
                        "</Relationships>",
                        "<Relationship Id='rId2' Target='worksheets/sheet2.xml'/></Relationships>"));
        var files = Archive.unpack(empty, new Report());
        files.put(
                "xl/worksheets/sheet2.xml",
                ("<worksheet xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main'>"
                                + "<sheetData><row r='5'><c r='B5' s='1'/></row></sheetData></worksheet>")
                        .getBytes(StandardCharsets.UTF_8));
        try {
            assertEquals(List.of(), read(Broken.zip(files)).told());
        } catch (IOException impossible) {
            throw new java.io.UncheckedIOException(impossible);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "http://schemas.openxmlformats.org/spreadsheetml/2006/main, http://purl.oclc.org/ooxml/spreadsheetml/main",
        "<row><c/>, <row><c t='d'><v>2025-05-03</v></c>"
    })
    void aWorkbookInTheStrictFormatIsNamed(String part, String by) {
        var strict = workbook("service-points", point("name", text("Proef")), content -> content.replace(part, by)
                .replace(
                        "</row></sheetData>",
                        by.startsWith("<row>") ? "</row>" + by + "</row></sheetData>" : "</row></sheetData>"));
        assertEquals(
                List.of(
                        "- - -: !This workbook is in the format \"Strict Open XML\", or has days in a form that only this"
                                + " format has. Save it in Excel as \"Excel Workbook (.xlsx)\"."),
                read(strict).told());
    }

    /** What a curator may write comes back from a zip and from a workbook as it was. */
    @Test
    void aTextComesBackAsItWas() throws IOException {
        var texts = List.of(
                "_x0041_",
                "_x005F_x0041_",
                "_x005F_x005F_x0041_",
                "a_x000D_b",
                "_x005F_",
                "een_x_twee",
                "=1+1",
                "+32 9 267 78 00",
                "007",
                "3-5",
                "1E5",
                "45780",
                "a\u00A0b",
                "😀 lacht",
                "ﬁ en ①",
                "<&>\"1'",
                "waar",
                "24/7",
                "1,5",
                "0473123456",
                "#1",
                "een\ntwee");
        var dataset = BUNDLED.copy();
        var table = DataPackage.table("service-points").orElseThrow();
        var points = new ArrayList<>(dataset.of(table).values());
        for (int i = 0; i < texts.size(); i++) {
            dataset.put(
                    table,
                    points.get(i).deepCopy().put("remark_nl", texts.get(i)).put("street", texts.get(i)));
        }
        var zip = new ByteArrayOutputStream();
        Archive.write(new Revision(1, "0123456789abcdef", Instant.EPOCH), dataset.tables(), zip);
        var workbook = new ByteArrayOutputStream();
        Workbook.write(new ByteArrayInputStream(zip.toByteArray()), workbook);
        for (var bundle : List.of(zip.toByteArray(), workbook.toByteArray())) {
            var report = new Report();
            var draft = new RowReader(report).bundle(bundle).draft();
            assertEquals(List.of(), report.findings());
            assertEquals(List.of(), RowChange.between(dataset, draft.over(dataset, Draft.Mode.REPLACE)));
        }
    }
}
