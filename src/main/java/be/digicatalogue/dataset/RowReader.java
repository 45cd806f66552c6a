package be.digicatalogue.dataset;

import be.digicatalogue.dataset.Draft.Line;
import be.digicatalogue.fact.Message;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Turns the cells of a file or sheet into rows of a table, and reports invalid ones. */
public final class RowReader {

    /** The largest number of rows in one upload, which bounds memory: ten times the present number. */
    public static final int MOST_ROWS = 25_000;

    private static final Pattern LINE_BREAK = Pattern.compile("\r\n?");

    /** What spreadsheets show instead of a value, also in Dutch and French, and in a column that is too narrow. */
    private static final Pattern SPREADSHEET_ERROR = Pattern.compile(
            "#{3,}|#(?:N/A|N/B|N/D|NV|(?:REF|VERW|BEZUG|VALUE|WAARDE|VALEUR|WERT|NULL|LEEG|NUL|NUM|GETAL|NOMBRE|ZAHL|SPILL"
                    + "|OVERLOOP|CALC|DIV/0|DEEL/0)!|(?:NAME|NAAM|NOM)\\?)");

    /** What programs write after a whole number that they read as a decimal one, and after a day that they read as a moment. */
    private static final Pattern ADDED_DECIMALS = Pattern.compile("(?<=^-?[0-9]{1,9})\\.0+$");

    private static final Pattern ADDED_MIDNIGHT =
            Pattern.compile("(?<=^[0-9]{4}-[0-9]{2}-[0-9]{2})[T ]00:00(?::00(?:\\.0+)?)?$");

    private final Draft draft = new Draft();
    private final Report report;
    private final Runnable step;
    private int rows;

    /** @param step runs each time that a table starts */
    public RowReader(Report report, Runnable step) {
        this.report = report;
        this.step = step;
    }

    public RowReader(Report report) {
        this(report, () -> {});
    }

    /** Reads a zip or a workbook. */
    public RowReader bundle(byte[] bundle) {
        if (bundle.length == 0) {
            report.add(Finding.error(null, null, null, null, Message.of("bundle.empty")));
        } else if (Workbook.is(bundle)) {
            Workbook.read(bundle, this);
        } else {
            Archive.read(bundle, this);
        }
        if (!report.stops() && draft.isEmpty()) {
            report.add(Finding.error(null, null, null, null, Message.of("bundle.noTable")));
        }
        return this;
    }

    public Draft draft() {
        return draft;
    }

    public Report report() {
        return report;
    }

    /** Reads one file or sheet, header first. */
    final class SheetReader {

        private final Table table;
        private final String file;
        private List<Column> columns;
        /** The columns of the current row for which an error has been reported. */
        private Set<String> unread = new HashSet<>();

        SheetReader(Table table, String file) {
            this.table = table;
            this.file = file;
            step.run();
        }

        String file() {
            return file;
        }

        /** The column at a position; {@code null} where the header is invalid. */
        Column column(int index) {
            return index < columns.size() ? columns.get(index) : null;
        }

        /** Reads the header; false when the rows cannot be interpreted with it. */
        boolean header(List<String> cells) {
            if (isHeader(cells)) {
                draft.begin(table);
                return true;
            }
            return false;
        }

        private boolean isHeader(List<String> cells) {
            var names =
                    withoutBlanksAfter(0, cells.stream().map(Column::stripped).toList());
            columns = new ArrayList<>();
            if (names.stream().allMatch(name -> table.column(name).isEmpty())) {
                header(names.isEmpty() ? null : String.join(",", names), Message.of("bundle.noHeader", names()));
                return false;
            }
            var seen = new LinkedHashSet<String>();
            int errors = report.errors();
            for (var name : names) {
                var column = table.column(name).orElse(null);
                columns.add(column);
                if (column == null) {
                    header(name, Message.of("bundle.noSuchColumn", names()));
                } else if (!seen.add(name)) {
                    header(name, Message.of("bundle.columnTwice"));
                }
            }
            for (var column : table.columns()) {
                if (!seen.contains(column.name())) {
                    report.add(Finding.error(file, 1, column.name(), null, Message.of("bundle.columnMissing")));
                }
            }
            return report.errors() == errors;
        }

        private void header(String name, Message explanation) {
            report.add(Finding.error(file, 1, null, name, explanation));
        }

        private List<String> names() {
            return table.columns().stream().map(Column::name).toList();
        }

        /** Removes trailing empty cells, which spreadsheets may write. */
        private static List<String> withoutBlanksAfter(int kept, List<String> cells) {
            int length = cells.size();
            while (length > kept && isBlank(cells.get(length - 1))) {
                length--;
            }
            return cells.subList(0, length);
        }

        private static boolean isBlank(String cell) {
            return cell == null || Column.stripped(cell).isEmpty();
        }

        /**
         * Reads a row; empty cells are {@code null} or empty texts.
         *
         * @return false when there are too many rows, so that reading should stop
         */
        boolean row(int number, List<String> cells) {
            boolean goOn = cells(number, cells);
            unread = new HashSet<>();
            return goOn;
        }

        private boolean cells(int number, List<String> all) {
            var cells = withoutBlanksAfter(columns.size(), all);
            if (cells.stream().allMatch(SheetReader::isBlank)) {
                return true;
            }
            if (++rows > MOST_ROWS) {
                report.add(Finding.error(file, number, null, null, Message.of("bundle.tooManyRows", MOST_ROWS)));
                draft.abandon(table);
                return false;
            }
            if (cells.size() > columns.size()) {
                report.add(Finding.error(
                        file,
                        number,
                        null,
                        cells.get(columns.size()),
                        Message.of("bundle.tooManyCells", columns.size())));
                return true;
            }
            var values = JsonNodeFactory.instance.objectNode();
            for (int i = 0; i < columns.size(); i++) {
                var column = columns.get(i);
                var text = i < cells.size() && cells.get(i) != null ? lines(cells.get(i)) : "";
                if (!text.isEmpty()) {
                    var value = value(number, column, text);
                    if (value != null) {
                        values.set(column.name(), value);
                    }
                }
            }
            if (!hasKey(number, values)) {
                return true;
            }
            var line = new Line(file, number, values, Set.copyOf(unread));
            var earlier = draft.add(table, line);
            if (earlier != null) {
                report.add(Finding.error(
                        file,
                        number,
                        String.join(",", table.key()),
                        table.key(values),
                        Message.of("bundle.keyTwice", earlier.number())));
            }
            return true;
        }

        /** The text of a cell without spaces around it, and with line breaks as on Unix. */
        private static String lines(String cell) {
            return Column.stripped(
                    cell.indexOf('\r') < 0 ? cell : LINE_BREAK.matcher(cell).replaceAll("\n"));
        }

        /** The value of a cell with a text, also when a spreadsheet altered it; {@code null} when it cannot be read. */
        private JsonNode value(int number, Column column, String text) {
            if (SPREADSHEET_ERROR.matcher(text).matches()) {
                unread(number, column, text, Message.of("bundle.errorCell"));
                return null;
            }
            var original = original(column, text);
            if (original == null) {
                unread(
                        number,
                        column,
                        text,
                        Message.of("bundle.lostDigits", column.digitCode().expected()));
                return null;
            }
            if (column.digitCode() != null && !original.equals(text)) {
                report.add(Finding.warning(
                        file, number, column.name(), text, Message.of("bundle.restoredDigits", text, original)));
            }
            var value = column.value(original);
            if (value == null) {
                unread(
                        number,
                        column,
                        text,
                        Message.of("finding.expected", column.type().expected()));
            }
            return value;
        }

        /** What a cell had before a spreadsheet or another program altered it; {@code null} when that is not certain. */
        private static String original(Column column, String text) {
            if (column.digitCode() != null) {
                return column.digitCode().original(text);
            }
            return switch (column.type()) {
                case INTEGER -> ADDED_DECIMALS.matcher(text).replaceFirst("");
                case DATE -> ADDED_MIDNIGHT.matcher(text).replaceFirst("");
                default -> text;
            };
        }

        /** A row without a key cannot be identified, so its other errors are not reported. */
        private boolean hasKey(int number, ObjectNode values) {
            boolean whole = true;
            for (var column : table.key()) {
                if (!values.has(column)) {
                    whole = false;
                    if (!unread.contains(column)) {
                        report.add(Finding.error(file, number, column, null, Message.of("finding.valueMissing")));
                    }
                }
            }
            return whole;
        }

        /** Reports why the rest of the file cannot be read. */
        void unreadable(Integer number, Message explanation) {
            report.add(Finding.error(file, number, null, null, explanation));
            draft.abandon(table);
        }

        /** Reports a doubt about the whole file, or about a row. */
        void doubt(Integer number, String value, Message explanation) {
            report.add(Finding.warning(file, number, null, value, explanation));
        }

        /** Reports an error in a cell before its row is read; the row then has no value in that column. */
        void unread(int number, Column column, String value, Message explanation) {
            if (column != null) {
                unread.add(column.name());
            }
            report.add(Finding.error(file, number, column == null ? null : column.name(), value, explanation));
        }
    }
}
