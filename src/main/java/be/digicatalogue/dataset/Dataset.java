package be.digicatalogue.dataset;

import be.digicatalogue.record.RecordType;
import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The rows of all tables by table and key, each as JSON with the names of the columns; a column without a value is absent.
 * Publications compare, check and change this form; a catalogue is built from the same rows.
 */
public final class Dataset {

    public static final ObjectMapper ROWS = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .visibility(PropertyAccessor.ALL, JsonAutoDetect.Visibility.NONE)
            .visibility(PropertyAccessor.FIELD, JsonAutoDetect.Visibility.ANY)
            .serializationInclusion(JsonInclude.Include.NON_EMPTY)
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            // A list without a value stays the empty list.
            .defaultSetterInfo(JsonSetter.Value.forValueNulls(Nulls.SKIP))
            .build();

    private static final SnakeCaseStrategy SNAKE_CASE = new SnakeCaseStrategy();

    private final Map<Table, Map<String, ObjectNode>> rows = new LinkedHashMap<>();

    public Dataset() {
        DataPackage.TABLES.forEach(table -> rows.put(table, new LinkedHashMap<>()));
    }

    public static Dataset of(Tables tables) {
        var dataset = new Dataset();
        for (var table : DataPackage.TABLES) {
            for (var row : tables.of(table.row())) {
                dataset.put(table, row(row));
            }
        }
        return dataset;
    }

    /** A copy that starts with the same rows. */
    public Dataset copy() {
        var copy = new Dataset();
        rows.forEach((table, its) -> copy.rows.get(table).putAll(its));
        return copy;
    }

    public Map<String, ObjectNode> of(Table table) {
        return rows.get(table);
    }

    public Map<String, ObjectNode> of(String table) {
        return rows.get(DataPackage.table(table).orElseThrow());
    }

    /** The row of a record; {@code null} when there is no record of the kind with this id. */
    public ObjectNode row(RecordType<?, ?> type, String id) {
        var table = type.tables().get(0);
        var row = of(table.name()).get(id);
        return row != null && table.ours().test(row.path("kind").asText(null)) ? row : null;
    }

    public void put(Table table, ObjectNode row) {
        rows.get(table).put(table.key(row), row);
    }

    /** The rows as objects of the row classes. */
    public Tables tables() {
        var tables = new Tables();
        for (var table : DataPackage.TABLES) {
            put(tables, table, table.row());
        }
        return tables;
    }

    private <R> void put(Tables tables, Table table, Class<R> type) {
        tables.put(type, of(table).values().stream().map(row -> row(type, row)).toList());
    }

    /**
     * A row with the types of the database and with composed letters (Unicode's form NFC), so that equal rows are equal
     * objects: a Mac writes an é as two characters.
     */
    public static ObjectNode normal(Table table, ObjectNode row) {
        ObjectNode normal = ROWS.valueToTree(row(table.row(), row));
        normal.properties().forEach(property -> property.setValue(composed(property.getValue())));
        var names = new ArrayList<String>();
        row.fieldNames().forEachRemaining(names::add);
        // A number or boolean without a value is absent too, rather than zero or false.
        return normal.retain(names);
    }

    /** The normal form of a row of the database, without columns that a later release added. */
    public static ObjectNode stored(Table table, ObjectNode row) {
        return normal(
                table,
                row.retain(Tables.columns(table.row()).stream()
                        .map(column -> SNAKE_CASE.translate(column.getName()))
                        .toList()));
    }

    private static JsonNode composed(JsonNode value) {
        if (value instanceof ArrayNode list) {
            for (int i = 0; i < list.size(); i++) {
                list.set(i, composed(list.get(i)));
            }
        }
        return value.isTextual() ? TextNode.valueOf(Normalizer.normalize(value.asText(), Normalizer.Form.NFC)) : value;
    }

    public static ObjectNode row(Object row) {
        return ROWS.valueToTree(row);
    }

    public static <R> R row(Class<R> type, ObjectNode row) {
        try {
            return ROWS.treeToValue(row, type);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a checked row is no " + type.getSimpleName(), impossible);
        }
    }
}
