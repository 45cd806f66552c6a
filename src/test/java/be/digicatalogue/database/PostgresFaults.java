package be.digicatalogue.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What happens to the processes of an embedded PostgreSQL that nobody wants, done on purpose. */
public final class PostgresFaults {

    private static final String UNLIMITED = "unlimited";

    private final Path folder;

    /** @param folder the data folder of a running {@link EmbeddedDatabase} */
    public PostgresFaults(Path folder) {
        this.folder = folder;
    }

    /** As {@code kill -9} of the server and all that it has forked; returns when they are gone. */
    public void kill() throws IOException {
        var processes = processes();
        // The server first: it would take the end of a child for a crash, and send the others away in good order.
        processes.forEach(ProcessHandle::destroyForcibly);
        processes.forEach(process -> process.onExit().join());
    }

    /** From now on it does not answer, as on a machine that hangs: its connections stay open, new ones are accepted. */
    public void hang() throws IOException {
        signal("STOP");
    }

    /** It answers again. */
    public void goOn() throws IOException {
        signal("CONT");
    }

    private void signal(String name) throws IOException {
        var command = new ArrayList<>(List.of("kill", "-" + name));
        processes().forEach(process -> command.add(Long.toString(process.pid())));
        try {
            new ProcessBuilder(command).start().waitFor();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * From now on no file can be written beyond a size, as {@code ulimit -f}: growing a table or the write-ahead log fails
     * with EFBIG where on a full disk it fails with ENOSPC, and PostgreSQL treats both alike. A table that cannot grow
     * fails its transaction; a log that cannot be written takes PostgreSQL down.
     */
    public void noFileGrowsBeyond(long bytes) throws IOException {
        limit(Long.toString(bytes));
    }

    /** There is room again. */
    public void filesGrowAgain() throws IOException {
        limit(UNLIMITED);
    }

    /** Whether the limit can be set here: prlimit is of Linux. */
    public static boolean canLimitFiles() {
        try {
            return new ProcessBuilder("prlimit", "--version")
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void limit(String bytes) throws IOException {
        // The server first: what it forks from then on has the limit already.
        for (var process : processes()) {
            try {
                limit(process.pid(), bytes);
            } catch (IOException refused) {
                // One that has ended meanwhile writes nothing any more.
                if (process.isAlive()) {
                    throw refused;
                }
            }
        }
    }

    private static void limit(long pid, String bytes) throws IOException {
        var command = new ArrayList<String>();
        if (System.getProperty("user.name").equals("root")) {
            // Root in a container may have no right to it, the user of the process always has.
            var process = Path.of("/proc", Long.toString(pid));
            command.addAll(List.of(
                    "setpriv",
                    "--reuid=" + Files.getAttribute(process, "unix:uid"),
                    "--regid=" + Files.getAttribute(process, "unix:gid"),
                    "--clear-groups"));
        }
        command.addAll(List.of("prlimit", "--pid", Long.toString(pid), "--fsize=" + bytes + ":"));
        var limiting = new ProcessBuilder(command).redirectErrorStream(true).start();
        var said = new String(limiting.getInputStream().readAllBytes());
        try {
            if (limiting.waitFor() != 0) {
                throw new IOException(String.join(" ", command) + ": " + said);
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The server and then what it has forked; nothing while it is down. */
    private List<ProcessHandle> processes() throws IOException {
        var file = folder.resolve("postgresql/postmaster.pid");
        if (!Files.exists(file)) {
            return List.of();
        }
        return ProcessHandle.of(Long.parseLong(Files.readAllLines(file).get(0))).stream()
                .flatMap(server -> Stream.concat(Stream.of(server), server.descendants()))
                .toList();
    }
}
