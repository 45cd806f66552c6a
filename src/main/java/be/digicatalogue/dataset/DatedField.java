package be.digicatalogue.dataset;

import be.digicatalogue.record.FactDateRow;
import be.digicatalogue.record.RecordType;
import be.digicatalogue.record.ReviewedField;
import be.digicatalogue.record.Schema;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A field of a record that has a date.
 *
 * @param key the key of the row
 * @param row the row of the table {@value FactDateRow#TABLE} with the date
 */
public record DatedField(RecordType<?, ?> type, ReviewedField field, String key, ObjectNode row) {

    /** The table of dates. */
    public static final Table TABLE = DataPackage.table(FactDateRow.TABLE).orElseThrow();

    private static final SnakeCaseStrategy SNAKE_CASE = new SnakeCaseStrategy();

    /** All dated fields of a dataset; rows about unknown fields are skipped. */
    public static Stream<DatedField> of(Dataset dataset) {
        return dataset.of(TABLE).entrySet().stream().flatMap(row -> of(row.getKey(), row.getValue()).stream());
    }

    /** The field that a row is about; empty when no kind has such a field. */
    public static Optional<DatedField> of(String key, ObjectNode row) {
        return Schema.loaded().type(row.path("type").asText()).flatMap(type -> type.reviewed().stream()
                .filter(field -> field.name().equals(row.path("field").asText()))
                .findFirst()
                .map(field -> new DatedField(type, field, key, row)));
    }

    /** The row of the record; {@code null} when the dataset has no such record. */
    public ObjectNode record(Dataset dataset) {
        return dataset.row(type, row.path("id").asText());
    }

    /** True when two rows of the record, either of which may be {@code null}, have equal values in the field. */
    public static boolean isSame(ReviewedField field, ObjectNode one, ObjectNode other) {
        return one == other || values(field, one).equals(values(field, other));
    }

    /** True when a row of the record has a value in the field. */
    public static boolean has(ReviewedField field, ObjectNode record) {
        return !values(field, record).stream().allMatch(value -> value.isMissingNode() || Column.isEmpty(value));
    }

    /** The columns that hold a field. */
    public static List<String> columns(ReviewedField field) {
        return field.parts().stream().map(SNAKE_CASE::translate).toList();
    }

    private static List<JsonNode> values(ReviewedField field, ObjectNode record) {
        return columns(field).stream()
                .map(column -> record == null ? MissingNode.getInstance() : record.path(column))
                .toList();
    }
}
