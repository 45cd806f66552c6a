package be.digicatalogue.mcp;

import be.digicatalogue.digibank.ServicePointResource;
import be.digicatalogue.guide.GuideResource;
import be.digicatalogue.http.Asked;
import be.digicatalogue.http.Faults;
import be.digicatalogue.http.Refusal;
import be.digicatalogue.programme.FigureResource;
import be.digicatalogue.question.BadQuestion;
import be.digicatalogue.question.Issue;
import be.digicatalogue.question.Parameters;
import be.digicatalogue.search.SearchResource;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.quarkiverse.mcp.server.TextContent;
import io.quarkiverse.mcp.server.ToolManager;
import io.quarkiverse.mcp.server.ToolManager.ToolAnnotations;
import io.quarkiverse.mcp.server.ToolResponse;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * What an assistant can ask. A tool is a question of REST: it takes the same parameters, which are described where the
 * contract describes them, and gives the same answer or a part of it.
 */
@ApplicationScoped
class Tools {

    /**
     * A tool.
     *
     * @param address of the question over REST
     * @param answer asks it
     * @param shown the properties of the answer that are shown; empty for all
     */
    private record Tool(
            String name, String title, String description, String address, Supplier<?> answer, Set<String> shown) {}

    private static final String ORIGIN = " Give exactly one origin: lat with lon, postalCode, place or municipality.";

    private final ToolManager manager;
    private final Asked asked;
    private final Inputs inputs;
    private final List<Tool> tools;

    Tools(
            ToolManager manager,
            Asked asked,
            Inputs inputs,
            ServicePointResource servicePoints,
            GuideResource guide,
            SearchResource search,
            FigureResource figures) {
        this.manager = manager;
        this.asked = asked;
        this.inputs = inputs;
        tools = List.of(
                new Tool(
                        "find_digibank",
                        "Find a digibank near a place",
                        "Finds service points of digibanks, where citizens get help with digital things: borrowing a laptop,"
                                + " training, an open helpdesk, repair. With an origin (lat with lon, postalCode or place) the"
                                + " nearest come first, with distanceMetres; service, openNow and openAt narrow down. When"
                                + " none meets all conditions, alternatives has the best ones with one condition left out."
                                + " A point whose opening.state is 'unknown' may well be open: say so, and give its phone or"
                                + " website. pageSize 5 is enough for most questions.",
                        "/v1/service-points",
                        servicePoints::list,
                        Set.of()),
                new Tool(
                        "partners_for_place",
                        "Knowledge partners that serve a place",
                        "The digihub (consortium) of the province of a place with its knowledge partners: universities,"
                                + " university colleges and research centres that help SMEs go digital. A consortium with"
                                + " ended true does not run any more. In Brussels there is none; remark says so."
                                + ORIGIN,
                        "/v1/guide",
                        guide::guide,
                        Set.of("self", "place", "municipality", "province", "consortium", "partners", "remark")),
                new Tool(
                        "voka_office_for_place",
                        "Voka offices that serve a place",
                        "The offices of Voka, the chamber of commerce, in the province of a place, nearest first with"
                                + " distanceMetres. confirmed says how much of the address a source confirms." + ORIGIN,
                        "/v1/guide",
                        guide::guide,
                        Set.of("self", "place", "municipality", "province", "vokaOffices", "remark")),
                new Tool(
                        "guide",
                        "Everything that serves a place",
                        "One answer with everything for a place: its digihub and knowledge partners, Voka offices, the"
                                + " digibanks that name the municipality, and the five nearest service points."
                                + ORIGIN,
                        "/v1/guide",
                        guide::guide,
                        Set.of()),
                new Tool(
                        "search",
                        "Search all records",
                        "Finds records of all kinds by words, best first; typing errors are forgiven. Read a record that was"
                                + " found as the resource digicatalogue://{type}/{id}.",
                        "/v1/search",
                        search::search,
                        Set.of()),
                new Tool(
                        "figures",
                        "Figures of the programmes",
                        "Every number that the sources give about the programmes: budgets, counts, durations, with unit,"
                                + " period and source. Where disagreesWith names another figure, two sources disagree: give"
                                + " both, and add nothing up.",
                        "/v1/figures",
                        figures::list,
                        Set.of()));
    }

    void register(@Observes StartupEvent start) {
        for (var tool : tools) {
            manager.newTool(tool.name())
                    .setTitle(tool.title())
                    .setDescription(tool.description())
                    .setInputSchema(inputs.schema(tool.address()))
                    .setAnnotations(new ToolAnnotations(tool.title(), true, false, true, false))
                    .setAsyncHandler(call -> Uni.createFrom().item(answer(tool, call.args())))
                    .register();
        }
    }

    private ToolResponse answer(Tool tool, Map<String, Object> arguments) {
        try {
            asked.askInstead(Parameters.Face.MCP, tool.address(), inputs.sent(arguments));
            var answer = Cited.answer(tool.answer().get(), asked, tool.shown());
            return new ToolResponse(false, List.of(new TextContent(answer.toString())), answer, null);
        } catch (BadQuestion question) {
            return refusal(question.issues());
        } catch (Refusal refusal) {
            return ToolResponse.error(refusal.problem().detail());
        } catch (RuntimeException fault) {
            var problem = Faults.logged(fault);
            return ToolResponse.error(problem.detail() + " " + problem.instance());
        }
    }

    /** What is wrong, to be read and to be processed. */
    private static ToolResponse refusal(List<Issue> issues) {
        var told = issues.stream()
                .map(issue -> issue.name() + (issue.value() == null ? "" : " '" + issue.value() + "'") + ": "
                        + issue.detail())
                .collect(Collectors.joining("\n"));
        var content = JsonNodeFactory.instance.objectNode();
        var list = content.putArray("issues");
        issues.forEach(issue -> {
            var each = list.addObject().put("type", issue.type()).put("name", issue.name());
            if (issue.value() != null) {
                each.put("value", issue.value());
            }
            each.put("detail", issue.detail());
        });
        return new ToolResponse(true, List.of(new TextContent(told)), content, null);
    }
}
