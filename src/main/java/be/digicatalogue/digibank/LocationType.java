package be.digicatalogue.digibank;

import be.digicatalogue.fact.Labelled;
import be.digicatalogue.fact.Text;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;

/** Whether a service point stays in one place. */
@Enum("LocationType")
@Description("Whether a service point stays in one place.")
public enum LocationType implements Labelled {
    @Description("Always at the same place.")
    FIXED("Vaste plek", "Lieu fixe", "Fester Ort", "Fixed place"),
    @Description("Moves around; the location is where it is based.")
    MOBILE("Mobiel", "Mobile", "Mobil", "Mobile"),
    @Description("At a fixed place and also moving around.")
    HYBRID("Vast en mobiel", "Fixe et mobile", "Fest und mobil", "Fixed and mobile");

    private final Text label;

    LocationType(String nl, String fr, String de, String en) {
        label = new Text(nl, fr, de, en);
    }

    /** Its name for people. */
    @Override
    public Text label() {
        return label;
    }
}
