package be.digicatalogue.csv;

import be.digicatalogue.dataset.Cell;
import be.digicatalogue.http.Contract;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;

/**
 * The columns of one kind of record, derived from its schema. A column is named after the path of its property, as in {@code
 * address.street}; the columns of a location are {@code lat}, {@code lon} and {@code precision}. The values of a list are
 * joined with {@value #BETWEEN}. A list of objects has a column for each of their properties; a property that an object lacks
 * is left empty, so the same position in each column belongs to the same object. Objects that contain lists, and those of
 * unknown properties, are written as JSON in one column.
 */
record Columns(List<CsvColumn> all) {

    /** Separates the values of a list. Within a value it is escaped with a backslash, as is a backslash. */
    static final String BETWEEN = "|";

    private static final String PROPERTIES = "properties";
    private static final String LOCATION = "location";

    private enum Shape {
        VALUE,
        LIST,
        JSON
    }

    /**
     * One column.
     *
     * @param way the path from the record to the list, or to the value
     * @param within the path from an object of the list to the value; empty when the list has values
     */
    private record CsvColumn(String name, List<String> way, Shape kind, List<String> within) {

        String text(JsonNode record) {
            var value = at(record, way);
            return switch (kind) {
                case VALUE -> plain(value);
                case JSON -> value.isMissingNode() ? "" : value.toString();
                case LIST -> {
                    var joined = new StringJoiner(BETWEEN);
                    value.forEach(item -> joined.add(escaped(plain(at(item, within)))));
                    yield joined.toString();
                }
            };
        }
    }

    static Columns of(String address, Contract contract) {
        var columns = new ArrayList<CsvColumn>();
        add(columns, List.of(), contract.record(address), contract);
        return new Columns(columns);
    }

    String[] names() {
        return all.stream().map(CsvColumn::name).toArray(String[]::new);
    }

    String[] row(JsonNode record) {
        return all.stream().map(column -> Cell.safe(column.text(record))).toArray(String[]::new);
    }

    private static void add(List<CsvColumn> columns, List<String> way, JsonNode schema, Contract contract) {
        schema.get(PROPERTIES).fields().forEachRemaining(property -> {
            var further = and(way, property.getKey());
            var type = contract.resolved(property.getValue());
            if (type.has(PROPERTIES)) {
                add(columns, further, type, contract);
            } else if (type.path("type").asText().equals("object")) {
                columns.add(new CsvColumn(name(further), further, Shape.JSON, List.of()));
            } else if (!type.path("type").asText().equals("array")) {
                columns.add(new CsvColumn(name(further), further, Shape.VALUE, List.of()));
            } else {
                var item = contract.resolved(type.get("items"));
                var values = new ArrayList<List<String>>();
                if (!item.has(PROPERTIES)) {
                    columns.add(new CsvColumn(name(further), further, Shape.LIST, List.of()));
                } else if (values(values, List.of(), item, contract)) {
                    values.forEach(within -> columns.add(
                            new CsvColumn(name(further) + "." + name(within), further, Shape.LIST, within)));
                } else {
                    columns.add(new CsvColumn(name(further), further, Shape.JSON, List.of()));
                }
            }
        });
    }

    /** Finds the paths to all values of an object; false when some are in lists. */
    private static boolean values(List<List<String>> found, List<String> way, JsonNode schema, Contract contract) {
        boolean all = true;
        for (var names = schema.get(PROPERTIES).fields(); names.hasNext(); ) {
            var property = names.next();
            var further = and(way, property.getKey());
            var type = contract.resolved(property.getValue());
            if (type.has(PROPERTIES)) {
                all &= values(found, further, type, contract);
            } else {
                found.add(further);
                all &= !type.path("type").asText().equals("array");
            }
        }
        return all;
    }

    private static String name(List<String> way) {
        return String.join(".", way.size() == 2 && way.get(0).equals(LOCATION) ? way.subList(1, 2) : way);
    }

    private static List<String> and(List<String> way, String name) {
        var further = new ArrayList<>(way);
        further.add(name);
        return List.copyOf(further);
    }

    private static JsonNode at(JsonNode record, List<String> way) {
        var value = record;
        for (var name : way) {
            value = value.path(name);
        }
        return value;
    }

    /** A number in digits, never with an exponent; empty for a missing value. */
    private static String plain(JsonNode value) {
        return value.isNumber() ? value.decimalValue().toPlainString() : value.asText();
    }

    private static String escaped(String value) {
        return value.replace("\\", "\\\\").replace(BETWEEN, "\\" + BETWEEN);
    }
}
