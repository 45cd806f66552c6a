package be.digicatalogue.database;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The folder of an embedded database: {@code postgresql/} with PostgreSQL's own files, {@code passwords/} with one file for
 * each role, readable only by this user, and {@code lock}, which the running service holds.
 *
 * <p>The operating system releases the lock when its holder dies, however it dies, so a held lock means a living service.
 */
final class DataFolder implements AutoCloseable {

    /** Outside the text, so that the text of a held lock can be read on Windows too. */
    private static final long LOCKED_BYTE = Long.MAX_VALUE - 1;

    private static final String HALF_MADE = "postgresql.new-";

    private final Path path;
    private final FileChannel lock;

    private DataFolder(Path path, FileChannel lock) {
        this.path = path;
        this.lock = lock;
    }

    static DataFolder open(Path folder) {
        Path path = folder.toAbsolutePath().normalize();
        FileChannel channel = null;
        try {
            createPrivate(path);
            path = path.toRealPath();
            channel = FileChannel.open(path.resolve("lock"), CREATE, READ, WRITE);
            if (!locked(channel)) {
                throw new FolderInUseException(
                        "The data folder " + path + " is in use by another Digi Catalogue (process " + text(channel)
                                + "): stop that one, or give this one a folder of its own with CATALOGUE_DATA_FOLDER.");
            }
            channel.truncate(0)
                    .write(ByteBuffer.wrap(
                            Long.toString(ProcessHandle.current().pid()).getBytes(UTF_8)));
            DataFolder data = new DataFolder(path, channel);
            data.deleteHalfMade();
            return data;
        } catch (IOException | RuntimeException e) {
            closeQuietly(channel);
            throw e instanceof IOException io ? unusable(path, io) : (RuntimeException) e;
        }
    }

    Path path() {
        return path;
    }

    /** The folder of PostgreSQL's own files. */
    Path cluster() {
        return path.resolve("postgresql");
    }

    /** The password of a role; PostgreSQL itself stores only its verifier. */
    String password(String role) {
        Path file = passwordFile(role);
        try {
            return Files.readString(file).strip();
        } catch (NoSuchFileException e) {
            throw new NoDatabaseException(
                    "The file " + file + " is gone, and without it nobody can open the database in " + path
                            + ": put it back, or give the service an empty folder with CATALOGUE_DATA_FOLDER.",
                    e);
        } catch (IOException e) {
            throw unusable(e);
        }
    }

    /**
     * Creates PostgreSQL's files and the passwords, or checks that they fit its programs.
     *
     * @param lived whether such files existed before; then they are not created again
     */
    void makeOrCheckCluster(PostgresBinaries binaries, boolean lived) {
        try {
            // Only what provably does not exist is created. A folder that cannot be read, or a dangling link, does
            // exist.
            if (!Files.notExists(cluster(), LinkOption.NOFOLLOW_LINKS)) {
                checkCluster(binaries);
            } else if (lived) {
                throw lost();
            } else {
                makeCluster(binaries);
            }
        } catch (IOException e) {
            throw unusable(e);
        }
    }

    /** The error when a database that existed is missing. */
    NoDatabaseException lost() {
        return new NoDatabaseException("The data folder " + path
                + " has lost its database and holds only the copy of the last revision: put its folder postgresql back,"
                + " or move catalogue.copy away to begin with the bundled dataset.");
    }

    private void checkCluster(PostgresBinaries binaries) throws IOException {
        String made = Files.readString(cluster().resolve("PG_VERSION")).strip();
        if (!made.equals(binaries.majorVersion())) {
            throw new NoDatabaseException("The data folder " + path + " was made by PostgreSQL " + made
                    + " and this release runs PostgreSQL " + binaries.majorVersion()
                    + ": carry its data over with pg_dump, or give this one a folder of its own with"
                    + " CATALOGUE_DATA_FOLDER.");
        }
        EmbeddedDatabase.ROLES.forEach(this::password);
    }

    /**
     * The files are created in a temporary folder and moved when they are complete, so that an interrupted start leaves
     * nothing that looks like a database.
     */
    private void makeCluster(PostgresBinaries binaries) throws IOException {
        for (String role : EmbeddedDatabase.ROLES) {
            makePassword(role);
        }
        Path made = path.resolve(HALF_MADE + ProcessHandle.current().pid());
        PostgresBinaries.Outcome outcome = binaries.run(
                "initdb",
                "--pgdata=" + made,
                "--username=" + EmbeddedDatabase.SUPERUSER,
                "--pwfile=" + passwordFile(EmbeddedDatabase.SUPERUSER),
                "--auth=scram-sha-256",
                "--data-checksums",
                // PostgreSQL's own locale sorts and folds the same on every machine.
                "--encoding=UTF8",
                "--locale=C",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8");
        if (outcome.failed()) {
            deleteTree(made);
            throw new NoDatabaseException("PostgreSQL could not make its files in the data folder " + path + ": "
                    + PostgresProcess.reason(outcome.output()) + ".");
        }
        Files.move(made, cluster(), ATOMIC_MOVE);
    }

    @Override
    public void close() {
        closeQuietly(lock);
    }

    static void createPrivate(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            return;
        }
        Files.createDirectories(folder.getParent());
        boolean posix = folder.getFileSystem().supportedFileAttributeViews().contains("posix");
        FileAttribute<?>[] onlyMine = posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))
                }
                : new FileAttribute<?>[0];
        try {
            Files.createDirectory(folder, onlyMine);
        } catch (FileAlreadyExistsException e) {
            // Another start on the same folder may have been faster.
            if (!Files.isDirectory(folder)) {
                throw e;
            }
        }
    }

    static void deleteTree(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
            for (Path file : deepestFirst) {
                Files.deleteIfExists(file);
            }
        } catch (IOException | UncheckedIOException e) {
            // Only leftovers are deleted; the next start deletes what remains.
        }
    }

    /** The reason for a failed file operation, as part of a sentence. */
    static String reason(IOException e) {
        if (e instanceof AccessDeniedException denied) {
            return "access to " + denied.getFile() + " is denied";
        }
        if (e instanceof FileAlreadyExistsException exists) {
            return exists.getFile() + " is a file and not a folder";
        }
        if (e instanceof FileSystemException file && file.getReason() == null) {
            return file.getFile() + " is not there";
        }
        return e.getMessage();
    }

    private Path passwordFile(String role) {
        return path.resolve("passwords").resolve(role);
    }

    private void makePassword(String role) throws IOException {
        Path file = passwordFile(role);
        createPrivate(file.getParent());
        byte[] random = new byte[24];
        new SecureRandom().nextBytes(random);
        // A temporary file is readable only by its owner from the start.
        Path written = Files.createTempFile(file.getParent(), role, ".new");
        Files.writeString(written, Base64.getUrlEncoder().encodeToString(random));
        Files.move(written, file, ATOMIC_MOVE, REPLACE_EXISTING);
    }

    private void deleteHalfMade() throws IOException {
        try (Stream<Path> files = Files.list(path)) {
            files.filter(file -> file.getFileName().toString().startsWith(HALF_MADE))
                    .forEach(DataFolder::deleteTree);
        }
    }

    private static boolean locked(FileChannel channel) throws IOException {
        long deadline = System.nanoTime() + 5_000_000_000L;
        while (true) {
            try {
                FileLock lock = channel.tryLock(LOCKED_BYTE, 1, false);
                return lock != null;
            } catch (OverlappingFileLockException e) {
                // A database of this very process may just be closing, as in a restart in development mode.
                if (System.nanoTime() > deadline) {
                    return false;
                }
                sleep();
            }
        }
    }

    static void sleep() {
        try {
            Thread.sleep(20);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NoDatabaseException("The start of the database was interrupted.", e);
        }
    }

    private static String text(FileChannel channel) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(32);
        int length = channel.read(bytes, 0);
        return length < 1 ? "unknown" : new String(bytes.array(), 0, length, UTF_8);
    }

    private static void closeQuietly(FileChannel channel) {
        try {
            if (channel != null) {
                channel.close();
            }
        } catch (IOException e) {
            // The operating system releases the lock when the process ends.
        }
    }

    NoDatabaseException unusable(IOException e) {
        return unusable(path, e);
    }

    private static NoDatabaseException unusable(Path path, IOException e) {
        return new NoDatabaseException("The data folder " + path + " cannot be used: " + reason(e) + ".", e);
    }
}
