package be.digicatalogue.worklist;

import be.digicatalogue.dataset.Column;
import be.digicatalogue.dataset.DataPackage;
import be.digicatalogue.dataset.Dataset;
import be.digicatalogue.dataset.DatedField;
import be.digicatalogue.dataset.Finding;
import be.digicatalogue.dataset.Table;
import be.digicatalogue.fact.Reference;
import be.digicatalogue.record.Address;
import be.digicatalogue.record.RecordKind;
import be.digicatalogue.record.RecordTable;
import be.digicatalogue.record.ReviewedField;
import be.digicatalogue.record.Schema;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The rows of a catalogue, as items of work show them. */
public final class WorkRows {

    private static final String MUNICIPALITY = "municipality";

    /** Columns that follow from others of the field, and say nothing to people. */
    private static final Set<String> UNREADABLE = Set.of("lat", "lon", "precision", MUNICIPALITY);

    private final Dataset dataset;

    WorkRows(Dataset dataset) {
        this.dataset = dataset;
    }

    Dataset dataset() {
        return dataset;
    }

    /** The table with the rows of a kind of record. */
    static Table table(String kind) {
        var type = Schema.loaded().type(kind).orElseThrow();
        return DataPackage.table(type.tables().get(0).name()).orElseThrow();
    }

    /** The row with a key; {@code null} when the table does not have it. */
    ObjectNode row(Table table, String key) {
        return dataset.of(table).get(key);
    }

    /** The kind of record that a row of a table is; empty for a row that is only a part of one. */
    static Optional<RecordKind> kind(Table table, ObjectNode row) {
        return Schema.loaded().uses(table.name()).stream()
                .filter(use ->
                        use.part() == null && use.ours().test(row.path("kind").asText(null)))
                .map(RecordTable::kind)
                .findFirst();
    }

    /** Where a row is; {@code null} when it has no municipality. */
    static Reference municipality(ObjectNode row) {
        var code = row == null ? null : row.path(MUNICIPALITY).asText(null);
        return code == null ? null : Address.of(null, null, null, null, code).municipality();
    }

    /** The value of a field in words; {@code null} without any. */
    static String value(Table table, ObjectNode row, ReviewedField field) {
        var words = DatedField.columns(field).stream()
                .filter(column -> !UNREADABLE.contains(column))
                .map(column -> row.has(column)
                        ? table.column(column).map(known -> text(known, row)).orElse(null)
                        : null)
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" "));
        return words.isEmpty() ? null : Finding.cut(words);
    }

    private static String text(Column column, ObjectNode row) {
        return column.text(row.get(column.name()));
    }
}
