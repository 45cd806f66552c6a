package be.digicatalogue.dcat;

import be.digicatalogue.http.Contract;
import be.digicatalogue.http.Document;
import be.digicatalogue.http.RequestContext;
import be.digicatalogue.linked.RdfFormat;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;

/** The description of the catalogue for open-data portals. The first of a revision reads the whole dataset for its checksums. */
@Path("/dcat")
@Blocking
public class DcatResource {

    private static final List<RdfFormat> FORMATS =
            List.of(RdfFormat.JSON_LD, RdfFormat.TURTLE, RdfFormat.RDF_XML, RdfFormat.N_TRIPLES);

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
        var code = context.question(parameters ->
                parameters.oneOf("f", FORMATS.stream().map(RdfFormat::code).toList()));
        var format = FORMATS.stream()
                .filter(each -> each.code().equals(code))
                .findFirst()
                .orElseGet(() -> RdfFormat.accepted(context, FORMATS));
        return format.document(
                DcatCatalogue.of(context.catalogue(), contract, publishing, context.base())
                        .jsonLd(),
                context.base());
    }
}
