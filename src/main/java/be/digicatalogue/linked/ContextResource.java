package be.digicatalogue.linked;

import be.digicatalogue.http.Asked;
import be.digicatalogue.http.Document;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** The context of the JSON-LD answers, which is also the vocabulary of the terms that no other vocabulary has. */
@Path("/context")
public class ContextResource {

    /** Terms are only ever added within a version. */
    private static final Duration FRESH = Duration.ofDays(7);

    private static final MediaType TYPE = MediaType.valueOf(JsonLd.MEDIA_TYPE);
    private static final String CONTEXT = read();

    private final Asked asked;

    ContextResource(Asked asked) {
        this.asked = asked;
    }

    @GET
    @Path("v1.jsonld")
    @Produces({JsonLd.MEDIA_TYPE, MediaType.APPLICATION_JSON})
    public Document context() {
        asked.question(parameters -> null);
        var content = CONTEXT.replace("{base}", asked.base()).getBytes(StandardCharsets.UTF_8);
        return Document.of(content, TYPE).keptFor(FRESH);
    }

    private static String read() {
        try (var file = ContextResource.class.getResourceAsStream("/linked/v1.jsonld")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot read the context", unreadable);
        }
    }
}
