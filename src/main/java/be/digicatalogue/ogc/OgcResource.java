package be.digicatalogue.ogc;

import be.digicatalogue.dataset.Reuse;
import be.digicatalogue.fact.Language;
import be.digicatalogue.fact.Message;
import be.digicatalogue.geojson.GeoJson;
import be.digicatalogue.http.AnswerSender;
import be.digicatalogue.http.Json;
import be.digicatalogue.http.LinkHeader;
import be.digicatalogue.http.Problem;
import be.digicatalogue.http.Refusal;
import be.digicatalogue.http.Representation;
import be.digicatalogue.http.RequestContext;
import be.digicatalogue.http.SecurityHeaders;
import be.digicatalogue.question.Issue;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.StringJoiner;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import org.locationtech.jts.geom.Envelope;

/**
 * OGC API - Features: Part 1 Core (OGC 17-069r4), Part 2 Coordinate Reference Systems by Reference (18-058r1), Part 3
 * Filtering (19-079r2). Answers have no {@code timeStamp}, which is optional: it would be wrong in a cached answer, and no
 * two answers would be equal.
 */
@Path(OgcResource.ROOT)
// Each method chooses the format itself, because the parameter takes precedence over the header.
@Produces(MediaType.WILDCARD)
// A thousand features, a filter over all records and the extent of a collection take longer than an event loop may be
// blocked.
@Blocking
public class OgcResource {

    static final String ROOT = "/ogc";

    private static final String TITLE = "Digi Catalogue";
    private static final String ABOUT = "Flemish digihubs and digibanks on the map: service points where citizens get"
            + " digital help, Voka offices, knowledge partners, digibanks by municipality, municipalities and"
            + " provinces.";

    private static final OgcFormat DOCUMENT = OgcFormat.json("application/json");
    private static final OgcFormat FEATURES = OgcFormat.json(GeoJson.MEDIA_TYPE);
    private static final OgcFormat SCHEMA = OgcFormat.json("application/schema+json");
    private static final OgcFormat API = OgcFormat.json(OgcApi.MEDIA_TYPE);

    private static final String QUERYABLES_RELATION = "http://www.opengis.net/def/rel/ogc/1.0/queryables";
    private static final String SCHEMA_RELATION = "http://www.opengis.net/def/rel/ogc/1.0/schema";
    /** Registered as {@code describedby}; capitals make no difference (RFC 8288) except to GDAL before 3.7, which wants this. */
    private static final String DESCRIPTION_RELATION = "describedBy";

    private static final String CONFORMANCE_RELATION = "conformance";

    private static final String COLLECTIONS = "/collections/";
    private static final String QUERYABLES = "/queryables";
    private static final String ATTRIBUTES = "/schema";
    private static final String GEOJSON_SCHEMA = "/geojson-schema";

    /** The language of the titles and descriptions. */
    private static final Language WORDS = Language.EN;

    private static final String FEATURES_1 = "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/";
    private static final String FEATURES_2 = "http://www.opengis.net/spec/ogcapi-features-2/1.0/conf/";
    private static final String FEATURES_3 = "http://www.opengis.net/spec/ogcapi-features-3/1.0/conf/";
    private static final String CQL2 = "http://www.opengis.net/spec/cql2/1.0/conf/";

    /** The conformance classes; a test checks each of Part 1. */
    private static final List<String> CONFORMANCE = List.of(
            FEATURES_1 + "core",
            FEATURES_1 + "oas30",
            FEATURES_1 + "html",
            FEATURES_1 + "geojson",
            FEATURES_2 + "crs",
            FEATURES_3 + "queryables",
            FEATURES_3 + "queryables-query-parameters",
            FEATURES_3 + "filter",
            FEATURES_3 + "features-filter",
            CQL2 + "cql2-text",
            CQL2 + "basic-cql2",
            CQL2 + "advanced-comparison-operators",
            CQL2 + "case-insensitive-comparison",
            CQL2 + "accent-insensitive-comparison",
            CQL2 + "basic-spatial-functions",
            CQL2 + "basic-spatial-functions-plus",
            CQL2 + "spatial-functions",
            CQL2 + "temporal-functions",
            CQL2 + "array-functions",
            CQL2 + "arithmetic",
            CQL2 + "property-property");

    private final RequestContext context;
    private final AnswerSender sender;
    private final OgcApi api;
    private final FeatureSchemas schemas;
    private final Template page;

    OgcResource(
            RequestContext context,
            AnswerSender sender,
            OgcApi api,
            FeatureSchemas schemas,
            @Location("ogc.html") Template page) {
        this.context = context;
        this.sender = sender;
        this.api = api;
        this.schemas = schemas;
        this.page = page;
    }

    @GET
    public Representation landing() {
        var given = given(DOCUMENT);
        var links = new ArrayList<>(links(DOCUMENT, given));
        links.add(new OgcLink(address("/api"), "service-desc", OgcApi.MEDIA_TYPE, "API definition"));
        links.add(new OgcLink(page("/api"), "service-doc", OgcFormat.HTML.type(), "API documentation"));
        links.add(document("/conformance", CONFORMANCE_RELATION, "Conformance classes"));
        links.add(document("/collections", "data", "The collections"));
        var landing = JsonNodeFactory.instance.objectNode();
        landing.put("title", TITLE).put("description", ABOUT).put("attribution", Reuse.CREDIT);
        put(landing, links);
        return answer(
                given,
                landing,
                () -> new OgcPage(
                        OgcPage.PropertyValue.of(TITLE),
                        ABOUT,
                        List.of(),
                        facts("Credit", Reuse.CREDIT),
                        List.of(),
                        List.of(),
                        links));
    }

    @GET
    @Path("conformance")
    public Representation conformance() {
        var given = given(DOCUMENT);
        var links = links(DOCUMENT, given);
        var conformance = JsonNodeFactory.instance.objectNode();
        var classes = conformance.putArray("conformsTo");
        CONFORMANCE.forEach(classes::add);
        put(conformance, links);
        return answer(
                given,
                conformance,
                () -> new OgcPage(
                        OgcPage.PropertyValue.of("Conformance"),
                        "The conformance classes of this service.",
                        List.of(home()),
                        List.of(),
                        List.of("Class"),
                        CONFORMANCE.stream()
                                .map(each -> List.of(new OgcPage.PropertyValue(each, each)))
                                .toList(),
                        links));
    }

    @GET
    @Path("api")
    public Representation definition() {
        var given = given(API);
        var document = api.document(root());
        return answer(given, document, () -> {
            var rows = new ArrayList<List<OgcPage.PropertyValue>>();
            document.get("paths")
                    .fields()
                    .forEachRemaining(path -> rows.add(List.of(
                            new OgcPage.PropertyValue(
                                    path.getKey(),
                                    path.getKey().contains("{")
                                            ? null
                                            : root() + (path.getKey().equals("/") ? "" : path.getKey())),
                            OgcPage.PropertyValue.of(path.getValue().at("/get/summary")),
                            OgcPage.PropertyValue.of(
                                    parameters(document, path.getValue().at("/get/parameters"))))));
            return new OgcPage(
                    OgcPage.PropertyValue.of(document.at("/info/title").asText()),
                    document.at("/info/description").asText(),
                    List.of(home()),
                    List.of(),
                    List.of("Address", "What it is", "Parameters"),
                    rows,
                    links(API, given));
        });
    }

    @GET
    @Path("collections")
    public Representation collections() {
        var given = given(DOCUMENT);
        var links = links(DOCUMENT, given);
        var collections = JsonNodeFactory.instance.objectNode();
        put(collections, links);
        var systems = collections.putArray("crs");
        ReferenceSystem.uris().forEach(systems::add);
        var all = collections.putArray("collections");
        OgcCollections.ALL.forEach(each -> {
            var its = new ArrayList<OgcLink>();
            its.add(document(COLLECTIONS + each.id(), "self", each.title()));
            all.add(described(each, its));
        });
        return answer(
                given,
                collections,
                () -> new OgcPage(
                        OgcPage.PropertyValue.of("Collections"),
                        "The collections of features.",
                        List.of(home()),
                        List.of(),
                        List.of("Collection", "What it holds"),
                        OgcCollections.ALL.stream()
                                .map(each -> List.of(
                                        new OgcPage.PropertyValue(each.title(), page(COLLECTIONS + each.id())),
                                        OgcPage.PropertyValue.of(each.description())))
                                .toList(),
                        links));
    }

    @GET
    @Path("collections/{collectionId}")
    public Representation collection(@PathParam("collectionId") String collectionId) {
        var collection = named(collectionId);
        var given = given(DOCUMENT);
        var links = new ArrayList<>(links(DOCUMENT, given));
        var document = described(collection, links);
        return answer(
                given,
                document,
                () -> new OgcPage(
                        OgcPage.PropertyValue.of(collection.title()),
                        collection.description(),
                        List.of(home(), above("/collections", "Collections")),
                        facts("Extent", document.at("/extent/spatial/bbox/0").toString()),
                        List.of(),
                        List.of(),
                        links),
                header(links));
    }

    @GET
    @Path("collections/{collectionId}/queryables")
    public Representation queryables(@PathParam("collectionId") String collectionId) {
        var collection = named(collectionId);
        var schema = collection.queryables(root() + below(collection) + QUERYABLES);
        return schema(collection, schema, "/properties", "attributes for filters");
    }

    @GET
    @Path("collections/{collectionId}/schema")
    public Representation schema(@PathParam("collectionId") String collectionId) {
        var collection = named(collectionId);
        var schema = schemas.schema(collection, root() + below(collection) + ATTRIBUTES);
        return schema(collection, schema, "/properties", "attributes");
    }

    @GET
    @Path("collections/{collectionId}/geojson-schema")
    public Representation geoJsonSchema(@PathParam("collectionId") String collectionId) {
        var collection = named(collectionId);
        var schema = schemas.geoJson(collection, root() + below(collection) + GEOJSON_SCHEMA);
        return schema(collection, schema, "/properties/properties/properties", "attributes in GeoJSON");
    }

    /** @param attributes where the attributes are in the schema */
    private Representation schema(OgcCollection<?> collection, ObjectNode schema, String attributes, String title) {
        var given = given(SCHEMA);
        return answer(given, schema, () -> {
            var rows = new ArrayList<List<OgcPage.PropertyValue>>();
            schema.at(attributes)
                    .fields()
                    .forEachRemaining(property -> rows.add(List.of(
                            OgcPage.PropertyValue.of(property.getKey()),
                            OgcPage.PropertyValue.of(property.getValue().get("title")),
                            OgcPage.PropertyValue.of(
                                    property.getValue().path("type").asText("geometry")),
                            OgcPage.PropertyValue.of(
                                    property.getValue().has("items")
                                            ? property.getValue().at("/items/enum")
                                            : property.getValue().get("enum")))));
            return new OgcPage(
                    OgcPage.PropertyValue.of(collection.title() + ": " + title),
                    collection.description(),
                    trail(collection),
                    List.of(),
                    List.of("Attribute", "What it is", "Type", "Values"),
                    rows,
                    links(SCHEMA, given));
        });
    }

    @GET
    @Path("collections/{collectionId}/items")
    public Representation items(@PathParam("collectionId") String collectionId) {
        return items(named(collectionId));
    }

    private <T> Representation items(OgcCollection<T> collection) {
        record Sent<T>(String format, ItemsQuestion<T> question) {}
        var sent = context.question(parameters -> new Sent<>(
                OgcFormat.parameter(parameters),
                ItemsQuestion.read(parameters, collection, context.catalogue(), context.view())));
        var question = sent.question();
        var given = OgcFormat.requested(FEATURES, sent.format(), context);
        var matched = question.among(collection.all().apply(context.catalogue()), collection);
        int from = Math.min(question.offset(), matched.size());
        int to = Math.min(from + question.limit(), matched.size());
        var features = matched.subList(from, to).stream()
                .map(record -> collection.feature(record, question.system(), context.view()))
                .toList();

        var links = new ArrayList<>(links(FEATURES, given));
        if (to < matched.size()) {
            links.add(0, from(to, question.limit(), "next", "Next features", given));
        }
        if (from > 0) {
            int before = Math.min(question.limit(), from);
            links.add(from(from - before, before, "prev", "Previous features", given));
        }
        links.add(document(below(collection), "collection", collection.title()));
        links.add(queryables(collection));
        var answer = GeoJson.collection(features);
        put(answer, links);
        answer.put("numberMatched", matched.size());
        answer.put("numberReturned", features.size());
        return answer(
                given,
                answer,
                () -> {
                    var columns = collection.queryables().stream()
                            .map(Queryable::name)
                            .filter(name -> !name.equals("id"))
                            .limit(6)
                            .toList();
                    var rows = features.stream()
                            .map(feature -> row(collection, feature, columns))
                            .toList();
                    var names = new ArrayList<>(List.of("id"));
                    names.addAll(columns);
                    return new OgcPage(
                            OgcPage.PropertyValue.of(collection.title() + ": features"),
                            features.isEmpty()
                                    ? "None of " + matched.size() + "."
                                    : (from + 1) + " to " + to + " of " + matched.size() + ".",
                            trail(collection),
                            List.of(),
                            names,
                            rows,
                            links);
                },
                headers(links, question.system()));
    }

    private List<OgcPage.PropertyValue> row(OgcCollection<?> collection, ObjectNode feature, List<String> columns) {
        var row = new ArrayList<OgcPage.PropertyValue>();
        var id = feature.get("id").asText();
        row.add(new OgcPage.PropertyValue(id, page(below(collection) + "/items/" + id)));
        columns.forEach(column -> row.add(
                OgcPage.PropertyValue.of(feature.get("properties").get(column)).in(context.language())));
        return row;
    }

    private OgcLink from(int offset, int limit, String relation, String title, OgcFormat given) {
        var changed = new LinkedHashMap<String, String>();
        changed.put(ItemsQuestion.OFFSET, String.valueOf(offset));
        changed.put(OgcFormat.PARAMETER, given.name());
        if (context.parameters().containsKey(ItemsQuestion.LIMIT) || limit < ItemsQuestion.DEFAULT) {
            changed.put(ItemsQuestion.LIMIT, String.valueOf(limit));
        }
        return new OgcLink(
                context.address().with(changed),
                relation,
                named(given, FEATURES).type(),
                title);
    }

    private OgcLink queryables(OgcCollection<?> collection) {
        return new OgcLink(
                address(below(collection) + QUERYABLES), QUERYABLES_RELATION, SCHEMA.type(), "Attributes for filters");
    }

    @GET
    @Path("collections/{collectionId}/items/{featureId}")
    public Representation item(
            @PathParam("collectionId") String collectionId, @PathParam("featureId") String featureId) {
        return item(named(collectionId), featureId);
    }

    private <T> Representation item(OgcCollection<T> collection, String id) {
        record SentSystem(String format, ReferenceSystem system) {}
        var sent = context.question(
                parameters -> new SentSystem(OgcFormat.parameter(parameters), ItemsQuestion.system(parameters)));
        var given = OgcFormat.requested(FEATURES, sent.format(), context);
        var items = root() + below(collection) + "/items";
        var record = collection
                .named()
                .apply(context.catalogue(), id)
                .orElseThrow(() -> new Refusal(Problem.notFound(Issue.notFound(
                        "path", "featureId", id, Message.of("ogc.noSuchFeature", Issue.shown(id), items)))));
        var feature = collection.feature(record, sent.system(), context.view());
        var links = new ArrayList<>(links(FEATURES, given));
        links.add(document(below(collection), "collection", collection.title()));
        var fact = collection.fact().apply(record);
        links.add(new OgcLink(context.view().href(fact.reference()), "canonical", DOCUMENT.type(), "The record"));
        put(feature, links);
        // A search engine would take the record for the address of the page.
        var announced = given.isPage()
                ? links.stream().filter(link -> !link.rel().equals("canonical")).toList()
                : links;
        return answer(
                given,
                feature,
                () -> {
                    var facts = new ArrayList<OgcPage.Property>();
                    feature.get("properties")
                            .fields()
                            .forEachRemaining(property -> facts.add(new OgcPage.Property(
                                    property.getKey(),
                                    OgcPage.PropertyValue.of(property.getValue())
                                            .in(context.language()))));
                    return new OgcPage(
                            OgcPage.PropertyValue.of(context.say(fact.label()))
                                    .in(fact.label().languageFor(context.language())),
                            collection.title() + ".",
                            trail(collection),
                            facts,
                            List.of(),
                            List.of(),
                            links);
                },
                headers(announced, sent.system()));
    }

    // Helpers of several documents.

    private OgcCollection<?> named(String id) {
        return OgcCollections.named(id)
                .orElseThrow(() -> new Refusal(Problem.notFound(Issue.notFound(
                        "path",
                        "collectionId",
                        id,
                        Message.of("ogc.noSuchCollection", Issue.shown(id), OgcCollections.ids())))));
    }

    /** The requested format, for a URL without other parameters. */
    private OgcFormat given(OgcFormat machines) {
        var given = OgcFormat.requested(machines, context.question(OgcFormat::parameter), context);
        context.view().speak(WORDS);
        return given;
    }

    private Representation answer(OgcFormat given, ObjectNode document, Supplier<OgcPage> page) {
        return answer(given, document, page, Map.of());
    }

    private Representation answer(
            OgcFormat given, ObjectNode document, Supplier<OgcPage> page, Map<String, String> headers) {
        if (!given.isPage()) {
            return sender.finished(Json.write(document), given.contentType(), headers);
        }
        context.view().speak(WORDS);
        var html = this.page.data("page", page.get()).render().getBytes(StandardCharsets.UTF_8);
        var ofPage = new LinkedHashMap<>(headers);
        ofPage.putAll(SecurityHeaders.OF_DOCUMENTS);
        return sender.finished(html, given.contentType(), ofPage);
    }

    /** The {@code Link} header; the links are in the answer itself, too. */
    private static Map<String, String> header(List<OgcLink> links) {
        return LinkHeader.of(links.stream().map(OgcLink::header).toList());
    }

    private static Map<String, String> headers(List<OgcLink> links, ReferenceSystem system) {
        var headers = new LinkedHashMap<>(header(links));
        headers.put("Content-Crs", "<" + system.uri() + ">");
        return headers;
    }

    private <T> ObjectNode described(OgcCollection<T> collection, List<OgcLink> links) {
        var items = below(collection) + "/items";
        links.add(new OgcLink(address(items), "items", FEATURES.type(), "Features as GeoJSON"));
        links.add(new OgcLink(page(items), "items", OgcFormat.HTML.type(), "Features as a page"));
        links.add(queryables(collection));
        links.add(
                new OgcLink(address(below(collection) + ATTRIBUTES), SCHEMA_RELATION, SCHEMA.type(), "All attributes"));
        links.add(new OgcLink(
                address(below(collection) + GEOJSON_SCHEMA),
                DESCRIPTION_RELATION,
                SCHEMA.type(),
                "Schema of the features as GeoJSON"));
        var described = JsonNodeFactory.instance.objectNode();
        described.put("id", collection.id());
        described.put("title", collection.title());
        described.put("description", collection.description());
        put(described, links);
        var records = collection.all().apply(context.catalogue());
        extent(collection, records, described.putObject("extent"));
        described.put("itemType", "feature");
        var systems = described.putArray("crs");
        ReferenceSystem.uris().forEach(systems::add);
        described.put("storageCrs", ReferenceSystem.CRS84.uri());
        return described;
    }

    /** An end that is open for any record is {@code null}. */
    private static <T> void extent(OgcCollection<T> collection, List<T> records, ObjectNode extent) {
        var around = new Envelope();
        records.stream()
                .map(collection::geometry)
                .filter(Objects::nonNull)
                .forEach(geometry -> around.expandToInclude(geometry.getEnvelopeInternal()));
        if (!around.isNull()) {
            var spatial = extent.putObject("spatial");
            spatial.putArray("bbox")
                    .addArray()
                    .add(around.getMinX())
                    .add(around.getMinY())
                    .add(around.getMaxX())
                    .add(around.getMaxY());
            spatial.put("crs", ReferenceSystem.CRS84.uri());
        }
        var periods = records.stream()
                .map(collection::period)
                .filter(Objects::nonNull)
                .toList();
        if (!periods.isEmpty()) {
            var temporal = extent.putObject("temporal");
            temporal.putArray("interval")
                    .addArray()
                    .add(first(
                            periods,
                            period -> period.validFrom(),
                            (one, other) -> one.isBefore(other) ? one : other,
                            0))
                    .add(first(
                            periods, period -> period.validTo(), (one, other) -> one.isAfter(other) ? one : other, 1));
            temporal.put("trs", "http://www.opengis.net/def/uom/ISO-8601/0/Gregorian");
        }
    }

    private static <P> String first(
            List<P> periods,
            Function<P, LocalDate> end,
            BiFunction<LocalDate, LocalDate, LocalDate> choice,
            int later) {
        LocalDate chosen = null;
        for (var period : periods) {
            var day = end.apply(period);
            if (day == null) {
                return null;
            }
            chosen = chosen == null ? day : choice.apply(chosen, day);
        }
        Instant instant = TimeSpan.start(chosen.plusDays(later));
        return instant.toString();
    }

    private static void put(ObjectNode document, List<OgcLink> links) {
        var array = document.putArray("links");
        links.forEach(link -> array.addObject()
                .put("href", link.href())
                .put("rel", link.rel())
                .put("type", link.type())
                .put("title", link.title()));
    }

    /** Links to this document and to its other format. */
    private List<OgcLink> links(OgcFormat machines, OgcFormat given) {
        var other = given.isPage() ? machines : OgcFormat.HTML;
        return List.of(
                new OgcLink(
                        context.address().with(OgcFormat.PARAMETER, given.name()),
                        "self",
                        named(given, machines).type(),
                        "This document"),
                new OgcLink(
                        context.address().with(OgcFormat.PARAMETER, other.name()),
                        "alternate",
                        other.type(),
                        "This document as " + other.name()));
    }

    private String root() {
        return context.base() + ROOT;
    }

    /** The format that the {@code f} of a link names: plain JSON has no value of its own. */
    private static OgcFormat named(OgcFormat given, OgcFormat machines) {
        return given.isPage() ? given : machines;
    }

    private static String below(OgcCollection<?> collection) {
        return COLLECTIONS + collection.id();
    }

    /** A URL of the OGC API, with the requested language. */
    private String address(String below, String... parameters) {
        var query = new StringJoiner("&", "?", "").setEmptyValue("");
        List.of(parameters).forEach(query::add);
        context.parameters().getOrDefault("lang", List.of()).forEach(tag -> query.add("lang=" + tag));
        return root() + below + query;
    }

    private String page(String below) {
        return address(below, "f=html");
    }

    private OgcLink document(String below, String relation, String title) {
        return new OgcLink(address(below), relation, DOCUMENT.type(), title);
    }

    private OgcLink above(String address, String title) {
        return new OgcLink(page(address), "up", OgcFormat.HTML.type(), title);
    }

    private OgcLink home() {
        return above("", TITLE);
    }

    private List<OgcLink> trail(OgcCollection<?> collection) {
        return List.of(home(), above("/collections", "Collections"), above(below(collection), collection.title()));
    }

    private static List<OgcPage.Property> facts(String name, String value) {
        return List.of(new OgcPage.Property(name, OgcPage.PropertyValue.of(value)));
    }

    private static String parameters(ObjectNode document, JsonNode parameters) {
        var names = new ArrayList<String>();
        for (var parameter : parameters) {
            var known = parameter.has("$ref")
                    ? document.at(parameter.get("$ref").asText().substring(1))
                    : parameter;
            if (known.path("in").asText().equals("query")) {
                names.add(known.get("name").asText());
            }
        }
        return String.join(", ", names);
    }
}
