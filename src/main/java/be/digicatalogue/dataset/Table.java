package be.digicatalogue.dataset;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A table of the dataset.
 *
 * @param name the name, such as {@code service-points}; its file is {@code service-points.csv}
 * @param row the class of its rows in the database
 * @param key the columns that identify a row
 */
public record Table(String name, Class<?> row, List<Column> columns, List<String> key, List<ForeignKey> foreignKeys) {

    /** A column whose values are keys of another table. */
    public record ForeignKey(String column, String table) {}

    static Table of(JsonNode resource, Class<?> row) {
        var schema = resource.get("schema");
        var columns = new ArrayList<Column>();
        schema.get("fields").forEach(field -> columns.add(Column.of(field)));
        var key = new ArrayList<String>();
        schema.get("primaryKey").forEach(column -> key.add(column.asText()));
        var foreignKeys = new ArrayList<ForeignKey>();
        schema.path("foreignKeys")
                .forEach(foreign -> foreignKeys.add(new ForeignKey(
                        foreign.get("fields").get(0).asText(),
                        foreign.get("reference").get("resource").asText())));
        return new Table(resource.get("name").asText(), row, columns, key, foreignKeys);
    }

    public String file() {
        return name + ".csv";
    }

    public Optional<Column> column(String name) {
        return columns.stream().filter(column -> column.name().equals(name)).findFirst();
    }

    public boolean has(String column) {
        return column(column).isPresent();
    }

    /** The values of the key, with commas between them. */
    public String key(ObjectNode row) {
        return key.stream().map(column -> row.path(column).asText()).collect(Collectors.joining(","));
    }
}
