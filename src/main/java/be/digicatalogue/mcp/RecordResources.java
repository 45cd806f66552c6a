package be.digicatalogue.mcp;

import be.digicatalogue.fact.Language;
import be.digicatalogue.fact.Message;
import be.digicatalogue.fact.Reference;
import be.digicatalogue.http.Faults;
import be.digicatalogue.http.ProblemLanguage;
import be.digicatalogue.http.RecordFace;
import be.digicatalogue.http.Refusal;
import be.digicatalogue.http.RequestContext;
import be.digicatalogue.question.Parameters;
import be.digicatalogue.record.RecordKind;
import be.digicatalogue.record.Schema;
import io.quarkiverse.mcp.server.JsonRpcErrorCodes;
import io.quarkiverse.mcp.server.McpException;
import io.quarkiverse.mcp.server.RequestUri;
import io.quarkiverse.mcp.server.ResourceManager;
import io.quarkiverse.mcp.server.ResourceResponse;
import io.quarkiverse.mcp.server.ResourceTemplateManager;
import io.quarkiverse.mcp.server.TextResourceContents;
import io.quarkus.arc.All;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** The resources that an assistant can read: those of features, and every record by its type and id. */
@ApplicationScoped
class RecordResources {

    private static final String SCHEME = "digicatalogue://";
    private static final String JSON = "application/json";
    private static final String ONE = " One of them, by the id that lists and references give.";

    private final ResourceManager resources;
    private final ResourceTemplateManager templates;
    private final RequestContext context;
    private final List<AssistantResource> answers;
    private final Map<RecordKind, RecordFace> faces;

    RecordResources(
            ResourceManager resources,
            ResourceTemplateManager templates,
            RequestContext context,
            @All List<AssistantResource> answers,
            @All List<RecordFace> faces) {
        this.resources = resources;
        this.templates = templates;
        this.context = context;
        this.answers = answers;
        this.faces = faces.stream().collect(Collectors.toMap(RecordFace::kind, Function.identity()));
        Schema.loaded()
                .listed()
                .forEach(type -> Objects.requireNonNull(
                        this.faces.get(type.kind()), () -> "no face over REST for " + type.kind()));
    }

    void register(@Observes StartupEvent start) {
        answers.stream().sorted(Comparator.comparing(AssistantResource::name)).forEach(this::resource);
        Schema.loaded().listed().forEach(type -> templates
                .newResourceTemplate(type.kind().code())
                .setUriTemplate(SCHEME + type.kind().code() + "/{id}")
                .setDescription(type.description().about().en() + ONE)
                .setMimeType(JSON)
                .setAsyncHandler(read -> Uni.createFrom()
                        .item(() -> record(
                                read.requestUri(),
                                type.kind().reference(read.args().get("id")))))
                .register());
    }

    /** A record as in REST. */
    private ResourceResponse record(RequestUri uri, Reference reference) {
        return read(uri, "/v1/" + reference.type() + "/" + reference.id(), () -> context.catalogue()
                .find(reference)
                .map(record -> faces.get(RecordKind.find(reference.type()).orElseThrow())
                        .shown(record))
                .orElseThrow(() -> unknown(uri)));
    }

    private void resource(AssistantResource resource) {
        resources
                .newResource(resource.name())
                .setUri(SCHEME + resource.name())
                .setTitle(resource.title())
                .setDescription(resource.description())
                .setMimeType(JSON)
                .setAsyncHandler(read ->
                        Uni.createFrom().item(() -> read(read.requestUri(), resource.address(), resource.answer())))
                .register();
    }

    private ResourceResponse read(RequestUri uri, String address, Supplier<?> answer) {
        try {
            context.askInstead(Parameters.Face.MCP, address, Map.of());
            return new ResourceResponse(new TextResourceContents(
                    uri.value(),
                    CitedAnswer.answer(answer.get(), context, Set.of()).toString(),
                    JSON));
        } catch (McpException unknown) {
            throw unknown;
        } catch (Refusal refusal) {
            throw new McpException(refusal.problem().detail().in(language()), JsonRpcErrorCodes.INTERNAL_ERROR);
        } catch (RuntimeException fault) {
            var problem = Faults.logged(fault);
            throw new McpException(
                    problem.detail().in(language()) + " " + problem.instance(), JsonRpcErrorCodes.INTERNAL_ERROR);
        }
    }

    private Language language() {
        return ProblemLanguage.of(context).language();
    }

    private McpException unknown(RequestUri uri) {
        return new McpException(
                Message.of("mcp.noSuchResource", uri.value()).in(language()), JsonRpcErrorCodes.RESOURCE_NOT_FOUND);
    }
}
