package be.digicatalogue.export;

import be.digicatalogue.http.Format;
import be.digicatalogue.http.Formats;
import be.digicatalogue.http.Problem;
import be.digicatalogue.http.RecordFace;
import be.digicatalogue.http.Refusal;
import be.digicatalogue.http.RequestContext;
import be.digicatalogue.http.StreamedRepresentation;
import be.digicatalogue.http.StreamedRepresentations;
import be.digicatalogue.http.WholeList;
import be.digicatalogue.question.Issue;
import io.quarkus.arc.All;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Lists as files: the address of a list with the form behind it gives all of it, asked with the same filters. The form is in
 * the address because a list that is given page by page keeps its address, whichever form it takes.
 */
@Path("/v1")
// To put all points of a large catalogue in order takes longer than an event loop may.
@Blocking
public class WholeListResource {

    private final RequestContext context;
    private final Formats formats;
    private final StreamedRepresentations answers;
    private final Map<String, RecordFace> lists = new TreeMap<>();

    WholeListResource(
            RequestContext context, Formats formats, StreamedRepresentations answers, @All List<RecordFace> faces) {
        this.context = context;
        this.formats = formats;
        this.answers = answers;
        faces.forEach(face -> lists.put(face.kind().code(), face));
    }

    @GET
    @Path("{list}.json")
    public StreamedRepresentation json(@PathParam("list") String list) {
        return whole(list, "json");
    }

    @GET
    @Path("{list}.csv")
    public StreamedRepresentation csv(@PathParam("list") String list) {
        return whole(list, "csv");
    }

    @GET
    @Path("{list}.geojson")
    public StreamedRepresentation geoJson(@PathParam("list") String list) {
        return whole(list, "geojson");
    }

    @GET
    @Path("{list}.jsonld")
    public StreamedRepresentation jsonLd(@PathParam("list") String list) {
        return whole(list, "jsonld");
    }

    private StreamedRepresentation whole(String name, String form) {
        var list = lists.get(name);
        if (list == null) {
            throw new Refusal(Problem.notFound(Issue.notFound(
                    "path",
                    "list",
                    name,
                    "There is no such list under /v1. Allowed: " + String.join(", ", lists.keySet()) + ".")));
        }
        var address = "/v1/" + name;
        var format = formats.of(address, form)
                .orElseThrow(() -> new Refusal(Problem.notFound(Issue.notFound(
                        "path",
                        "list",
                        name,
                        "Its records are not located. Allowed: " + address + ".csv, .json or .jsonld."))));
        context.askWhole();
        context.view().leaveAgesOut();
        return answer(name, form, format, new WholeList(list.list().list(), format, context.view(), address));
    }

    private StreamedRepresentation answer(String name, String form, Format format, WholeList list) {
        var file = name + "-" + context.catalogue().revision().number() + "." + form;
        return answers.of(
                list, format.contentType(), Map.of("Content-Disposition", "attachment; filename=\"" + file + "\""));
    }
}
