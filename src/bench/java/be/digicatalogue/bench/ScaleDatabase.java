package be.digicatalogue.bench;

import be.digicatalogue.database.DatabaseUrl;
import be.digicatalogue.database.EmbeddedDatabase;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/**
 * A PostgreSQL that {@code src/bench/scale} fills. It says its two addresses and then obeys lines: {@code fill 100000} adds
 * service points until there are that many, {@code date} dates three fields of each, {@code publish} changes one of them. Each
 * is answered by the number of the revision that it published.
 *
 * <p>A fill writes the same history as the triggers would, in one statement for all rows rather than in one for each.
 */
public final class ScaleDatabase {

    /** What the trigger {@code history} takes; nobody else publishes meanwhile. */
    private static final String LOCK = "SELECT pg_advisory_xact_lock(1684629353)";

    /** Relative to the folder of the repository, in which {@code src/bench/scale} runs. */
    private static final Path POINTS = Path.of("src/bench/points.sql");

    private static final String DATES = """
            INSERT INTO fact_date (type, id, field, known_on, certainty, urls)
            SELECT 'service-points', id, field, (DATE '2024-01-01' + length(name || field) * 11 % 900)::text, 'exact', urls
            FROM service_point CROSS JOIN unnest(ARRAY['address', 'phone', 'services']) AS field WHERE id LIKE 'point-%'""";

    private static final String HISTORY_OF_DATES = """
            INSERT INTO change (revision, table_name, key, kind, after)
            SELECT (SELECT max(number) + 1 FROM revision), 'fact-dates', type || ',' || id || ',' || field, 'added',
                to_jsonb(date)
            FROM fact_date AS date WHERE id LIKE 'point-%'""";

    private static final String PUBLISH = "SELECT publish_revision('Scale')";

    private ScaleDatabase() {}

    /** The argument is the folder of the database. */
    public static void main(String... arguments) throws IOException, SQLException {
        try (var database = EmbeddedDatabase.start(Path.of(arguments[0]));
                var commands = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            System.out.println(database.servingUrl() + " " + database.ownerUrl());
            var url = DatabaseUrl.parse(database.ownerUrl());
            for (var line = commands.readLine(); line != null; line = commands.readLine()) {
                try (var connection = DriverManager.getConnection(
                        url.jdbcUrl(), url.user(), url.password().orElseThrow())) {
                    connection.setAutoCommit(false);
                    run(connection, LOCK);
                    long revision =
                            switch (line) {
                                case "publish" -> change(connection);
                                case "date" -> date(connection);
                                default -> fill(connection, Integer.parseInt(line.substring("fill ".length())));
                            };
                    connection.commit();
                    System.out.println(revision);
                }
            }
        }
    }

    private static long change(Connection connection) throws SQLException {
        run(connection, "UPDATE service_point SET verified_on = verified_on + 1 WHERE id = 'point-0000001'");
        return number(connection, PUBLISH);
    }

    private static long fill(Connection connection, int wanted) throws IOException, SQLException {
        long have = number(connection, "SELECT count(*) FROM service_point WHERE id LIKE 'point-%'");
        return add(
                connection,
                "service_point",
                "history",
                Files.readString(POINTS)
                        .replace("{first}", String.valueOf(have + 1))
                        .replace("{last}", String.valueOf(wanted)));
    }

    /** Only the points that have no dates yet may be there. What is added needs no checks. */
    private static long date(Connection connection) throws SQLException {
        return add(connection, "fact_date", "USER", DATES, HISTORY_OF_DATES);
    }

    /** Adds rows and their history, without some of the triggers of the table, and publishes them. */
    private static long add(Connection connection, String table, String triggers, String... statements)
            throws SQLException {
        run(connection, "ALTER TABLE " + table + " DISABLE TRIGGER " + triggers);
        for (var statement : statements) {
            run(connection, statement);
        }
        long revision = number(connection, PUBLISH);
        // A table with pending checks cannot be altered, and the history refers to its revision.
        run(connection, "SET CONSTRAINTS ALL IMMEDIATE");
        run(connection, "ALTER TABLE " + table + " ENABLE TRIGGER " + triggers);
        return revision;
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static long number(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var result = statement.executeQuery(sql)) {
            result.next();
            return result.getLong(1);
        }
    }
}
