package be.digicatalogue.dcat;

import be.digicatalogue.http.Asked;
import be.digicatalogue.http.Contract;
import be.digicatalogue.http.Document;
import be.digicatalogue.http.Json;
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
    @Produces(MediaType.WILDCARD)
    public Document catalogue() {
        var named = asked.question(parameters -> parameters.oneOf("f", List.of("jsonld", "turtle")));
        // Chosen here: what JAX-RS does about a header that cannot be read is to fail.
        var format = named == null
                ? asked.accepted(List.of(JSON_LD, TURTLE), MediaType::toString).orElseThrow(NotAcceptableException::new)
                : named.equals("turtle") ? TURTLE : JSON_LD;
        var graph = DcatCatalogue.of(asked.catalogue(), contract, publishing, asked.base());
        return format.equals(TURTLE)
                ? Document.of(graph.turtle().getBytes(StandardCharsets.UTF_8), TURTLE.withCharset("UTF-8"))
                : Document.of(Json.write(graph.jsonLd()), JSON_LD);
    }
}
