package be.digicatalogue.overview;

import be.digicatalogue.mcp.AssistantResource;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** The first resource for assistants. */
final class EntryTools {

    @Produces
    @Singleton
    AssistantResource about(EntryResource entry) {
        return new AssistantResource(
                "about",
                "About the catalogue",
                "Revision, counts of records, licence and credit line.",
                "/v1",
                entry::entry);
    }
}
