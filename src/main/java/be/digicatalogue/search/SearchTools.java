package be.digicatalogue.search;

import be.digicatalogue.mcp.AssistantTool;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Set;

/** The search tool for assistants. */
final class SearchTools {

    @Produces
    @Singleton
    AssistantTool search(SearchResource search) {
        return new AssistantTool(
                "search",
                "Search all records",
                "Finds records of all kinds by words in Dutch, French, German or English, best first; typing errors are"
                        + " tolerated. Read a record that was found as the resource digicatalogue://{type}/{id}.",
                "/v1/search",
                search::search,
                Set.of());
    }
}
