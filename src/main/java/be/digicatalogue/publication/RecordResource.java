package be.digicatalogue.publication;

import be.digicatalogue.access.Caller;
import be.digicatalogue.access.Curator;
import be.digicatalogue.access.Role;
import be.digicatalogue.dataset.DataPackage;
import be.digicatalogue.dataset.Dataset;
import be.digicatalogue.dataset.Draft;
import be.digicatalogue.dataset.Finding;
import be.digicatalogue.dataset.Report;
import be.digicatalogue.dataset.Table;
import be.digicatalogue.fact.Message;
import be.digicatalogue.http.JsonInput;
import be.digicatalogue.http.MalformedJson;
import be.digicatalogue.http.Problem;
import be.digicatalogue.http.ProblemLanguage;
import be.digicatalogue.http.Refusal;
import be.digicatalogue.http.RequestContext;
import be.digicatalogue.question.BadQuestion;
import be.digicatalogue.question.Issue;
import be.digicatalogue.question.Parameters;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Single rows of the dataset, as JSON with the columns in lowerCamelCase. A change names the version that it is based on in
 * {@code If-Match}: the strong entity tag of the row alone, which stays the same when publications do not change the row.
 */
@Path("/admin/v1/{type}")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
public class RecordResource {

    static final String MERGE_PATCH = "application/merge-patch+json";

    /** How long an edit waits for another publication of this instance to end. */
    private static final Duration WAIT = Duration.ofSeconds(5);

    private static final ObjectReader JSON = JsonInput.READER.with(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    private static final SnakeCaseStrategy SNAKE_CASE = new SnakeCaseStrategy();

    private final RequestContext context;
    private final Publisher publisher;
    private final Publications publications;
    private final History history;
    private final Caller caller;

    RecordResource(
            RequestContext context, Publisher publisher, Publications publications, History history, Caller caller) {
        this.context = context;
        this.publisher = publisher;
        this.publications = publications;
        this.history = history;
        this.caller = caller;
    }

    @GET
    public Response list(@PathParam("type") String type) {
        caller.must(Role.values());
        var table = table(type);
        var page = context.question(Parameters::page);
        return Answers.json(
                        200,
                        context.list(history.rows(table, page).map(row -> camelCase(table, row))),
                        ProblemLanguage.of(context))
                .build();
    }

    @GET
    @Path("{id}")
    public Response one(@PathParam("type") String type, @PathParam("id") String id) {
        caller.must(Role.values());
        context.question(parameters -> null);
        var table = table(type);
        var row = history.row(table, id).orElseThrow(() -> unknown(table, id));
        return Answers.json(200, camelCase(table, row), ProblemLanguage.of(context))
                .header("ETag", RowTag.of(row))
                .build();
    }

    /** What each publication made of a row, newest first, with who, when and why. */
    @GET
    @Path("{id}/history")
    public Response history(@PathParam("type") String type, @PathParam("id") String id) {
        caller.must(Role.values());
        var table = table(type);
        var page = context.question(Parameters::page);
        var versions = history.versions(table, id, page);
        if (versions.total() == 0) {
            throw unknown(table, id);
        }
        return Answers.json(
                        200,
                        context.list(versions.map(version -> version.camelCase(table))),
                        ProblemLanguage.of(context))
                .build();
    }

    @PUT
    @Path("{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response put(
            @PathParam("type") String type,
            @PathParam("id") String id,
            @HeaderParam("If-Match") String known,
            byte[] body) {
        var table = table(type);
        var replacement = row(table, json(body));
        return change(table, id, known, row -> replacement);
    }

    /** JSON Merge Patch (RFC 7396): a {@code null} removes a value. */
    @PATCH
    @Path("{id}")
    @Consumes({MERGE_PATCH, MediaType.APPLICATION_JSON})
    public Response patch(
            @PathParam("type") String type,
            @PathParam("id") String id,
            @HeaderParam("If-Match") String known,
            byte[] body) {
        var table = table(type);
        var patch = json(body);
        return change(table, id, known, row -> row(table, patched(camelCase(table, row), patch)));
    }

    @DELETE
    @Path("{id}")
    public Response delete(
            @PathParam("type") String type, @PathParam("id") String id, @HeaderParam("If-Match") String known) {
        return change(table(type), id, known, row -> null);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response create(@PathParam("type") String type, byte[] body) {
        var curator = caller.must(Role.values());
        var table = table(type);
        var order = context.question(EditOrder::read);
        var row = row(table, json(body));
        var key = table.key(row);
        var publication = publish(curator, order, current -> {
            if (current.of(table).containsKey(key)) {
                throw new Refusal(Problem.status(409, Message.of("admin.recordExists", key, table.name())));
            }
            return proposal(current, table, key, row, order.dating());
        });
        return answer(publication, table, key, 201, row);
    }

    /** @param dating the date of what the edit changes; {@code null} without one */
    private record EditOrder(boolean dryRun, String reason, FieldDating dating) {

        static EditOrder read(Parameters parameters) {
            boolean dryRun = Boolean.TRUE.equals(parameters.bool("dryRun"));
            return new EditOrder(dryRun, PublicationResource.why(parameters, dryRun), FieldDating.read(parameters));
        }
    }

    private Response change(Table table, String key, String known, UnaryOperator<ObjectNode> change) {
        var curator = caller.must(Role.values());
        var order = context.question(EditOrder::read);
        if (known == null) {
            throw new Refusal(Problem.status(428, Message.of("admin.ifMatchMissing")));
        }
        var result = new ObjectNode[1];
        var publication = publish(curator, order, current -> {
            var row = current.of(table).get(key);
            if (row == null) {
                throw unknown(table, key);
            }
            if (!List.of(known.strip().split("\\s*,\\s*")).contains(RowTag.of(row))
                    && !known.strip().equals("*")) {
                throw new Refusal(Problem.status(412, Message.of("admin.recordChanged")));
            }
            var changed = change.apply(row.deepCopy());
            if (changed != null) {
                mustKeep(key, table, changed);
            }
            result[0] = changed;
            return proposal(current, table, key, changed, order.dating());
        });
        return answer(publication, table, key, result[0] == null ? 204 : 200, result[0]);
    }

    private static void mustKeep(String key, Table table, ObjectNode changed) {
        if (!table.key(changed).equals(key)) {
            throw new BadQuestion(List.of(Issue.unexpected(
                    "body", camelCase(table.key().get(0)), table.key(changed), Message.of("expected.sameKey", key))));
        }
    }

    /** A row after a JSON Merge Patch of its properties. */
    static ObjectNode patched(Table table, String key, ObjectNode row, ObjectNode patch) {
        var changed = row(table, patched(camelCase(table, row.deepCopy()), patch));
        mustKeep(key, table, changed);
        return changed;
    }

    private Publication publish(Curator curator, EditOrder order, Publisher.Intent intent) {
        // A row of a small table may be more than a fifth of it. Naming the row confirms its removal.
        return publisher.publish(
                publications.begin(new Publication(curator.name(), order.reason(), order.dryRun())), intent, WAIT, 1);
    }

    /**
     * @param row {@code null} to remove it
     * @param dating {@code null} to give no dates
     */
    static Publisher.Intent.Proposal proposal(
            Dataset current, Table table, String key, ObjectNode row, FieldDating dating) {
        var draft = new Draft();
        if (row == null) {
            draft.remove(table, key);
        } else {
            draft.add(table, new Draft.Line(table.name(), null, row));
            if (dating != null) {
                dating.date(draft, current, table, key, Dataset.normal(table, row.deepCopy()));
            }
        }
        return new Publisher.Intent.Proposal(draft.over(current, Draft.Mode.MERGE), draft, new Report());
    }

    private Response answer(Publication publication, Table table, String key, int status, ObjectNode row) {
        mustNotBeRefused(publication, table);
        if (publication.dryRun()) {
            return Answers.json(200, publication, ProblemLanguage.of(context)).build();
        }
        if (publication.revision() != null) {
            publications.untilServed(publication, context);
        }
        if (row == null) {
            return Response.noContent().build();
        }
        var normal = Dataset.normal(table, row);
        var answer = Answers.json(status, camelCase(table, normal), ProblemLanguage.of(context))
                .header("ETag", RowTag.of(normal));
        return status == 201
                ? answer.location(URI.create(context.base() + "/admin/v1/" + table.name() + "/" + key))
                        .build()
                : answer.build();
    }

    /** @throws BadQuestion with the errors that the checks found in a row of a table */
    static void mustNotBeRefused(Publication publication, Table table) {
        if (publication.status() == Publication.Status.REFUSED) {
            throw new BadQuestion(publication.report().findings().stream()
                    .filter(finding -> finding.severity() == Finding.Severity.ERROR)
                    .map(finding -> Issue.invalid(
                            "body",
                            finding.column() == null ? null : camelCase(finding.column()),
                            finding.value(),
                            finding.file().equals(table.name())
                                    ? finding.explanation()
                                    : Message.of("admin.inFile", finding.file(), finding.explanation())))
                    .toList());
        }
    }

    private Table table(String type) {
        return DataPackage.table(type)
                .orElseThrow(() -> new Refusal(Problem.notFound(Issue.notFound(
                        "path",
                        "type",
                        type,
                        Message.of(
                                "admin.noSuchTable",
                                Issue.shown(type),
                                DataPackage.TABLES.stream().map(Table::name).toList())))));
    }

    static Refusal unknown(Table table, String id) {
        return new Refusal(Problem.notFound(Issue.notFound(
                "path", "id", id, Message.of("problem.noSuchRecord", Issue.shown(id), "/admin/v1/" + table.name()))));
    }

    /** Rejects bytes that are not UTF-8 and text that PostgreSQL cannot store, so that nothing is altered silently. */
    static ObjectNode json(byte[] body) {
        Message wrong;
        try {
            if (JSON.readTree(body) instanceof ObjectNode object) {
                return object;
            }
            wrong = Message.of("json.notObject");
        } catch (JsonProcessingException malformed) {
            wrong = MalformedJson.explanation(malformed);
        } catch (IOException | NumberFormatException malformed) {
            // Jackson accepts numbers whose exponent it cannot evaluate.
            wrong = Message.of("json.notObject");
        }
        throw new BadQuestion(List.of(Issue.invalid("body", null, null, wrong)));
    }

    private static ObjectNode patched(ObjectNode target, ObjectNode patch) {
        patch.properties().forEach(property -> {
            var name = property.getKey();
            if (property.getValue() instanceof ObjectNode part) {
                var whole = target.get(name) instanceof ObjectNode known ? known : target.objectNode();
                target.set(name, patched(whole, part));
            } else if (property.getValue().isNull()) {
                target.remove(name);
            } else {
                target.set(name, property.getValue());
            }
        });
        return target;
    }

    /** The row of a table from its properties; a property that is {@code null} has no value. */
    private static ObjectNode row(Table table, JsonNode properties) {
        var row = JsonNodeFactory.instance.objectNode();
        var issues = new ArrayList<Issue>();
        properties.fields().forEachRemaining(property -> {
            var column = table.column(SNAKE_CASE.translate(property.getKey()))
                    .filter(known -> camelCase(known.name()).equals(property.getKey()))
                    .orElse(null);
            var value = property.getValue();
            if (column == null
                    && !(table.name().equals("provinces") && property.getKey().equals("outline"))) {
                issues.add(Issue.unknown(
                        "body",
                        property.getKey(),
                        value.asText(),
                        Message.of(
                                "admin.noSuchProperty",
                                Issue.shown(property.getKey()),
                                table.columns().stream()
                                        .map(known -> camelCase(known.name()))
                                        .toList())));
            } else if (column != null && !value.isNull() && !column.hasType(value)) {
                issues.add(Issue.unexpected(
                        "body",
                        property.getKey(),
                        value.toString(),
                        column.type().expected()));
            } else if (!value.isNull()) {
                row.set(
                        column == null ? property.getKey() : column.name(),
                        column == null ? value : column.stored(value));
            }
        });
        if (!issues.isEmpty()) {
            throw new BadQuestion(issues);
        }
        return row;
    }

    static ObjectNode camelCase(Table table, ObjectNode row) {
        var properties = JsonNodeFactory.instance.objectNode();
        for (var column : table.columns()) {
            if (row.has(column.name())) {
                properties.set(camelCase(column.name()), row.get(column.name()));
            }
        }
        if (row.has("outline")) {
            properties.set("outline", row.get("outline"));
        }
        return properties;
    }

    static String camelCase(String column) {
        var name = new StringBuilder();
        for (var word : column.split("_")) {
            name.append(name.length() == 0 ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1));
        }
        return name.toString();
    }
}
