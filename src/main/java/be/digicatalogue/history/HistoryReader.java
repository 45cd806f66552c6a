package be.digicatalogue.history;

import be.digicatalogue.fact.Coded;
import be.digicatalogue.history.Change.Kind;
import be.digicatalogue.record.RecordKind;
import be.digicatalogue.record.RecordTable;
import be.digicatalogue.record.Schema;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

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
     */
    public record ChangedRow(
            long revision,
            String table,
            String key,
            String kind,
            List<String> fields,
            String kindBefore,
            String kindAfter) {}

    private final Map<Long, Map<RecordKey, Fate>> revisions = new HashMap<>();

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
                        .ifPresent(type -> fate(row, type, owner.id()).isDifferentIn(table.part()));
            }
        } else if (was || is) {
            boolean changesSides = kind == Kind.CHANGED && was != is;
            fate(row, table.kind(), row.key())
                    .happens(
                            changesSides ? (was ? Kind.REMOVED : Kind.ADDED) : kind,
                            changesSides ? List.of() : row.fields());
        }
    }

    /** A revision with the changes that result from its rows; called once for each revision. */
    public PublishedRevision published(long revision, Instant publishedAt, String reason) {
        var changes = new ArrayList<Change>();
        Objects.requireNonNullElse(revisions.remove(revision), Map.<RecordKey, Fate>of())
                .forEach((subject, fate) -> {
                    var kind = fate.kind();
                    if (kind != null) {
                        changes.add(new Change(
                                revision,
                                changes.size() + 1,
                                publishedAt,
                                subject.type(),
                                subject.id(),
                                kind,
                                kind == Kind.CHANGED ? List.copyOf(fate.fields) : List.of()));
                    }
                });
        return new PublishedRevision(revision, publishedAt, reason, List.copyOf(changes));
    }

    private Fate fate(ChangedRow row, RecordKind type, String id) {
        return revisions
                .computeIfAbsent(row.revision(), first -> new LinkedHashMap<>())
                .computeIfAbsent(new RecordKey(type, id), first -> new Fate());
    }

    private record RecordKey(RecordKind type, String id) {}

    /** The changes of a record within one revision. */
    private static final class Fate {

        private Kind first;
        private Kind last;
        private Set<String> fields = Set.of();

        void isDifferentIn(String field) {
            // Most records of a large first revision are only added.
            if (fields.isEmpty()) {
                fields = new TreeSet<>();
            }
            fields.add(field);
        }

        void happens(Kind kind, List<String> columns) {
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
}
