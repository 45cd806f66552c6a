package be.digicatalogue.digibank;

import be.digicatalogue.mcp.AssistantResource;
import be.digicatalogue.mcp.AssistantTool;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Set;

/** The tools for assistants about service points. */
final class ServicePointTools {

    @Produces
    @Singleton
    AssistantTool findDigibank(ServicePointResource servicePoints) {
        return new AssistantTool(
                "find_digibank",
                "Find a digibank near a place",
                "Finds service points of digibanks, where citizens get digital help: borrowing a laptop,"
                        + " training, an open helpdesk, repair. With an origin (lat with lon, postalCode or place) the"
                        + " nearest come first, with distanceMetres, and distanceUncertainMetres where only the town is"
                        + " known; service, openNow and openAt are filters. When"
                        + " none meets all conditions, alternatives has the best matches without one condition."
                        + " The alternative 'certainty' has nearer points that are open by older hours: never call them"
                        + " open, say 'probably open' and give the date of the hours (opening.why, notes)."
                        + " A point whose opening.state is 'unknown' may well be open: say so, and give its phone or"
                        + " website. pageSize 5 is enough for most questions.",
                "/v1/service-points",
                servicePoints::list,
                Set.of());
    }

    @Produces
    @Singleton
    AssistantResource services(ServiceResource services) {
        return new AssistantResource(
                "services",
                "Services of digibanks",
                "The code list of services, each with a sentence.",
                "/v1/services",
                services::list);
    }
}
