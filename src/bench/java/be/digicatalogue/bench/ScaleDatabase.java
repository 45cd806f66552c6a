package be.digicatalogue.bench;

import be.digicatalogue.database.DatabaseUrl;
import be.digicatalogue.database.EmbeddedDatabase;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
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

    /**
     * Points around the real places. One in four gives training, one in a hundred repairs, one in ten thousand has wifi, all
     * have a helpdesk; three in four have hours, of which there are 240 different ones.
     */
    private static final String POINTS = """
            WITH places AS (
                SELECT row_number() OVER (ORDER BY id) - 1 AS number, count(*) OVER () AS all_of_them, * FROM place)
            INSERT INTO service_point (id, name, location_type, street, house_number, postal_code, municipality, lat, lon,
                precision, services, opening_hours, phone, email, website, verified_on, urls)
            SELECT 'point-' || lpad(i::text, 7, '0'),
                (ARRAY['Digipunt ', 'Digibank ', 'Bibliotheek ', 'Buurthuis ', 'Dienstencentrum '])[1 + i % 5] || locality
                    || ' ' || i,
                (ARRAY['fixed', 'fixed', 'fixed', 'mobile', 'hybrid'])[1 + i / 7 % 5],
                (ARRAY['Kerkstraat', 'Stationsstraat', 'Dorpsstraat', 'Schoolstraat', 'Molenstraat', 'Markt'])[1 + i % 6]
                    || ' ' || locality,
                (1 + i * 31 % 250)::text, postal_code, municipality,
                least(51.99, greatest(49.01, lat + 0.05 * (random() + random() + random() - 1.5))),
                least(6.99, greatest(2.01, lon + 0.05 * (random() + random() + random() - 1.5))),
                'address',
                ARRAY['open-helpdesk'] || CASE WHEN i % 4 = 1 THEN ARRAY['training'] ELSE '{}' END
                    || CASE WHEN i % 100 = 1 THEN ARRAY['repair'] ELSE '{}' END
                    || CASE WHEN i % 10000 = 1 THEN ARRAY['wifi'] ELSE '{}' END,
                CASE WHEN i % 4 > 0 THEN
                    (ARRAY['Mo-Fr', 'Tu-Fr', 'Mo,We-Fr', 'Mo-Th', 'We'])[1 + i % 5]
                    || (ARRAY[' 08:30', ' 09:00', ' 09:30', ' 10:00'])[1 + i / 5 % 4] || '-12:00,13:00-'
                    || (ARRAY['16:00', '16:30', '17:00', '18:00'])[1 + i / 20 % 4]
                    || (ARRAY['', '; Sa 09:00-12:00', '; Sa 10:00-13:00'])[1 + i / 80 % 3] END,
                '+32 9 ' || 1000000 + i, 'punt' || i || '@example.org', 'https://example.org/punten/' || i,
                DATE '2026-01-01' + i % 300, ARRAY['https://example.org/gids/' || postal_code]
            FROM generate_series({first}, {last}) AS i JOIN places ON number = i * 7919::bigint % all_of_them""";

    private static final String HISTORY = """
            INSERT INTO change (revision, table_name, key, kind, after)
            SELECT (SELECT max(number) + 1 FROM revision), 'service-points', id, 'added', to_jsonb(point)
            FROM service_point AS point WHERE id BETWEEN 'point-' || lpad('{first}', 7, '0') AND 'point-' || lpad('{last}', 7, '0')""";

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

    private static long fill(Connection connection, int wanted) throws SQLException {
        long have = number(connection, "SELECT count(*) FROM service_point WHERE id LIKE 'point-%'");
        return add(
                connection,
                "service_point",
                "history",
                POINTS.replace("{first}", String.valueOf(have + 1)).replace("{last}", String.valueOf(wanted)),
                HISTORY.replace("{first}", String.valueOf(have + 1)).replace("{last}", String.valueOf(wanted)));
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
