package be.digicatalogue.database;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import java.io.BufferedInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/**
 * The programs of PostgreSQL ({@code initdb}, {@code postgres}, {@code pg_ctl}) for this machine, from a jar on the class
 * path. They are unpacked once, into the user's cache ({@code XDG_CACHE_HOME} or {@code ~/.cache}; for root {@code
 * /var/cache}), or else into the data folder.
 */
final class PostgresBinaries {

    /** PostgreSQL refuses to run as root, even where root is the only user, as in many containers. */
    private static final List<List<String>> NOT_AS_ROOT = List.of(
            List.of("unshare", "-U"),
            // Containers often forbid the namespace; then another user who may enter root's folders works as well.
            List.of(
                    "setpriv",
                    "--reuid=65534",
                    "--regid=65534",
                    "--clear-groups",
                    "--inh-caps=+dac_override",
                    "--ambient-caps=+dac_override"));

    /** Stored beside the programs, so that they need not run at every start. */
    private static final String VERSION = "version";

    private final Path home;
    private final List<String> prefix;
    private final String version;

    private PostgresBinaries(Path home) throws IOException {
        this.home = home;
        this.prefix = prefix();
        Path stored = home.resolve(VERSION);
        this.version = Files.exists(stored) ? Files.readString(stored) : version(home);
    }

    static PostgresBinaries unpacked(URL archive, DataFolder data) {
        Path cache = cache(data);
        try {
            Path home = cache.resolve("postgresql-" + fingerprint(archive));
            if (!Files.isDirectory(home)) {
                unpack(archive, home);
            }
            return new PostgresBinaries(home);
        } catch (IOException e) {
            throw new NoDatabaseException(
                    "PostgreSQL's programs in " + cache + " cannot be used: " + DataFolder.reason(e) + ".", e);
        }
    }

    /** For instance 17.6. */
    String fullVersion() {
        return version;
    }

    /** For instance 17; data folders of different major versions are incompatible. */
    String majorVersion() {
        return version.replaceFirst("\\D.*", "");
    }

    ProcessBuilder command(String program, String... arguments) {
        List<String> command = new ArrayList<>(prefix);
        command.add(home.resolve("bin").resolve(program).toString());
        command.addAll(List.of(arguments));
        return builder(command);
    }

    /** Runs a program to its end and returns its output. */
    Outcome run(String program, String... arguments) throws IOException {
        return run(command(program, arguments));
    }

    record Outcome(int exit, String output) {
        boolean failed() {
            return exit != 0;
        }
    }

    /** The version that the programs report. */
    private static String version(Path home) throws IOException {
        Outcome outcome =
                run(builder(List.of(home.resolve("bin").resolve("postgres").toString(), "--version")));
        if (outcome.failed()) {
            throw new IOException(outcome.output().strip());
        }
        return outcome.output().strip().replaceFirst("^\\D+", "");
    }

    /** The archive for this machine on the class path; a build may omit it. */
    static URL archive() {
        String os = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        String system = os.startsWith("windows") ? "windows" : os.startsWith("mac") ? "darwin" : "linux";
        String arch = System.getProperty("os.arch");
        String machine = arch.equals("amd64") ? "x86_64" : arch.equals("aarch64") ? "arm_64" : arch;
        return Stream.of("", "-alpine_linux")
                .map(flavour -> PostgresBinaries.class
                        .getClassLoader()
                        .getResource("postgres-" + system + "-" + machine + flavour + ".txz"))
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow(
                        () -> new NoDatabaseException("No database is configured and this build carries no PostgreSQL"
                                + " for " + system + " on " + arch
                                + ": set CATALOGUE_DATABASE_URL=postgresql://user:password@host:port/name."));
    }

    /** Distinguishes releases of the programs without reading all of them at every start. */
    private static String fingerprint(URL archive) throws IOException {
        URLConnection connection = archive.openConnection();
        connection.setUseCaches(false);
        if (connection instanceof JarURLConnection inJar) {
            try (JarFile jar = inJar.getJarFile()) {
                return Long.toHexString(jar.getEntry(inJar.getEntryName()).getCrc());
            }
        }
        try (CheckedInputStream content = new CheckedInputStream(connection.getInputStream(), new CRC32())) {
            content.transferTo(OutputStream.nullOutputStream());
            return Long.toHexString(content.getChecksum().getValue());
        }
    }

    private static Path cache(DataFolder data) {
        Path cache = Stream.of(
                        System.getenv("XDG_CACHE_HOME"),
                        System.getenv("LOCALAPPDATA"),
                        // Not root's home, which the user that replaces root may not enter.
                        isRoot() ? "/var/cache" : System.getProperty("user.home") + "/.cache")
                .filter(Objects::nonNull)
                .map(Path::of)
                .filter(Path::isAbsolute)
                .findFirst()
                .map(own -> own.resolve("digi-catalogue"))
                .orElse(data.path());
        try {
            Files.createDirectories(cache);
            return Files.isWritable(cache) ? cache : data.path();
        } catch (IOException e) {
            // A user without a home still has the data folder.
            return data.path();
        }
    }

    private static void unpack(URL archive, Path home) throws IOException {
        Path unpacking =
                home.resolveSibling("unpacking-" + ProcessHandle.current().pid());
        DataFolder.deleteTree(unpacking);
        try {
            extract(archive, unpacking);
            Files.writeString(unpacking.resolve(VERSION), version(unpacking));
            Files.move(unpacking, home, ATOMIC_MOVE);
        } catch (IOException e) {
            // Another start on this machine may have been faster; its copy is as good.
            if (!Files.isDirectory(home)) {
                throw e;
            }
        } finally {
            DataFolder.deleteTree(unpacking);
        }
    }

    private static void extract(URL archive, Path target) throws IOException {
        try (InputStream packed = new BufferedInputStream(archive.openStream());
                TarArchiveInputStream entries = new TarArchiveInputStream(new XZInputStream(packed))) {
            for (TarArchiveEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                Path file = target.resolve(entry.getName()).normalize();
                if (entry.isDirectory()) {
                    Files.createDirectories(file);
                    continue;
                }
                Files.createDirectories(file.getParent());
                if (entry.isSymbolicLink()) {
                    Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
                } else {
                    Files.copy(entries, file);
                    if (target.relativize(file).startsWith("bin")
                            && !file.toFile().setExecutable(true, false)) {
                        throw new IOException(file + " cannot be made executable");
                    }
                }
            }
        }
    }

    private static List<String> prefix() {
        // In a session of its own PostgreSQL does not receive the terminal's Ctrl-C; it stops after the service.
        List<List<String>> sessions =
                File.separatorChar == '/' ? List.of(List.of("setsid"), List.of()) : List.of(List.of());
        List<List<String>> users = isRoot() ? NOT_AS_ROOT : List.of(List.of());
        return sessions.stream()
                .flatMap(session -> users.stream().map(user -> Stream.concat(session.stream(), user.stream())
                        .toList()))
                .filter(prefix -> prefix.isEmpty() || runs(prefix))
                .findFirst()
                .orElseThrow(
                        () -> new NoDatabaseException("PostgreSQL does not run as root, and neither unshare nor setpriv"
                                + " can lend it another user here: run the service as another user, or set"
                                + " CATALOGUE_DATABASE_URL=postgresql://user:password@host:port/name."));
    }

    private static boolean isRoot() {
        return ProcessHandle.current().info().user().equals(Optional.of("root"));
    }

    private static boolean runs(List<String> prefix) {
        List<String> command = new ArrayList<>(prefix);
        // initdb needs the name of its user.
        command.addAll(List.of("id", "-un"));
        try {
            return !run(builder(command)).failed();
        } catch (IOException e) {
            return false;
        }
    }

    private static ProcessBuilder builder(List<String> command) {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("LC_ALL", "C");
        return builder;
    }

    private static Outcome run(ProcessBuilder builder) throws IOException {
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), UTF_8);
        try {
            return new Outcome(process.waitFor(), output);
        } catch (InterruptedException e) {
            process.destroy();
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}
