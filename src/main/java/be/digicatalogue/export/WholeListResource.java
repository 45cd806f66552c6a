package be.digicatalogue.export;

import be.digicatalogue.fact.Message;
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
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Whole lists as files: the URL of a list followed by a format, with the same filters. The format is part of the URL, unlike
 * that of a paged list, whose URL is the same in every format.
 */
@Path("/v1")
@Produces(MediaType.WILDCARD)
// Sorting all points of a large catalogue takes longer than an event loop may be blocked.
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
                    Message.of("export.noSuchList", Issue.shown(name), List.copyOf(lists.keySet())))));
        }
        var address = "/v1/" + name;
        var format = formats.of(address, form)
                .orElseThrow(() -> new Refusal(Problem.notFound(
                        Issue.notFound("path", "list", name, Message.of("export.notLocated", address)))));
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
