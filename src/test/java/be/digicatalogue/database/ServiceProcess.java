package be.digicatalogue.database;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** A second process of the service as far as its database goes: starts it on a folder and waits to be ended. */
final class ServiceProcess implements AutoCloseable {

    private final Process process;
    private final String answer;

    private ServiceProcess(Process process, String answer) {
        this.process = process;
        this.answer = answer;
    }

    public static void main(String[] arguments) throws InterruptedException {
        try {
            System.out.println(EmbeddedDatabase.start(Path.of(arguments[0])).ownerUrl());
        } catch (NoDatabaseException e) {
            System.out.println(e.getMessage());
            System.exit(1);
        }
        Thread.sleep(Long.MAX_VALUE);
    }

    static ServiceProcess on(Path folder) throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ServiceProcess.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        BufferedReader output = process.inputReader(UTF_8);
        return new ServiceProcess(process, output.readLine());
    }

    /** The owner's URL, or the sentence that says why there is none. */
    String answer() {
        return answer;
    }

    long pid() {
        return process.pid();
    }

    int exitCode() throws InterruptedException {
        return process.waitFor(30, TimeUnit.SECONDS) ? process.exitValue() : -1;
    }

    /** As {@code kill -9} or the system when memory runs out. */
    void kill() {
        process.destroyForcibly().onExit().join();
    }

    /** As {@code kill}. */
    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
