package be.digicatalogue.publication;

import be.digicatalogue.dataset.DataPackage;
import be.digicatalogue.dataset.Dataset;
import be.digicatalogue.dataset.Table;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;

/**
 * The change to one row.
 *
 * @param before the row before; {@code null} when it is added
 * @param after the row after; {@code null} when it is removed
 */
record RowChange(
        @JsonIgnore Table of,
        String key,
        Kind kind,
        @JsonIgnore ObjectNode before,
        @JsonIgnore ObjectNode after) {

    enum Kind {
        ADDED,
        CHANGED,
        REMOVED;

        @JsonValue
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The values of one column before and after; a missing value is absent. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Was(JsonNode before, JsonNode after) {}

    @JsonProperty
    String table() {
        return of.name();
    }

    /** The columns that differ. */
    @JsonProperty
    Map<String, Was> fields() {
        var fields = new LinkedHashMap<String, Was>();
        var names = new TreeSet<String>();
        if (before != null) {
            before.fieldNames().forEachRemaining(names::add);
        }
        if (after != null) {
            after.fieldNames().forEachRemaining(names::add);
        }
        for (var name : names) {
            var was = before == null ? null : before.get(name);
            var is = after == null ? null : after.get(name);
            if (was == null || !was.equals(is)) {
                fields.put(name, new Was(was, is));
            }
        }
        return fields;
    }

    /** The changes from one dataset to another, table by table, in the order of the rows. */
    static List<RowChange> between(Dataset before, Dataset after) {
        var changes = new ArrayList<RowChange>();
        for (var table : DataPackage.TABLES) {
            before.of(table).forEach((key, row) -> {
                if (!after.of(table).containsKey(key)) {
                    changes.add(new RowChange(table, key, Kind.REMOVED, row, null));
                }
            });
            after.of(table).forEach((key, row) -> {
                var was = before.of(table).get(key);
                if (was == null) {
                    changes.add(new RowChange(table, key, Kind.ADDED, null, row));
                } else if (!was.equals(row)) {
                    changes.add(new RowChange(table, key, Kind.CHANGED, was, row));
                }
            });
        }
        return changes;
    }
}
