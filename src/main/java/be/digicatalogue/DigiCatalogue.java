package be.digicatalogue;

import be.digicatalogue.catalogue.CopyOnDisk;
import be.digicatalogue.catalogue.ReviewSettings;
import be.digicatalogue.database.EmbeddedDatabase;
import be.digicatalogue.database.NoDatabaseException;
import be.digicatalogue.publication.CheckCommand;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import io.quarkus.runtime.configuration.ConfigUtils;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import org.eclipse.microprofile.config.Config;

/** Starts the service, with the configured database or else with an embedded one in the data folder. */
@QuarkusMain
public final class DigiCatalogue {

    private static final String JDBC_URL = "quarkus.datasource.jdbc.url";
    private static final String REACTIVE_URL = "quarkus.datasource.reactive.url";

    private static final String CHECK = "check";

    /** With {@code check} as the first argument, checks a bundle instead of starting the service. */
    public static void main(String... arguments) {
        if (arguments.length > 0 && arguments[0].equals(CHECK)) {
            System.exit(CheckCommand.run(Arrays.copyOfRange(arguments, 1, arguments.length)));
        }
        // Vert.x would reject a malformed URL with an empty 400. RequestLimits rejects it with a reason instead.
        System.setProperty("vertx.disableURIValidation", "true");
        Config config = ConfigUtils.configBuilder().build();
        try {
            ReviewSettings.periods(config);
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
        try {
            provideDatabase(config);
        } catch (NoDatabaseException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
        Quarkus.run(arguments);
    }

    /**
     * Starts the embedded database when none is configured. It stops with the process, after Quarkus; a restart in
     * development mode finds it running. When it cannot start, the service starts from the copy of the last revision,
     * if there is one.
     */
    private static void provideDatabase(Config config) {
        boolean jdbc = isSet(config, JDBC_URL);
        boolean reactive = isSet(config, REACTIVE_URL);
        if (jdbc != reactive) {
            throw new NoDatabaseException((jdbc ? REACTIVE_URL : JDBC_URL) + " is missing beside "
                    + (jdbc ? JDBC_URL : REACTIVE_URL) + ": set both, or CATALOGUE_DATABASE_URL alone.");
        }
        if (!jdbc) {
            Path folder = dataFolder(config);
            boolean copies =
                    config.getOptionalValue("catalogue.copy", Boolean.class).orElse(true);
            EmbeddedDatabase.serve(folder, copies && new CopyOnDisk(folder).exists());
        }
    }

    private static Path dataFolder(Config config) {
        String name =
                config.getOptionalValue("catalogue.data-folder", String.class).orElse("data");
        try {
            return Path.of(name);
        } catch (InvalidPathException e) {
            throw new NoDatabaseException(
                    "The data folder " + name + " has a name that this system cannot write: " + e.getReason() + ".", e);
        }
    }

    private static boolean isSet(Config config, String property) {
        return config.getOptionalValue(property, String.class).isPresent();
    }
}
