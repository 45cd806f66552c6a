package be.digicatalogue.publication;

import be.digicatalogue.publication.Draft.Line;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Collectors;

/** Turns the cells of a file or sheet into rows of a table and reports what is none. */
final class Reading {

    /** What one upload may bring at the most, so that memory stays bounded. */
    private static final int MOST_ROWS = 200_000;

    private final Draft draft = new Draft();
    private final Report report;
    private int rows;

    Reading(Report report) {
        this.report = report;
    }

    Draft draft() {
        return draft;
    }

    Report report() {
        return report;
    }

    /** Reads one file or sheet, its header first. */
    final class Sheet {

        private final Table table;
        private final String file;
        private List<Column> columns;

        Sheet(Table table, String file) {
            this.table = table;
            this.file = file;
            draft.begin(table);
        }

        String file() {
            return file;
        }

        /** The column at a position; {@code null} where the header is wrong. */
        Column column(int index) {
            return index < columns.size() ? columns.get(index) : null;
        }

        /** Reads the header; false when the rows cannot be understood with it. */
        boolean header(List<String> names) {
            columns = new ArrayList<>();
            var seen = new LinkedHashSet<String>();
            int errors = report.errors();
            for (var name : names) {
                var column = table.column(name).orElse(null);
                columns.add(column);
                if (column == null) {
                    header(name, "Deze kolom bestaat niet. Toegestaan: ", "There is no such column. Allowed: ");
                } else if (!seen.add(name)) {
                    header(
                            name,
                            "Deze kolom staat er twee keer. Toegestaan: ",
                            "This column is there twice. Allowed: ");
                }
            }
            for (var column : table.columns()) {
                if (!seen.contains(column.name())) {
                    report.add(Finding.error(
                            file,
                            1,
                            column.name(),
                            null,
                            "Deze kolom ontbreekt in de eerste rij.",
                            "This column is missing in the first row."));
                }
            }
            return report.errors() == errors;
        }

        private void header(String name, String nl, String en) {
            var allowed = table.columns().stream().map(Column::name).collect(Collectors.joining(", ")) + ".";
            report.add(Finding.error(file, 1, name, name, nl + allowed, en + allowed));
        }

        /**
         * Reads a row; empty cells are {@code null} or empty texts.
         *
         * @return false when there are too many rows, so that reading should stop
         */
        boolean row(int number, List<String> cells) {
            if (cells.stream().allMatch(cell -> cell == null || cell.isBlank())) {
                return true;
            }
            if (++rows > MOST_ROWS) {
                report.add(Finding.error(
                        file,
                        number,
                        null,
                        null,
                        "Te veel rijen. Toegestaan: " + MOST_ROWS + " in alle tabellen samen.",
                        "Too many rows. Allowed: " + MOST_ROWS + " in all tables together."));
                return false;
            }
            if (cells.size() > columns.size()) {
                report.add(Finding.error(
                        file,
                        number,
                        null,
                        cells.get(columns.size()),
                        "Deze rij heeft " + cells.size() + " cellen. Toegestaan: " + columns.size() + ".",
                        "This row has " + cells.size() + " cells. Allowed: " + columns.size() + "."));
                return true;
            }
            var values = JsonNodeFactory.instance.objectNode();
            for (int i = 0; i < columns.size(); i++) {
                var column = columns.get(i);
                var text =
                        i < cells.size() && cells.get(i) != null ? cells.get(i).strip() : "";
                if (!text.isEmpty()) {
                    var value = column.value(text);
                    if (value == null) {
                        wrongType(number, column, text);
                    } else {
                        values.set(column.name(), value);
                    }
                }
            }
            var line = new Line(file, number, values);
            var earlier = draft.add(table, line);
            if (earlier != null) {
                report.add(Finding.error(
                        file,
                        number,
                        String.join(",", table.key()),
                        table.key(values),
                        "Rij " + earlier.number() + " heeft dezelfde sleutel. Toegestaan: elke sleutel één keer.",
                        "Row " + earlier.number() + " has the same key. Allowed: each key once."));
            }
            return true;
        }

        void wrongType(int number, Column column, String text) {
            report.add(Finding.error(
                    file,
                    number,
                    column.name(),
                    text,
                    "Toegestaan: " + column.type().nl + ".",
                    "Allowed: " + column.type().en + "."));
        }
    }
}
