package be.digicatalogue.csv;

import be.digicatalogue.dataset.Cell;
import be.digicatalogue.http.Contract;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;

/**
 * The columns of one kind of record, made of its schema. A column is named after the way to its property, as in
 * {@code address.street}; those of a location are plainly {@code lat}, {@code lon} and {@code precision}. A list of values is
 * joined by {@value #BETWEEN}; a list of objects has a column for each of their properties, in which what one object lacks
 * is left empty, so that the same place in each column is the same object. Objects with lists of their own stand in one
 * column, as JSON.
 */
record Columns(List<CsvColumn> all) {

    /** Stands between the values of a list. In a value it is written with a backslash before it, as is a backslash. */
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
     * @param way from the record to the list, or to the value
     * @param within from an object of the list to the value; empty when the list has values
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

    /** Finds the ways to all values of an object; false when some stand in lists. */
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

    /** A number in digits, never with an exponent; nothing for what is not there. */
    private static String plain(JsonNode value) {
        return value.isNumber() ? value.decimalValue().toPlainString() : value.asText();
    }

    private static String escaped(String value) {
        return value.replace("\\", "\\\\").replace(BETWEEN, "\\" + BETWEEN);
    }
}
