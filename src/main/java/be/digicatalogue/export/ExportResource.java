package be.digicatalogue.export;

import be.digicatalogue.fact.Message;
import be.digicatalogue.http.Problem;
import be.digicatalogue.http.Refusal;
import be.digicatalogue.http.RequestContext;
import be.digicatalogue.http.StreamedRepresentation;
import be.digicatalogue.http.StreamedRepresentations;
import be.digicatalogue.question.Issue;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;

/** Tables of the dataset as files. */
@Path("/export")
@Produces(MediaType.WILDCARD)
// Writing the file may be needed first, which blocks.
@Blocking
public class ExportResource {

    private static final String CSV = "text/csv;charset=utf-8;header=present";

    private final RequestContext context;
    private final StreamedRepresentations answers;

    ExportResource(RequestContext context, StreamedRepresentations answers) {
        this.context = context;
        this.answers = answers;
    }

    /** The rows of a table, as in the dataset; {@link WholeListResource} has the records that they become. */
    @GET
    @Path("{table}.csv")
    public StreamedRepresentation table(@PathParam("table") String name) {
        context.question(parameters -> null);
        var table = context.catalogue()
                .export()
                .table(name)
                .orElseThrow(() -> new Refusal(Problem.notFound(Issue.notFound(
                        "path",
                        "table",
                        name,
                        Message.of("export.noSuchTable", Issue.shown(name), context.base() + "/v1/dataset.zip")))));
        return answers.of(table, CSV, Map.of());
    }
}
