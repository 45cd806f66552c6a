package be.digicatalogue.dcat;

import be.digicatalogue.http.Asked;
import be.digicatalogue.http.Contract;
import be.digicatalogue.http.Document;
import be.digicatalogue.http.Json;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The description of the catalogue for open-data portals. */
@Path("/dcat")
public class DcatResource {

    private static final String JSON_LD = "application/ld+json";
    private static final String TURTLE = "text/turtle";

    private final Asked asked;
    private final Contract contract;
    private final Publishing publishing;

    DcatResource(Asked asked, Contract contract, Publishing publishing) {
        this.asked = asked;
        this.contract = contract;
        this.publishing = publishing;
    }

    /** {@code f} before {@code Accept}. */
    @GET
    @Produces({JSON_LD, TURTLE})
    public Document catalogue(HttpHeaders headers) {
        var format = asked.question(parameters -> parameters.oneOf("f", List.of("jsonld", "turtle")));
        var graph = DcatCatalogue.of(asked.catalogue(), contract, publishing, asked.base());
        boolean wantsTurtle = format == null
                ? headers.getAcceptableMediaTypes().stream()
                        .filter(type -> type.isCompatible(MediaType.valueOf(JSON_LD))
                                || type.isCompatible(MediaType.valueOf(TURTLE)))
                        .findFirst()
                        .map(type -> !type.isCompatible(MediaType.valueOf(JSON_LD)))
                        .orElse(false)
                : format.equals("turtle");
        return wantsTurtle
                ? Document.of(graph.turtle().getBytes(StandardCharsets.UTF_8), new MediaType("text", "turtle", "UTF-8"))
                : Document.of(Json.write(graph.jsonLd()), MediaType.valueOf(JSON_LD));
    }
}
