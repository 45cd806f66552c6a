package be.digicatalogue;

import be.digicatalogue.database.DatabaseUrl;
import be.digicatalogue.database.DatabaseUrlSource;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.eclipse.microprofile.config.ConfigProvider;

/** The database of a running service, asked directly. */
public final class Sql {

    private Sql() {}

    /** As the role that owns the schema. */
    public static Connection owner() throws SQLException {
        return connect(DatabaseUrlSource.OWNER_URL);
    }

    /** As the role that serves. */
    public static Connection server() throws SQLException {
        return connect(DatabaseUrlSource.URL);
    }

    private static Connection connect(String property) throws SQLException {
        return to(ConfigProvider.getConfig().getValue(property, String.class));
    }

    /** As the role that a {@code postgresql://} address names. */
    public static Connection to(String address) throws SQLException {
        var url = DatabaseUrl.parse(address);
        return DriverManager.getConnection(
                url.jdbcUrl(), url.user(), url.password().orElseThrow());
    }

    /** Statements of one transaction. */
    public static void commit(Connection connection, String... statements) throws SQLException {
        try (connection;
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            for (var sql : statements) {
                statement.execute(sql);
            }
            connection.commit();
        }
    }

    /** The number of the newest revision, which the service may not have read yet. */
    public static long latestRevision() throws SQLException {
        try (var connection = server();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT max(number) FROM revision")) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
