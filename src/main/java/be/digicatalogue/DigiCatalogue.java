package be.digicatalogue;

import be.digicatalogue.catalogue.CopyOnDisk;
import be.digicatalogue.database.EmbeddedDatabase;
import be.digicatalogue.database.NoDatabaseException;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import io.quarkus.runtime.configuration.ConfigUtils;
import io.smallrye.config.SmallRyeConfig;
import java.nio.file.Path;
import java.util.List;
import org.jboss.logging.Logger;

/** Starts the service, with the configured database or else with an embedded one in the data folder. */
@QuarkusMain
public final class DigiCatalogue {

    private static final Logger LOG = Logger.getLogger(DigiCatalogue.class);

    /** With arguments it runs a command, such as {@code check}, instead of starting the service. */
    public static void main(String... arguments) {
        if (arguments.length > 0) {
            System.exit(Commands.run(DigiCatalogue::config, arguments));
        }
        // Vert.x would reject a malformed URL with an empty 400. RequestLimits rejects it with a reason instead.
        System.setProperty("vertx.disableURIValidation", "true");
        SmallRyeConfig config = config();
        stopOn(Settings.faults(config));
        stopOn(Settings.portFaults(config));
        Settings.warnings(config).forEach(LOG::warn);
        if (!Settings.haveDatabase(config)) {
            provideDatabase(config);
        }
        Quarkus.run(arguments);
    }

    private static SmallRyeConfig config() {
        try {
            return ConfigUtils.configBuilder().build();
        } catch (NoDatabaseException e) {
            stopOn(List.of(e.getMessage()));
            throw e;
        }
    }

    private static void stopOn(List<String> faults) {
        if (!faults.isEmpty()) {
            faults.forEach(System.err::println);
            System.exit(1);
        }
    }

    /**
     * Starts the embedded database. It stops with the process, after Quarkus; a restart in development mode finds it running.
     * When it cannot start, the service starts from the copy of the last revision, if there is one.
     */
    private static void provideDatabase(SmallRyeConfig config) {
        Path folder = dataFolder(config);
        try {
            EmbeddedDatabase.serve(folder, keepsCopy(config) && new CopyOnDisk(folder).exists());
        } catch (NoDatabaseException e) {
            stopOn(List.of(e.getMessage()));
        }
    }

    static boolean keepsCopy(SmallRyeConfig config) {
        return config.getOptionalValue("catalogue.copy", Boolean.class).orElse(true);
    }

    static Path dataFolder(SmallRyeConfig config) {
        return Path.of(
                config.getOptionalValue("catalogue.data-folder", String.class).orElse("data"));
    }
}
