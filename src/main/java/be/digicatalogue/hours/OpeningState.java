package be.digicatalogue.hours;

import be.digicatalogue.fact.Labelled;
import be.digicatalogue.fact.Text;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;

/** Whether a place is open at an instant according to its published hours. */
@Enum("OpeningState")
@Description("Whether a place is open according to its published hours.")
public enum OpeningState implements Labelled {
    @Description("Open.")
    OPEN("Open", "Ouvert", "Geöffnet", "Open"),
    @Description("Closed.")
    CLOSED("Gesloten", "Fermé", "Geschlossen", "Closed"),
    @Description("The published hours do not say whether it is open or closed.")
    UNKNOWN("Niet bekend", "Inconnu", "Nicht bekannt", "Not known");

    private final Text label;

    OpeningState(String nl, String fr, String de, String en) {
        label = new Text(nl, fr, de, en);
    }

    /** Its name for people. */
    @Override
    public Text label() {
        return label;
    }
}
