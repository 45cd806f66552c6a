package be.digicatalogue.linked;

import be.digicatalogue.http.Document;
import be.digicatalogue.http.RequestContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The context of the JSON-LD answers, which is also the vocabulary of the terms that no other vocabulary has. */
@Path("/context")
public class ContextResource {

    /** Within a version, terms are only added. */
    private static final String FOR_A_WEEK = "public, max-age=604800";

    private static final MediaType TYPE = MediaType.valueOf(JsonLd.MEDIA_TYPE);
    private static final String CONTEXT = read();

    private final RequestContext context;

    ContextResource(RequestContext context) {
        this.context = context;
    }

    @GET
    @Path("v1.jsonld")
    @Produces({JsonLd.MEDIA_TYPE, MediaType.APPLICATION_JSON})
    public Response context() {
        context.question(parameters -> null);
        return Response.ok(Document.of(content(context.base()), TYPE))
                .header(HttpHeaders.CACHE_CONTROL, FOR_A_WEEK)
                .build();
    }

    /** @param base the scheme and host of the URLs of the vocabulary */
    static byte[] content(String base) {
        return CONTEXT.replace("{base}", base).getBytes(StandardCharsets.UTF_8);
    }

    private static String read() {
        try (var file = ContextResource.class.getResourceAsStream("/linked/v1.jsonld")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot read the context", unreadable);
        }
    }
}
