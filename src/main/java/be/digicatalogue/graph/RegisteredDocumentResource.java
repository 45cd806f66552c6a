package be.digicatalogue.graph;

import be.digicatalogue.http.PagedList;
import be.digicatalogue.http.RequestContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** The registered documents. */
@Path("/graphql/documents")
@Produces(MediaType.APPLICATION_JSON)
public class RegisteredDocumentResource {

    private final RequestContext context;
    private final TrustedDocuments documents;

    RegisteredDocumentResource(RequestContext context, TrustedDocuments documents) {
        this.context = context;
        this.documents = documents;
    }

    @GET
    public PagedList<RegisteredDocument> list() {
        return context.list(documents.list());
    }
}
