package be.digicatalogue.history;

import be.digicatalogue.fact.Coded;
import be.digicatalogue.fact.Interner;
import be.digicatalogue.history.Change.Kind;
import be.digicatalogue.record.RecordKind;
import be.digicatalogue.record.RecordTable;
import be.digicatalogue.record.Schema;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Derives changes of records from changed rows. Most tables hold records; some hold records of several kinds, and the rows of
 * others are parts of a record, which change it.
 */
public final class HistoryReader {

    /**
     * A changed row, as in the table {@code change}.
     *
     * @param key the key; a key of several columns has commas between their values
     * @param fields the columns that differ; also for a row that was removed and is added again
     * @param kindBefore the earlier value of the column {@code kind}, if the table has one
     * @param before the earlier row as a JSON object; {@code null} when it was added, or when values are not kept
     * @param after the later row; {@code null} when it was removed, or when values are not kept
     */
    public record ChangedRow(
            long revision,
            String table,
            String key,
            String kind,
            List<String> fields,
            String kindBefore,
            String kindAfter,
            String before,
            String after) {}

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private final Map<Long, Map<RecordKey, Fate>> revisions = new HashMap<>();
    /** One instance of each id: a record can change in many revisions. */
    private final Map<String, String> ids = new HashMap<>();

    private final Interner shared = new Interner();

    /**
     * Adds a row; the rows of a revision come in the order in which they were written. Unknown tables belong to a newer
     * version of the service, which runs beside this one, and are ignored.
     */
    public void add(ChangedRow row) {
        var kind = Coded.of(Kind.class, row.kind());
        var uses = Schema.loaded().uses(row.table());
        // A row that changes kind, as an organisation can, is removed from one kind before it is added to the other.
        uses.forEach(table -> record(table, row, kind, true));
        uses.forEach(table -> record(table, row, kind, false));
    }

    private void record(RecordTable table, ChangedRow row, Kind kind, boolean leaving) {
        boolean was = kind != Kind.ADDED && table.ours().test(row.kindBefore());
        boolean is = kind != Kind.REMOVED && table.ours().test(row.kindAfter());
        if (leaving != (was && !is)) {
            return;
        }
        if (table.part() != null) {
            for (var owner : table.owners().apply(List.of(row.key().split(",", -1)))) {
                RecordKind.find(owner.type())
                        .ifPresent(type -> fate(row, type, owner.id()).isDifferentIn(table.part(), row));
            }
        } else if (was || is) {
            boolean changesSides = kind == Kind.CHANGED && was != is;
            fate(row, table.kind(), row.key())
                    .happens(
                            changesSides ? (was ? Kind.REMOVED : Kind.ADDED) : kind,
                            changesSides ? List.of() : row.fields(),
                            was ? row.before() : null,
                            is ? row.after() : null);
        }
    }

    /** A revision with the changes that result from its rows; called once for each revision. */
    public PublishedRevision published(long revision, String id, Instant publishedAt, String reason) {
        var changes = new ArrayList<Change>();
        Objects.requireNonNullElse(revisions.remove(revision), Map.<RecordKey, Fate>of())
                .forEach((subject, fate) -> {
                    var kind = fate.kind();
                    if (kind != null) {
                        changes.add(new Change(
                                revision,
                                id,
                                changes.size() + 1,
                                publishedAt,
                                subject.type(),
                                subject.id(),
                                kind,
                                kind == Kind.CHANGED ? shared.one(List.copyOf(fate.fields)) : List.of(),
                                fate.values(kind)));
                    }
                });
        return new PublishedRevision(revision, id, publishedAt, reason, List.copyOf(changes));
    }

    private Fate fate(ChangedRow row, RecordKind type, String id) {
        return revisions
                .computeIfAbsent(row.revision(), first -> new LinkedHashMap<>())
                .computeIfAbsent(new RecordKey(type, ids.computeIfAbsent(id, first -> id)), first -> new Fate());
    }

    private record RecordKey(RecordKind type, String id) {}

    /** The changes of a record within one revision. */
    private static final class Fate {

        private Kind first;
        private Kind last;
        private Set<String> fields = Set.of();
        private final RowValues own = new RowValues();
        /** The rows of each part by their keys. */
        private final Map<String, Map<String, RowValues>> parts = new TreeMap<>();

        void isDifferentIn(String part, ChangedRow row) {
            isDifferentIn(part);
            if (row.before() != null || row.after() != null) {
                parts.computeIfAbsent(part, first -> new TreeMap<>())
                        .computeIfAbsent(row.key(), first -> new RowValues())
                        .become(row.before(), row.after());
            }
        }

        void isDifferentIn(String field) {
            // Most records of a large first revision are only added.
            if (fields.isEmpty()) {
                fields = new TreeSet<>();
            }
            fields.add(field);
        }

        void happens(Kind kind, List<String> columns, String before, String after) {
            own.become(before, after);
            first = first == null ? kind : first;
            last = kind;
            columns.forEach(column -> isDifferentIn(camelCase(column)));
        }

        /** {@code null} when the record is the same as before. */
        Kind kind() {
            boolean was = first != Kind.ADDED;
            boolean is = last != Kind.REMOVED;
            if (was && is) {
                return fields.isEmpty() ? null : Kind.CHANGED;
            }
            return is ? Kind.ADDED : was ? Kind.REMOVED : null;
        }

        /** {@code null} when no values are kept. */
        ChangedValues values(Kind kind) {
            var before = kind == Kind.ADDED ? null : values(kind, own.before, row -> row.before);
            var after = kind == Kind.REMOVED ? null : values(kind, own.after, row -> row.after);
            return own.isEmpty() && parts.isEmpty() ? null : new ChangedValues(before, after);
        }

        private String values(Kind kind, String row, Function<RowValues, String> side) {
            var values = properties(row);
            if (kind == Kind.CHANGED) {
                values.retain(fields);
            }
            parts.forEach((part, rows) -> {
                var its = values.putArray(part);
                rows.values().stream().map(side).filter(Objects::nonNull).forEach(value -> its.add(properties(value)));
            });
            return values.toString();
        }
    }

    /** A row before and after a revision that may have changed it several times, as JSON objects. */
    private static final class RowValues {

        private boolean known;
        private String before;
        private String after;

        void become(String earlier, String later) {
            before = known ? before : earlier;
            after = later;
            known |= earlier != null || later != null;
        }

        boolean isEmpty() {
            return !known;
        }
    }

    /** A row as an object with the names of its columns in camelCase, without the columns that are empty. */
    private static ObjectNode properties(String row) {
        var properties = JsonNodeFactory.instance.objectNode();
        if (row != null) {
            try {
                for (var column : JSON.readTree(row).properties()) {
                    if (!column.getValue().isNull()) {
                        properties.set(camelCase(column.getKey()), column.getValue());
                    }
                }
            } catch (JsonProcessingException impossible) {
                throw new IllegalStateException("the database wrote no JSON", impossible);
            }
        }
        return properties;
    }

    private static String camelCase(String column) {
        var name = new StringBuilder();
        for (int i = 0; i < column.length(); i++) {
            name.append(
                    column.charAt(i) == '_' && i + 1 < column.length()
                            ? Character.toUpperCase(column.charAt(++i))
                            : column.charAt(i));
        }
        return name.toString();
    }
}
