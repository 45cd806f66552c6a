package be.digicatalogue.publication;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import be.digicatalogue.PackagedService;
import be.digicatalogue.Sql;
import be.digicatalogue.database.EmbeddedDatabase;
import be.digicatalogue.dataset.DataPackage;
import be.digicatalogue.dataset.Table;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/**
 * What must hold of publications of {@link NumberedState numbered states} at any time, asked of the database by SQL and of
 * an instance as its users ask. It remembers what was acknowledged.
 */
final class PublishedFacts {

    private static final Duration LONGEST_RECOVERY = Duration.ofSeconds(60);

    /** Which state each publication held: its reason; the first revision came with the service. */
    private static final String REVISIONS =
            "SELECT number, CASE number WHEN 1 THEN '0' ELSE reason END FROM revision ORDER BY number";

    /** The rows of a table beside what its history comes to. */
    private static final String DISAGREEMENTS = """
            SELECT key FROM (
                SELECT DISTINCT ON (key) key, after FROM change WHERE table_name = '%s' ORDER BY key, position DESC
            ) AS history FULL JOIN (
                SELECT concat_ws(',', %s) AS key, to_jsonb(fact) AS row FROM %s AS fact
            ) AS facts USING (key)
            WHERE after IS DISTINCT FROM row""";

    private static final String LOCK_TAKEN =
            "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND objid = 1684629353 AND granted";

    private static final Pattern REVISION = Pattern.compile("\"revision\":(\\d+)");

    private final EmbeddedDatabase database;
    private final Map<Long, NumberedState> acknowledged = new TreeMap<>();
    private Map<Long, NumberedState> known = Map.of();

    PublishedFacts(EmbeddedDatabase database) {
        this.database = database;
    }

    /** Remembers that a publication was answered with 201. */
    long acknowledged(HttpResponse<String> answer, NumberedState state) {
        long number = revision(answer);
        assertEquals(null, acknowledged.put(number, state), "revision " + number + " was acknowledged twice");
        return number;
    }

    /** The revision that a publication became, as its answer says; that of the header may be the one before. */
    static long revision(HttpResponse<String> answer) {
        var revision = REVISION.matcher(answer.body());
        assertTrue(revision.find(), answer::body);
        return Long.parseLong(revision.group(1));
    }

    int acknowledgements() {
        return acknowledged.size();
    }

    long newest() {
        return known.size();
    }

    /**
     * Waits until the database answers and an instance is well, then looks at everything.
     *
     * @return what has been published since the last time
     */
    List<NumberedState> check(PackagedService witness) throws Exception {
        var before = known;
        try (var sql = connect()) {
            known = revisions(sql);
            assertEquals(
                    LongStream.rangeClosed(1, known.size()).boxed().toList(),
                    List.copyOf(known.keySet()),
                    "revisions have gaps");
            before.forEach((number, state) -> assertEquals(state, known.get(number), "revision " + number));
            acknowledged.forEach((number, state) ->
                    assertEquals(state, known.get(number), "revision " + number + " was acknowledged and is lost"));
            for (var table : DataPackage.TABLES) {
                assertEquals(List.of(), disagreements(sql, table), () -> "history and rows of " + table.name());
            }
        }
        var served = NumberedState.read(served(witness));
        var expected = known.get(newest()).dataset();
        for (var table : DataPackage.TABLES) {
            assertTrue(
                    expected.of(table).equals(served.of(table)),
                    () -> table.name() + " of revision " + newest() + " is not what was published");
        }
        return known.entrySet().stream()
                .filter(revision -> !before.containsKey(revision.getKey()))
                .map(Map.Entry::getValue)
                .toList();
    }

    /** Waits until the database has noticed that an instance is gone, and with it what it had not committed. */
    void forgets(PackagedService gone) throws Exception {
        eventually(() -> {
            try (var sql = connect()) {
                return count(
                                sql,
                                "SELECT count(*) FROM pg_stat_activity WHERE application_name = '" + gone.name() + "'")
                        == 0;
            }
        });
    }

    /** Looks whether somebody is writing a publication at this moment, without losing time to connect. */
    record Watch(Connection sql) implements AutoCloseable {

        boolean seesWriting() throws SQLException {
            return count(sql, LOCK_TAKEN) > 0;
        }

        @Override
        public void close() throws SQLException {
            sql.close();
        }
    }

    Watch watch() throws Exception {
        return new Watch(connect());
    }

    private byte[] served(PackagedService witness) throws Exception {
        var newest = List.of(Long.toString(newest()));
        eventually(() -> {
            var health = witness.get("/health");
            return new String(health.body()).contains("\"UP\"")
                    && health.statusCode() == 200
                    && witness.get("/v1")
                            .headers()
                            .allValues("Catalogue-Revision")
                            .equals(newest);
        });
        var answer = witness.get("/v1/dataset.zip");
        assertEquals(200, answer.statusCode());
        assertEquals(newest, answer.headers().allValues("Catalogue-Revision"));
        return answer.body();
    }

    private Connection connect() throws Exception {
        var connection = new ArrayList<Connection>();
        eventually(() -> connection.add(Sql.to(database.ownerUrl())));
        return connection.get(0);
    }

    private static Map<Long, NumberedState> revisions(Connection sql) throws SQLException {
        var revisions = new TreeMap<Long, NumberedState>();
        try (var statement = sql.createStatement();
                var rows = statement.executeQuery(REVISIONS)) {
            while (rows.next()) {
                revisions.put(rows.getLong(1), new NumberedState(rows.getInt(2)));
            }
        }
        return revisions;
    }

    private static List<String> disagreements(Connection sql, Table table) throws SQLException {
        var keys = new ArrayList<String>();
        var columns = table.key().stream().collect(Collectors.joining(", "));
        var relation =
                table.row().getAnnotation(jakarta.persistence.Table.class).name();
        try (var statement = sql.createStatement();
                var rows = statement.executeQuery(DISAGREEMENTS.formatted(table.name(), columns, relation))) {
            while (rows.next()) {
                keys.add(rows.getString(1));
            }
        }
        return keys;
    }

    private static long count(Connection sql, String query) throws SQLException {
        try (var statement = sql.createStatement();
                var rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    /** Something that fails as long as it recovers. */
    interface Recovering {
        boolean done() throws Exception;
    }

    static void eventually(Recovering condition) throws Exception {
        long end = System.nanoTime() + LONGEST_RECOVERY.toNanos();
        Exception last = null;
        while (System.nanoTime() < end) {
            try {
                if (condition.done()) {
                    return;
                }
            } catch (SQLException | IOException away) {
                last = away;
            }
            Thread.sleep(20);
        }
        fail("it did not recover within " + LONGEST_RECOVERY.toSeconds() + " seconds", last);
    }
}
