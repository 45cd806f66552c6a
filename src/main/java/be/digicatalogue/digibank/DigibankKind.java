package be.digicatalogue.digibank;

import be.digicatalogue.fact.Labelled;
import be.digicatalogue.fact.Text;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;

/** Whether a network is a digibank or does similar work under another name. */
@Enum("DigibankKind")
@Description("Whether a network is a digibank or does similar work under another name.")
public enum DigibankKind implements Labelled {
    @Description("A digibank: a local partnership of the Flemish digibank programme.")
    DIGIBANK("Digibank", "Digibank", "Digibank", "Digibank"),
    @Description("Another network for digital inclusion; its sources do not call it a digibank.")
    E_INCLUSION_NETWORK(
            "Ander netwerk voor digitale inclusie",
            "Autre réseau d'inclusion numérique",
            "Anderes Netz für digitale Teilhabe",
            "Other digital inclusion network");

    private final Text label;

    DigibankKind(String nl, String fr, String de, String en) {
        label = new Text(nl, fr, de, en);
    }

    /** Its name for people. */
    @Override
    public Text label() {
        return label;
    }
}
