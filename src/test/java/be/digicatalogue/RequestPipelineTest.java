package be.digicatalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.arc.ClientProxy;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RequestPipelineTest {

    private static final Pattern ROW = Pattern.compile("\\| ([0-9]+) \\| `([A-Za-z.]+)` \\|.*");

    @Inject
    RequestPipeline pipeline;

    /** docs/architecture.md has the connection and the pipeline before the steps. */
    @Test
    void theDocumentedPathIsTheListOfSteps() throws IOException {
        var documented = new ArrayList<String>();
        for (var line : Files.readAllLines(Path.of("docs/architecture.md"))) {
            var row = ROW.matcher(line);
            if (row.matches()) {
                assertEquals(documented.size() + 1, Integer.parseInt(row.group(1)));
                documented.add(row.group(2));
            }
        }
        var path = new ArrayList<>(List.of("traffic.WatchedConnection", "RequestPipeline"));
        pipeline.steps().stream()
                .map(step -> step.getClass().getName())
                .map(name -> name.substring("be.digicatalogue.".length()))
                .forEach(path::add);
        assertEquals(path, documented);
    }

    /** What reads settings must do so as the service starts; behind a proxy it would do so at the first request. */
    @Test
    void theStepsAreMadeAsTheServiceStarts() {
        assertEquals(
                List.of(),
                pipeline.steps().stream().filter(ClientProxy.class::isInstance).toList());
    }
}
