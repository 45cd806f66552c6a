package be.digicatalogue.publication;

import be.digicatalogue.dataset.DataPackage;
import be.digicatalogue.dataset.Dataset;
import be.digicatalogue.dataset.Table;
import be.digicatalogue.fact.Message;
import be.digicatalogue.http.Problem;
import be.digicatalogue.http.Refusal;
import be.digicatalogue.question.PageRequest;
import be.digicatalogue.question.Slice;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Present and former rows in the database. It waits for the database, so callers use threads that may block.
 *
 * <p>During an upgrade a later release may run beside this one. The tables and columns that it added are left out here.
 */
@ApplicationScoped
public class History {

    private static final String[] TABLES =
            DataPackage.TABLES.stream().map(Table::name).toArray(String[]::new);

    private final Pool pool;
    private final CuratorDatabase database;

    History(Pool pool, CuratorDatabase database) {
        this.pool = pool;
        this.database = database;
    }

    /**
     * A revision as it was published.
     *
     * @param publishedBy the curator; absent for the bundled dataset and for what was written with SQL
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record LastPublication(
            long revision,
            Instant publishedAt,
            String publishedBy,
            String reason,
            long added,
            long changed,
            long removed) {}

    private static final String REVISIONS = """
            SELECT r.number, r.published_at, r.published_by, r.reason,
                   count(*) FILTER (WHERE c.kind = 'added') AS added,
                   count(*) FILTER (WHERE c.kind = 'changed') AS changed,
                   count(*) FILTER (WHERE c.kind = 'removed') AS removed
            FROM revision r LEFT JOIN change c ON c.revision = r.number
            """;

    /** The revisions, newest first. */
    Slice<LastPublication> revisions(PageRequest page) {
        var total = one("SELECT count(*) FROM revision").getLong(0);
        var revisions = query(
                REVISIONS + " GROUP BY r.number ORDER BY r.number DESC OFFSET $1 LIMIT $2",
                Tuple.of(page.offset(), page.size()));
        return new Slice<>(list(revisions, History::published), total.intValue(), page);
    }

    Optional<LastPublication> revision(long number) {
        return list(query(REVISIONS + " WHERE r.number = $1 GROUP BY r.number", Tuple.of(number)), History::published)
                .stream()
                .findFirst();
    }

    /** The changes of a revision, in the order in which they were written. */
    Slice<RowChange> changes(long revision, PageRequest page) {
        var total = query(
                        "SELECT count(*) FROM change WHERE revision = $1 AND table_name = ANY ($2)",
                        Tuple.of(revision, TABLES))
                .iterator()
                .next()
                .getLong(0);
        var changes = query("""
                SELECT table_name, key, kind, before::text, after::text FROM change
                WHERE revision = $1 AND table_name = ANY ($2)
                ORDER BY position OFFSET $3 LIMIT $4""", Tuple.of(revision, TABLES, page.offset(), page.size()));
        return new Slice<>(
                list(changes, row -> {
                    var table = DataPackage.table(row.getString(0)).orElseThrow();
                    return new RowChange(
                            table,
                            row.getString(1),
                            RowChange.Kind.valueOf(row.getString(2).toUpperCase(java.util.Locale.ROOT)),
                            json(table, row.getString(3)),
                            json(table, row.getString(4)));
                }),
                total.intValue(),
                page);
    }

    /**
     * A row as a publication left it.
     *
     * @param fields the columns that the publication changed, with their values before and after
     * @param row the row after it; {@code null} when it was removed
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record RowVersion(
            long revision,
            Instant publishedAt,
            String publishedBy,
            String reason,
            RowChange.Kind kind,
            Map<String, RowChange.Was> fields,
            ObjectNode row) {

        /** The same with the names that records have in JSON. */
        RowVersion camelCase(Table table) {
            var named = new LinkedHashMap<String, RowChange.Was>();
            fields.forEach((column, was) -> named.put(RecordResource.camelCase(column), was));
            return new RowVersion(
                    revision,
                    publishedAt,
                    publishedBy,
                    reason,
                    kind,
                    named,
                    row == null ? null : RecordResource.camelCase(table, row));
        }
    }

    /** The versions of a row, newest first; none for a key that no row ever had. */
    Slice<RowVersion> versions(Table table, String key, PageRequest page) {
        // PostgreSQL has no text with NUL, so a query with one would fail.
        if (key.indexOf('\0') >= 0) {
            return new Slice<>(List.of(), 0, page);
        }
        var total = query("SELECT count(*) FROM change WHERE table_name = $1 AND key = $2", Tuple.of(table.name(), key))
                .iterator()
                .next()
                .getLong(0);
        var versions = query("""
                SELECT c.revision, r.published_at, r.published_by, r.reason, c.kind, c.before::text, c.after::text
                FROM change c JOIN revision r ON r.number = c.revision
                WHERE c.table_name = $1 AND c.key = $2
                ORDER BY c.position DESC OFFSET $3 LIMIT $4""", Tuple.of(table.name(), key, page.offset(), page.size()));
        return new Slice<>(
                list(versions, row -> {
                    var change = new RowChange(
                            table,
                            key,
                            RowChange.Kind.valueOf(row.getString(4).toUpperCase(java.util.Locale.ROOT)),
                            json(table, row.getString(5)),
                            json(table, row.getString(6)));
                    return new RowVersion(
                            row.getLong(0),
                            row.getOffsetDateTime(1).toInstant(),
                            row.getString(2),
                            row.getString(3),
                            change.kind(),
                            change.fields(),
                            change.after());
                }),
                total.intValue(),
                page);
    }

    /**
     * All rows as they were at a revision.
     *
     * @throws Refusal when the revision does not exist (404)
     */
    Dataset at(long revision) {
        var first = one("SELECT min(revision) FROM change").getLong(0);
        if (first == null || revision < first || revision(revision).isEmpty()) {
            throw new Refusal(Problem.notFound(Message.of("admin.noSuchRevision", revision)));
        }
        var rows = query("""
                SELECT table_name, after::text FROM (
                    SELECT DISTINCT ON (table_name, key) table_name, after FROM change
                    WHERE revision <= $1 AND table_name = ANY ($2)
                    ORDER BY table_name, key, position DESC) AS newest
                WHERE after IS NOT NULL""", Tuple.of(revision, TABLES));
        var dataset = new Dataset();
        for (var row : rows) {
            var table = DataPackage.table(row.getString(0)).orElseThrow();
            dataset.put(table, json(table, row.getString(1)));
        }
        return dataset;
    }

    /** The present row with a key. */
    Optional<ObjectNode> row(Table table, String key) {
        // PostgreSQL has no text with NUL, so no row has such a key, and a query with one would fail.
        if (key.indexOf('\0') >= 0) {
            return Optional.empty();
        }
        return list(
                        query(
                                "SELECT to_jsonb(fact)::text FROM " + relation(table) + " AS fact WHERE " + key(table)
                                        + " = $1",
                                Tuple.of(key)),
                        row -> json(table, row.getString(0)))
                .stream()
                .findFirst();
    }

    /** The present rows of a table, by key. */
    Slice<ObjectNode> rows(Table table, PageRequest page) {
        var total = one("SELECT count(*) FROM " + relation(table)).getLong(0);
        var rows = query(
                "SELECT to_jsonb(fact)::text FROM " + relation(table) + " AS fact ORDER BY " + key(table)
                        + " OFFSET $1 LIMIT $2",
                Tuple.of(page.offset(), page.size()));
        return new Slice<>(list(rows, row -> json(table, row.getString(0))), total.intValue(), page);
    }

    private static String relation(Table table) {
        return table.row().getAnnotation(jakarta.persistence.Table.class).name();
    }

    private static String key(Table table) {
        return table.key().stream().collect(Collectors.joining("::text || ',' || ", "", "::text"));
    }

    private static LastPublication published(Row row) {
        return new LastPublication(
                row.getLong(0),
                row.getOffsetDateTime(1).toInstant(),
                row.getString(2),
                row.getString(3),
                row.getLong(4),
                row.getLong(5),
                row.getLong(6));
    }

    private static ObjectNode json(Table table, String row) {
        try {
            return row == null ? null : Dataset.stored(table, (ObjectNode) Dataset.ROWS.readTree(row));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("the database wrote no JSON", impossible);
        }
    }

    private Row one(String sql) {
        return query(sql, Tuple.tuple()).iterator().next();
    }

    private RowSet<Row> query(String sql, Tuple values) {
        // On a connection: where the pool cannot make one for a query of its own, Vert.x logs a stack trace when the
        // time of the pool is over, though the query has failed before.
        return database.read(() ->
                pool.withConnection(connection -> connection.preparedQuery(sql).execute(values)));
    }

    private static <T> List<T> list(RowSet<Row> rows, java.util.function.Function<Row, T> each) {
        var list = new ArrayList<T>();
        rows.forEach(row -> list.add(each.apply(row)));
        return list;
    }
}
