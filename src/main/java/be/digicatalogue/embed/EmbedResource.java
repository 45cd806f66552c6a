package be.digicatalogue.embed;

import be.digicatalogue.fact.Message;
import be.digicatalogue.http.Document;
import be.digicatalogue.http.Problem;
import be.digicatalogue.http.Refusal;
import be.digicatalogue.http.RequestContext;
import be.digicatalogue.question.Issue;
import io.quarkus.vertx.http.Compressed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** The script for other websites: the newest version, and each version under a permanent name. */
@Path("/embed")
public class EmbedResource {

    private static final MediaType JAVASCRIPT = new MediaType("text", "javascript", "utf-8");
    private static final String FOR_A_DAY =
            "public, max-age=86400, stale-while-revalidate=604800, stale-if-error=604800";
    private static final String FOR_EVER = "public, max-age=31536000, immutable";

    private final RequestContext context;
    private final EmbedScript script;

    EmbedResource(RequestContext context, EmbedScript script) {
        this.context = context;
        this.script = script;
    }

    @GET
    @Compressed
    @Path("v1.js")
    public Response newest() {
        return kept(script.newest(), FOR_A_DAY);
    }

    @GET
    @Compressed
    @Path("v1-{version}.js")
    public Response version(@PathParam("version") String version) {
        return kept(
                script.named(version)
                        .orElseThrow(() -> new Refusal(Problem.notFound(Message.of(
                                "embed.noSuchVersion", Issue.shown(version), context.base() + "/embed/v1.js")))),
                FOR_EVER);
    }

    private Response kept(byte[] script, String howLong) {
        return Response.ok(Document.of(script, JAVASCRIPT))
                .header(HttpHeaders.CACHE_CONTROL, howLong)
                .build();
    }
}
