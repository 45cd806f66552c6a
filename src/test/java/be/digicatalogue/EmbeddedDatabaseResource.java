package be.digicatalogue;

import be.digicatalogue.database.DatabaseUrlSource;
import be.digicatalogue.database.EmbeddedDatabase;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A database for the tests in a folder that goes with them, which a test can take away and give back under the running
 * service.
 */
public class EmbeddedDatabaseResource implements QuarkusTestResourceLifecycleManager {

    private static Path folder;
    private static int port;
    private static EmbeddedDatabase database;

    @Override
    public Map<String, String> start() {
        try {
            folder = Files.createTempDirectory("digi-catalogue-test-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        database = EmbeddedDatabase.start(folder);
        port = database.port();
        return Map.of(
                DatabaseUrlSource.URL, database.servingUrl(),
                DatabaseUrlSource.OWNER_URL, database.ownerUrl());
    }

    /** As when the database server goes down: its clients are sent away. */
    public static void stopDatabase() {
        database.close();
    }

    /** On the same port, with the same data. */
    public static void startDatabase() {
        database = EmbeddedDatabase.start(folder, port);
    }

    @Override
    public void stop() {
        database.close();
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
            for (Path file : deepestFirst) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
