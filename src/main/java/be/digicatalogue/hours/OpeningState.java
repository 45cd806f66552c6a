package be.digicatalogue.hours;

import be.digicatalogue.fact.Coded;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;

/** Whether a place is open at an instant, as far as its published hours tell. */
@Enum("OpeningState")
@Description("Whether a place is open, as far as its published hours tell.")
public enum OpeningState implements Coded {
    @Description("Open.")
    OPEN,
    @Description("Closed.")
    CLOSED,
    @Description("The published hours do not tell: neither open nor closed may be concluded.")
    UNKNOWN
}
