package be.digicatalogue.mcp;

import be.digicatalogue.fact.Language;
import be.digicatalogue.http.Faults;
import be.digicatalogue.http.ProblemLanguage;
import be.digicatalogue.http.Refusal;
import be.digicatalogue.http.RequestContext;
import be.digicatalogue.question.BadQuestion;
import be.digicatalogue.question.Parameters;
import io.quarkiverse.mcp.server.TextContent;
import io.quarkiverse.mcp.server.ToolManager;
import io.quarkiverse.mcp.server.ToolManager.ToolAnnotations;
import io.quarkiverse.mcp.server.ToolResponse;
import io.quarkus.arc.All;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** The tools that features provide to assistants. */
@ApplicationScoped
class Tools {

    /** The argument of a search. */
    private static final String WORDS = "q";

    private final ToolManager manager;
    private final RequestContext context;
    private final ToolInputs inputs;
    private final List<AssistantTool> tools;

    Tools(ToolManager manager, RequestContext context, ToolInputs inputs, @All List<AssistantTool> tools) {
        this.manager = manager;
        this.context = context;
        this.inputs = inputs;
        this.tools =
                tools.stream().sorted(Comparator.comparing(AssistantTool::name)).toList();
    }

    void register(@Observes StartupEvent start) {
        for (var tool : tools) {
            var schema = inputs.schema(tool.address());
            var definition = manager.newTool(tool.name())
                    .setTitle(tool.title())
                    .setDescription(tool.description())
                    .setInputSchema(schema)
                    .setAnnotations(new ToolAnnotations(tool.title(), true, false, true, false));
            // A search may take too long for an event loop; the library runs such a handler on a worker thread.
            (schema.path("properties").has(WORDS)
                            ? definition.setHandler(call -> answer(tool, call.args()))
                            : definition.setAsyncHandler(
                                    call -> Uni.createFrom().item(answer(tool, call.args()))))
                    .register();
        }
    }

    private ToolResponse answer(AssistantTool tool, Map<String, Object> arguments) {
        try {
            context.askInstead(Parameters.Face.MCP, tool.address(), inputs.sent(arguments));
            var answer = CitedAnswer.answer(tool.answer().get(), context, tool.shown());
            return new ToolResponse(false, List.of(new TextContent(answer.toString())), answer, null);
        } catch (BadQuestion question) {
            return refusal(question, language());
        } catch (Refusal refusal) {
            return ToolResponse.error(refusal.problem().detail().in(language()));
        } catch (RuntimeException fault) {
            var problem = Faults.logged(fault);
            return ToolResponse.error(problem.detail().in(language()) + " " + problem.instance());
        }
    }

    private Language language() {
        return ProblemLanguage.of(context).language();
    }

    /** The errors, as text for people and as data for programs. */
    private static ToolResponse refusal(BadQuestion question, Language language) {
        var content = Map.of(
                "issues",
                question.issues().stream().map(issue -> issue.in(language)).toList());
        return new ToolResponse(true, List.of(new TextContent(question.message(language))), content, null);
    }
}
