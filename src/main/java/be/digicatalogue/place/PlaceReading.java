package be.digicatalogue.place;

import be.digicatalogue.fact.Message;
import be.digicatalogue.geo.GeoPoint;
import be.digicatalogue.question.Issue;
import java.util.List;

/** What a typed place means, or why that is not clear. */
sealed interface PlaceReading {

    /** Coordinates. */
    record Coordinates(GeoPoint point) implements PlaceReading {}

    /** Localities: those of a postal code, or of a name within one municipality. At least one. */
    record Localities(List<Place> places) implements PlaceReading {}

    /** A municipality without a locality of its name. */
    record WholeMunicipality(Municipality municipality) implements PlaceReading {}

    /**
     * No place, or not one.
     *
     * @param candidates the texts that could be meant, each of which is understood, best first; empty when nothing is similar
     */
    record Unclear(Message why, List<Issue.Candidate> candidates) implements PlaceReading {}
}
