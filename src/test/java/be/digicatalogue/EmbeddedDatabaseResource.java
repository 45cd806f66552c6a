package be.digicatalogue;

import be.digicatalogue.database.DatabaseUrlSource;
import be.digicatalogue.database.EmbeddedDatabase;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A database for the tests in a folder that goes with them, which a test can take away and give back under the running
 * service.
 */
public class EmbeddedDatabaseResource implements QuarkusTestResourceLifecycleManager {

    /** Names the folder of the empty database; each application has a class of its own, the process has one property. */
    private static final String EMPTY = "test.database.empty";

    private static Path folder;
    private static int port;
    private static EmbeddedDatabase database;

    @Override
    public Map<String, String> start() {
        try {
            folder = Files.createTempDirectory("digi-catalogue-test-");
            copy(empty(), folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        database = EmbeddedDatabase.start(folder);
        port = database.port();
        return Map.of(
                DatabaseUrlSource.URL, database.servingUrl(),
                DatabaseUrlSource.OWNER_URL, database.ownerUrl());
    }

    /** The folder of a database that was made and stopped, which is made once for all applications: it takes a second. */
    private static Path empty() throws IOException {
        var made = System.getProperty(EMPTY);
        if (made != null) {
            return Path.of(made);
        }
        var empty = Files.createTempDirectory("digi-catalogue-test-empty-");
        EmbeddedDatabase.start(empty).close();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(empty)));
        System.setProperty(EMPTY, empty.toString());
        return empty;
    }

    /** As when the database server goes down: its clients are sent away. */
    public static void stopDatabase() {
        database.close();
    }

    /** On the same port, with the same data. */
    public static void startDatabase() {
        database = EmbeddedDatabase.start(folder, port);
    }

    /** A back-up of the data of a database that was stopped. */
    public static void copyTo(Path backup) throws IOException {
        Files.createDirectory(backup);
        copy(folder, backup);
    }

    /** Restores a back-up under a database that was stopped. */
    public static void putBack(Path backup) throws IOException {
        delete(folder);
        Files.createDirectory(folder);
        copy(backup, folder);
    }

    @Override
    public void stop() {
        database.close();
        delete(folder);
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            List<Path> foldersFirst = files.toList();
            for (Path file : foldersFirst) {
                if (!file.equals(from)) {
                    Files.copy(file, to.resolve(from.relativize(file)), StandardCopyOption.COPY_ATTRIBUTES);
                }
            }
        }
    }

    private static void delete(Path folder) {
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
