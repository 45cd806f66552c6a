package be.digicatalogue.dcat;

import be.digicatalogue.http.Contract;
import be.digicatalogue.http.Document;
import be.digicatalogue.http.Json;
import be.digicatalogue.http.RequestContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotAcceptableException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The description of the catalogue for open-data portals. */
@Path("/dcat")
public class DcatResource {

    private static final MediaType JSON_LD = new MediaType("application", "ld+json");
    private static final MediaType TURTLE = new MediaType("text", "turtle");

    private final RequestContext context;
    private final Contract contract;
    private final Publishing publishing;

    DcatResource(RequestContext context, Contract contract, Publishing publishing) {
        this.context = context;
        this.contract = contract;
        this.publishing = publishing;
    }

    /** {@code f} takes precedence over {@code Accept}, even if the header excludes the format. */
    @GET
    @Produces(MediaType.WILDCARD)
    public Document catalogue() {
        var named = context.question(parameters -> parameters.oneOf("f", List.of("jsonld", "turtle")));
        // The format is chosen here, because JAX-RS would fail on an invalid header.
        var format = named == null
                ? context.accepted(List.of(JSON_LD, TURTLE), MediaType::toString)
                        .orElseThrow(NotAcceptableException::new)
                : named.equals("turtle") ? TURTLE : JSON_LD;
        var graph = DcatCatalogue.of(context.catalogue(), contract, publishing, context.base());
        return format.equals(TURTLE)
                ? Document.of(graph.turtle().getBytes(StandardCharsets.UTF_8), TURTLE.withCharset("UTF-8"))
                : Document.of(Json.write(graph.jsonLd()), JSON_LD);
    }
}
