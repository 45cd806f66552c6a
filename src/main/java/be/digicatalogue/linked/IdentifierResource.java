package be.digicatalogue.linked;

import be.digicatalogue.fact.Message;
import be.digicatalogue.fact.Reference;
import be.digicatalogue.http.HtmlPages;
import be.digicatalogue.http.Problem;
import be.digicatalogue.http.Refusal;
import be.digicatalogue.http.RequestContext;
import be.digicatalogue.question.Issue;
import be.digicatalogue.record.RecordType;
import be.digicatalogue.record.Schema;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * The names of records. An organisation or an office is not a document, so its name redirects to a document about it (303, as
 * in the URI strategy of the Flemish government). For clients that prefer HTML that is the page, where there is one.
 *
 * @see <a href="https://www.w3.org/TR/cooluris/">Cool URIs for the Semantic Web</a>
 */
@Path("/id")
public class IdentifierResource {

    /** The page comes last, because a wildcard is not a preference for it. */
    private static final List<String> FORMS = List.of(
            MediaType.APPLICATION_JSON, JsonLd.MEDIA_TYPE, "application/geo+json", "text/csv", MediaType.TEXT_HTML);

    private final RequestContext context;
    private final HtmlPages pages;

    IdentifierResource(RequestContext context, HtmlPages pages) {
        this.context = context;
        this.pages = pages;
    }

    @GET
    @Path("{type}/{id}")
    public Response document(@PathParam("type") String type, @PathParam("id") String id) {
        context.question(parameters -> null);
        var data = data(type, id)
                .orElseThrow(() ->
                        new Refusal(Problem.notFound(Message.of("linked.noSuchRecord", Issue.shown(type + "/" + id)))));
        var path = context.accepted(FORMS, form -> form).equals(Optional.of(MediaType.TEXT_HTML))
                ? pages.about(new Reference(type, id), context.language()).orElse(data + language(data))
                : data + language(data);
        return Response.status(Response.Status.SEE_OTHER)
                .location(URI.create(context.base() + path))
                .header(HttpHeaders.VARY, "Accept, Accept-Encoding, Accept-Language")
                .header(HttpHeaders.CACHE_CONTROL, "public, max-age=60")
                .build();
    }

    /** The document about a record; for a locality or a service, a list that contains it. */
    private Optional<String> data(String type, String id) {
        return Schema.loaded().type(type).filter(RecordType::isListed).flatMap(served -> context.catalogue()
                .find(new Reference(type, id))
                .map(record -> served.kind().path(id)));
    }

    /** Adds the requested language. */
    private String language(String path) {
        var self = context.address().self();
        int query = self.indexOf('?');
        return query < 0 ? "" : (path.contains("?") ? "&" : "?") + self.substring(query + 1);
    }
}
