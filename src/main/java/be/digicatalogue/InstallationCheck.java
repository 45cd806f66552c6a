package be.digicatalogue;

import be.digicatalogue.catalogue.CopyOnDisk;
import io.smallrye.config.SmallRyeConfig;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.postgresql.Driver;

/** Checks whether the service could start here: its configuration, its database and its data folder. It changes nothing. */
final class InstallationCheck {

    private static final String PATIENCE_SECONDS = "5";
    private static final int OLDEST_POSTGRESQL = 13;

    private final SmallRyeConfig config;
    private final List<String> faults = new ArrayList<>();
    private final List<String> findings = new ArrayList<>();

    private InstallationCheck(SmallRyeConfig config) {
        this.config = config;
    }

    /** Prints what it finds; returns false when the service could not start. */
    static boolean passes(SmallRyeConfig config, PrintWriter out) {
        var check = new InstallationCheck(config);
        check.configuration();
        if (check.faults.isEmpty()) {
            check.database();
            check.folder();
        }
        check.findings.forEach(out::println);
        check.faults.forEach(fault -> out.println("error: " + fault));
        return check.faults.isEmpty();
    }

    private void configuration() {
        faults.addAll(Settings.faults(config));
        Settings.warnings(config).forEach(warning -> findings.add("warning: " + warning));
        if (faults.isEmpty()) {
            findings.add("Configuration: every setting has an allowed value.");
        }
    }

    private void database() {
        if (!Settings.haveDatabase(config)) {
            findings.add("Database: the embedded PostgreSQL, in the data folder.");
            return;
        }
        connect(
                "Database",
                "quarkus.datasource.jdbc.url",
                "quarkus.datasource.username",
                "quarkus.datasource.password");
        if (value("quarkus.flyway.jdbc-url") != null) {
            connect("Owner", "quarkus.flyway.jdbc-url", "quarkus.flyway.username", "quarkus.flyway.password");
        }
    }

    private void connect(String role, String url, String user, String password) {
        var properties = new Properties();
        properties.setProperty("connectTimeout", PATIENCE_SECONDS);
        properties.setProperty("loginTimeout", PATIENCE_SECONDS);
        properties.setProperty("socketTimeout", PATIENCE_SECONDS);
        // Without a primary, the service reads a replica.
        properties.setProperty("targetServerType", "preferPrimary");
        Stream.of(user, password)
                .filter(name -> value(name) != null)
                .forEach(name -> properties.setProperty(name.equals(user) ? "user" : "password", value(name)));
        try (var connection =
                        new Driver().connect(value(url).replaceAll("&?targetServerType=primary", ""), properties);
                var statement = connection.createStatement();
                var answer = statement.executeQuery("SELECT current_user, pg_is_in_recovery()")) {
            answer.next();
            findings.add(role + ": PostgreSQL "
                    + connection.getMetaData().getDatabaseProductVersion() + " lets " + answer.getString(1)
                    + " in, on a "
                    + (answer.getBoolean(2) ? "replica" : "primary") + ".");
            if (connection.getMetaData().getDatabaseMajorVersion() < OLDEST_POSTGRESQL) {
                faults.add(
                        "The database is PostgreSQL " + connection.getMetaData().getDatabaseProductVersion()
                                + ": expected " + OLDEST_POSTGRESQL + " or newer.");
            }
        } catch (SQLException away) {
            faults.add("The database cannot be used as " + value(user) + ": "
                    + String.valueOf(away.getMessage()).lines().findFirst().orElse(""));
        }
    }

    private String value(String property) {
        return config.getOptionalValue(property, String.class).orElse(null);
    }

    private void folder() {
        var folder = DigiCatalogue.dataFolder(config).toAbsolutePath().normalize();
        if (Settings.haveDatabase(config) && !DigiCatalogue.keepsCopy(config)) {
            return;
        }
        var existing = Stream.iterate(folder, Path::getParent)
                .filter(Files::exists)
                .findFirst()
                .orElseThrow();
        if (!Files.isWritable(existing)) {
            faults.add(
                    "The data folder " + folder + " cannot be written: this user may not write in " + existing + ".");
            return;
        }
        findings.add("Data folder: " + folder
                + (!Files.exists(folder)
                        ? " will be made."
                        : new CopyOnDisk(folder).exists()
                                ? " can be written and has a copy of a revision."
                                : " can be written and has no copy of a revision."));
    }
}
