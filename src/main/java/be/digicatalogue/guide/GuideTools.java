package be.digicatalogue.guide;

import be.digicatalogue.mcp.AssistantTool;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Set;

/** The tools for assistants about a place. */
final class GuideTools {

    private static final String ORIGIN =
            " Give exactly one origin: near with what a person typed, lat with lon, postalCode, place or municipality.";

    @Produces
    @Singleton
    AssistantTool partnersForPlace(GuideResource guide) {
        return new AssistantTool(
                "partners_for_place",
                "Knowledge partners that serve a place",
                "The digihub (consortium) of the province of a place with its knowledge partners: universities,"
                        + " university colleges and research centres that help SMEs go digital. A consortium with"
                        + " ended true is no longer active. Brussels has none; remark says so."
                        + ORIGIN,
                "/v1/guide",
                guide::guide,
                Set.of("self", "place", "municipality", "province", "consortium", "partners", "remark"));
    }

    @Produces
    @Singleton
    AssistantTool vokaOfficeForPlace(GuideResource guide) {
        return new AssistantTool(
                "voka_office_for_place",
                "Voka offices that serve a place",
                "The offices of Voka, the chamber of commerce, in the province of a place, nearest first with"
                        + " distanceMetres. confirmed says how much of the address a source confirms." + ORIGIN,
                "/v1/guide",
                guide::guide,
                Set.of("self", "place", "municipality", "province", "vokaOffices", "remark"));
    }

    @Produces
    @Singleton
    AssistantTool guide(GuideResource guide) {
        return new AssistantTool(
                "guide",
                "Everything that serves a place",
                "One answer with everything for a place: its digihub and knowledge partners, Voka offices, the"
                        + " digibanks that name the municipality, and the five nearest service points. What has ended true"
                        + " is over; a point whose opening.state is 'unknown' has old hours or none: notes and remark say so."
                        + ORIGIN,
                "/v1/guide",
                guide::guide,
                Set.of());
    }
}
