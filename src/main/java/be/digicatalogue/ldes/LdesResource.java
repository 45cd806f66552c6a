package be.digicatalogue.ldes;

import be.digicatalogue.fact.Message;
import be.digicatalogue.history.ChangeCursor;
import be.digicatalogue.http.Document;
import be.digicatalogue.http.HistoryPositions;
import be.digicatalogue.http.Problem;
import be.digicatalogue.http.Refusal;
import be.digicatalogue.http.RequestContext;
import be.digicatalogue.linked.RdfFormat;
import be.digicatalogue.question.Issue;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The Linked Data Event Stream (https://w3id.org/ldes/specification): its root, which lists the pages and which clients poll,
 * and the pages, which clients fetch once. Computing the pages of a large catalogue takes long, so it runs on threads that
 * may block.
 */
@Path("/ldes")
@Produces(MediaType.WILDCARD)
@Blocking
public class LdesResource {

    private static final List<RdfFormat> FORMATS =
            List.of(RdfFormat.JSON_LD, RdfFormat.TURTLE, RdfFormat.N_TRIPLES, RdfFormat.N_QUADS);

    private static final String FOR_EVER = "public, max-age=31536000, immutable";
    private static final String TIME = "prov:generatedAtTime";
    private static final String VERSION_OF = "dct:isVersionOf";

    /** The polling interval, which equals the cache lifetime of answers. */
    private static final Duration POLLING = Duration.ofMinutes(1);

    private static final String RETENTION =
            "Of each record the newest version, and of each that was removed that it was."
                    + " Earlier versions go with the revision that replaces them, and their page with them.";

    /** The position of the revision, without its id in names of earlier versions, and a digest of the content of the page. */
    private static final Pattern NAME = Pattern.compile("(([1-9][0-9]{0,8})(?:-[0-9a-f]{16})?)-[A-Za-z0-9_-]{22}");

    /** Leads to the last page. */
    private static final String NEWEST = "newest";

    private final RequestContext context;
    private final HistoryPositions positions;

    LdesResource(RequestContext context, HistoryPositions positions) {
        this.context = context;
        this.positions = positions;
    }

    @GET
    public Document root() {
        var format = read();
        var document = document();
        document.put("dct:title", "Digi Catalogue").put("dct:description", RETENTION);
        document.set("ldes:timestampPath", node(TIME));
        document.set("ldes:versionOfPath", node(VERSION_OF));
        document.set("ldes:versionDeletePath", node("rdf:type"));
        document.set("ldes:versionDeleteObject", node("as:Delete"));
        document.put("ldes:pollingInterval", POLLING.toSeconds());
        document.set("tree:shape", shape());
        var view = document.putObject("tree:view")
                .put("@id", context.base() + "/ldes")
                .put("@type", "tree:Node");
        view.putObject("ldes:retentionPolicy")
                .put("@id", context.base() + "/ldes#retention")
                .put("@type", "ldes:RetentionPolicy")
                .put("ldes:versionAmount", 1);
        var relations = view.putArray("tree:relation");
        var pages = stream().pages();
        for (var page : pages) {
            relations.add(relation(
                    "tree:GreaterThanOrEqualToRelation", page, page.revision().publishedAt()));
            pages.stream()
                    .filter(later ->
                            later.revision().revision() > page.revision().revision())
                    .findFirst()
                    .ifPresent(later -> relations.add(relation(
                            "tree:LessThanRelation", page, later.revision().publishedAt())));
        }
        return format.document(document, context.base());
    }

    @GET
    @Path("{page}")
    public Response page(@PathParam("page") String name) {
        var format = read();
        if (name.equals(NEWEST)) {
            return newest();
        }
        var page = stream().page(name).orElseThrow(() -> new Refusal(absent(name)));
        return Response.ok(format.document(content(page), context.base()))
                .header(HttpHeaders.CACHE_CONTROL, FOR_EVER)
                .build();
    }

    /** People try the API with it, and the names of pages differ between instances. */
    private Response newest() {
        var pages = stream().pages();
        return Response.temporaryRedirect(URI.create(
                        context.base() + "/ldes/" + pages.get(pages.size() - 1).name()))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    /** The format of the answer; there are no parameters. */
    private RdfFormat read() {
        context.question(parameters -> null);
        return RdfFormat.accepted(context, FORMATS);
    }

    /**
     * The problem for a page that does not exist here; an older root, or the root of an instance with a newer revision, may
     * list it.
     */
    private Problem absent(String name) {
        var named = NAME.matcher(name);
        var list = context.base() + "/ldes";
        if (!named.matches()) {
            return Problem.notFound(Message.of("ldes.noSuchPage", Issue.shown(name), list));
        }
        var position = ChangeCursor.read(named.group(1)).orElseThrow();
        if (position.id() == null
                && position.revision() > context.catalogue().revision().number()) {
            return Problem.serviceUnavailable(Message.of("problem.revisionNotRead", named.group(2)));
        }
        positions.known(context.catalogue().changes(), position, "path", "page");
        return Problem.status(410, Message.of("ldes.pageReplaced", list));
    }

    private ObjectNode content(EventStream.StreamPage page) {
        var base = context.base();
        var document = document();
        document.putObject("tree:view")
                .put("@id", base + "/ldes/" + page.name())
                .put("@type", "tree:Node")
                .put("ldes:immutable", true);
        var members = document.putArray("tree:member");
        var versions = new Versions(context.catalogue());
        for (var version : page.versions()) {
            var object = base + "/id/" + version.type() + "/" + version.id();
            var member = members.addObject()
                    .put("@id", object + "#revision-" + page.revision().cursor());
            member.put(
                    "@type",
                    version.fact() == null
                            ? "as:Delete"
                            : version.fact().getClass().getSimpleName());
            member.set(VERSION_OF, node(object));
            member.set(TIME, value(page.revision().publishedAt().toString(), "xsd:dateTime"));
            if (version.fact() != null) {
                member.setAll(versions.tree(version, base));
            }
        }
        return document;
    }

    /** The shape of all versions, of every kind of record. */
    private ObjectNode shape() {
        var shape = JsonNodeFactory.instance
                .objectNode()
                .put("@id", context.base() + "/ldes#shape")
                .put("@type", "sh:NodeShape");
        var properties = shape.putArray("sh:property");
        var object = properties.addObject().put("sh:minCount", 1).put("sh:maxCount", 1);
        object.set("sh:path", node(VERSION_OF));
        object.set("sh:nodeKind", node("sh:IRI"));
        var time = properties.addObject().put("sh:minCount", 1).put("sh:maxCount", 1);
        time.set("sh:path", node(TIME));
        time.set("sh:datatype", node("xsd:dateTime"));
        return shape;
    }

    private EventStream stream() {
        var catalogue = context.catalogue();
        if (catalogue.changes().revisions().isEmpty()) {
            throw new Refusal(Problem.serviceUnavailable(Message.of("problem.noHistoryYet")));
        }
        return catalogue.derived(EventStream.class, EventStream::new);
    }

    private ObjectNode document() {
        var document = JsonNodeFactory.instance.objectNode();
        var terms = document.putArray("@context").add(context.base() + "/context/v1.jsonld");
        terms.addObject()
                .put("as", "https://www.w3.org/ns/activitystreams#")
                .put("dct", "http://purl.org/dc/terms/")
                .put("ldes", "https://w3id.org/ldes#")
                .put("prov", "http://www.w3.org/ns/prov#")
                .put("rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#")
                .put("sh", "http://www.w3.org/ns/shacl#")
                .put("tree", "https://w3id.org/tree#")
                .put("xsd", "http://www.w3.org/2001/XMLSchema#");
        return document.put("@id", context.base() + "/ldes#stream").put("@type", "ldes:EventStream");
    }

    private ObjectNode relation(String type, EventStream.StreamPage page, Instant moment) {
        var relation = JsonNodeFactory.instance.objectNode().put("@type", type);
        relation.set("tree:path", node(TIME));
        relation.set("tree:value", value(moment.toString(), "xsd:dateTime"));
        relation.set("tree:node", node(context.base() + "/ldes/" + page.name()));
        return relation;
    }

    private static ObjectNode node(String id) {
        return JsonNodeFactory.instance.objectNode().put("@id", id);
    }

    private static ObjectNode value(String value, String type) {
        return JsonNodeFactory.instance.objectNode().put("@value", value).put("@type", type);
    }
}
