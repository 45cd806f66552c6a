package be.digicatalogue.dcat;

import be.digicatalogue.http.Asked;
import be.digicatalogue.http.Contract;
import be.digicatalogue.http.Document;
import be.digicatalogue.http.Json;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotAcceptableException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Variant;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The description of the catalogue for open-data portals. */
@Path("/dcat")
public class DcatResource {

    private static final MediaType JSON_LD = new MediaType("application", "ld+json");
    private static final MediaType TURTLE = new MediaType("text", "turtle");

    private final Asked asked;
    private final Contract contract;
    private final Publishing publishing;

    DcatResource(Asked asked, Contract contract, Publishing publishing) {
        this.asked = asked;
        this.contract = contract;
        this.publishing = publishing;
    }

    /** {@code f} before {@code Accept}, whatever that accepts. */
    @GET
    public Document catalogue(Request request) {
        var named = asked.question(parameters -> parameters.oneOf("f", List.of("jsonld", "turtle")));
        var format = named == null ? accepted(request) : named.equals("turtle") ? TURTLE : JSON_LD;
        var graph = DcatCatalogue.of(asked.catalogue(), contract, publishing, asked.base());
        return format.equals(TURTLE)
                ? Document.of(graph.turtle().getBytes(StandardCharsets.UTF_8), TURTLE.withCharset("UTF-8"))
                : Document.of(Json.write(graph.jsonLd()), JSON_LD);
    }

    private static MediaType accepted(Request request) {
        var accepted = request.selectVariant(Variant.mediaTypes(JSON_LD, TURTLE).build());
        if (accepted == null) {
            throw new NotAcceptableException();
        }
        return accepted.getMediaType();
    }
}
