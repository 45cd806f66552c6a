package be.digicatalogue.programme;

import be.digicatalogue.mcp.AssistantTool;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Set;

/** The tools for assistants about the programmes. */
final class FigureTools {

    @Produces
    @Singleton
    AssistantTool figures(FigureResource figures) {
        return new AssistantTool(
                "figures",
                "Figures of the programmes",
                "Every number that the sources give about the programmes: budgets, counts, durations, with unit,"
                        + " period and source. Where disagreesWith names another figure, two sources disagree: give"
                        + " both, and do not add them up.",
                "/v1/figures",
                figures::list,
                Set.of());
    }
}
