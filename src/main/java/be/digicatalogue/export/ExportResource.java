package be.digicatalogue.export;

import be.digicatalogue.http.Asked;
import be.digicatalogue.http.LongAnswer;
import be.digicatalogue.http.LongAnswers;
import be.digicatalogue.http.Problem;
import be.digicatalogue.http.Refusal;
import be.digicatalogue.question.Issue;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.Map;

/** Tables of the dataset as files. */
@Path("/export")
// The file may have to be made first.
@Blocking
public class ExportResource {

    private static final String CSV = "text/csv;charset=utf-8;header=present";

    private final Asked asked;
    private final LongAnswers answers;

    ExportResource(Asked asked, LongAnswers answers) {
        this.asked = asked;
        this.answers = answers;
    }

    /** The rows of a table, as the dataset has them; {@link WholeListResource} gives the records that they become. */
    @GET
    @Path("{table}.csv")
    public LongAnswer table(@PathParam("table") String name) {
        asked.question(parameters -> null);
        var table = asked.catalogue()
                .export()
                .table(name)
                .orElseThrow(() -> new Refusal(Problem.notFound(Issue.notFound(
                        "path",
                        "table",
                        name,
                        "There is no such table. All are in " + asked.base() + "/v1/dataset.zip."))));
        return answers.of(table, CSV, Map.of());
    }
}
