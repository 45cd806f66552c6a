package be.digicatalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/**
 * The programs of src/clients that run on Node.js, in the time zone of Belgium, with the packages of src/clients/package.json,
 * which npm installs once for all tests.
 */
public final class NodeTools {

    private static final Path CLIENTS = Path.of("src/clients");
    private static final Path FOLDER = Path.of("target/clients");

    private static boolean installed;

    private NodeTools() {}

    /** What a program tells; fails when the program does. */
    public static String run(String program, String... arguments) throws IOException, InterruptedException {
        return run(program, null, arguments);
    }

    /**
     * What a program tells of a file; fails when the program does.
     *
     * @param input what it reads from standard input; {@code null} for nothing
     */
    public static String run(String program, Path input, String... arguments) throws IOException, InterruptedException {
        install();
        copy(program);
        var command = new ArrayList<>(List.of("node", program));
        command.addAll(List.of(arguments));
        return start(command, input);
    }

    private static synchronized void install() throws IOException, InterruptedException {
        if (!installed) {
            Files.createDirectories(FOLDER);
            copy("package.json");
            copy("package-lock.json");
            start(List.of("npm", "ci", "--no-fund", "--no-audit", "--loglevel=error"), null);
            installed = true;
        }
    }

    private static void copy(String file) throws IOException {
        Files.copy(CLIENTS.resolve(file), FOLDER.resolve(file), StandardCopyOption.REPLACE_EXISTING);
    }

    private static String start(List<String> command, Path input) throws IOException, InterruptedException {
        var output = Files.createTempFile("digi-catalogue-client-", ".txt");
        try {
            var builder = new ProcessBuilder(command).directory(FOLDER.toFile()).redirectOutput(output.toFile());
            builder.environment().put("TZ", "Europe/Brussels");
            // What programs warn of must not mix with answers that are read line by line.
            builder.redirectError(ProcessBuilder.Redirect.INHERIT);
            if (input != null) {
                builder.redirectInput(input.toFile());
            }
            int code = builder.start().waitFor();
            var told = Files.readString(output);
            assertEquals(0, code, () -> String.join(" ", command) + "\n" + told);
            return told;
        } finally {
            Files.delete(output);
        }
    }
}
