package be.digicatalogue.change;

import be.digicatalogue.change.Change.Kind;
import be.digicatalogue.change.Change.Type;
import be.digicatalogue.fact.Coded;
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
 * Makes changes of records out of changed rows. Most tables hold records; an organisation is a partner or a chamber, and
 * rows of some tables are parts of a record, which changes with them.
 */
public final class HistoryReader {

    /**
     * A changed row, as the table {@code change} has it.
     *
     * @param key the key; that of several columns is joined by commas
     * @param fields the columns that are different; of a row that was removed and is added again as well
     * @param kindBefore what the column {@code kind} was, if the table has one
     */
    public record Row(
            long revision,
            String table,
            String key,
            String kind,
            List<String> fields,
            String kindBefore,
            String kindAfter) {}

    private static final String CHAMBER_OF_COMMERCE = "chamber-of-commerce";

    private final Map<Long, Map<Subject, Fate>> revisions = new HashMap<>();

    /** Rows of one revision come in the order in which they were written. */
    public void add(Row row) {
        var kind = Coded.of(Kind.class, row.kind());
        var key = row.key().split(",", -1);
        switch (row.table()) {
            case "organisations" -> organisation(row, kind);
            case "consortium-members" -> part(row, Type.CONSORTIA, key[0], "members");
            case "digibank-municipalities" -> part(row, Type.DIGIBANKS, key[0], "municipalities");
            case "opening-exceptions" -> part(row, Type.SERVICE_POINTS, key[0], "openingExceptions");
            case "programme-texts" -> part(row, Type.PROGRAMMES, key[0], "texts");
            case "disagreements" -> {
                part(row, Coded.of(Type.class, key[0]), key[1], "disagreesWith");
                part(row, Coded.of(Type.class, key[2]), key[3], "disagreesWith");
            }
            // A table that this version does not know belongs to a newer one that runs beside it.
            default ->
                Coded.find(Type.class, row.table())
                        .ifPresent(type -> fate(row, type, row.key()).happens(kind, row.fields()));
        }
    }

    /** A revision with what its rows have come to; asked once for each. */
    public Published published(long revision, Instant publishedAt, String reason) {
        var changes = new ArrayList<Change>();
        Objects.requireNonNullElse(revisions.remove(revision), Map.<Subject, Fate>of())
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
        return new Published(revision, publishedAt, reason, List.copyOf(changes));
    }

    /** An organisation that changes sides is removed from one and added to the other. */
    private void organisation(Row row, Kind kind) {
        var before = kind == Kind.ADDED ? null : partnerOrChamber(row.kindBefore());
        var after = kind == Kind.REMOVED ? null : partnerOrChamber(row.kindAfter());
        if (before == null || after == null || before == after) {
            fate(row, Objects.requireNonNullElse(after, before), row.key()).happens(kind, row.fields());
        } else {
            fate(row, before, row.key()).happens(Kind.REMOVED, List.of());
            fate(row, after, row.key()).happens(Kind.ADDED, List.of());
        }
    }

    private static Type partnerOrChamber(String kind) {
        return CHAMBER_OF_COMMERCE.equals(kind) ? Type.CHAMBERS : Type.PARTNERS;
    }

    private void part(Row row, Type owner, String id, String part) {
        fate(row, owner, id).isDifferentIn(part);
    }

    private Fate fate(Row row, Type type, String id) {
        return revisions
                .computeIfAbsent(row.revision(), first -> new LinkedHashMap<>())
                .computeIfAbsent(new Subject(type, id), first -> new Fate());
    }

    private record Subject(Type type, String id) {}

    /** What becomes of a record within one revision. */
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

        /** {@code null} when it is in the end what it was. */
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
