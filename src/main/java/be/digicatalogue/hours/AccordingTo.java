package be.digicatalogue.hours;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/**
 * What hours say that are no longer believed.
 *
 * @param state open or closed
 * @param knownOn of when they are; absent when nobody knows
 */
@Description("What hours say that are too old to be believed, or of which nobody knows of when they are.")
public record AccordingTo(
        @NonNull @Description("Open or closed.") OpeningState state,

        @Description("Of when these hours are: a year, a month or a day; absent when nobody knows.")
        String knownOn) {}
