package be.digicatalogue.hours;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/**
 * The state according to overdue or undated hours.
 *
 * @param state open or closed
 * @param knownOn the date of the hours; absent when unknown
 */
@Description("The state according to hours that are overdue or undated.")
public record AccordingTo(
        @NonNull @Description("Open or closed.") OpeningState state,

        @Description("The date of these hours: a year, a month or a day; absent when unknown.")
        String knownOn) {}
