package be.digicatalogue.digibank;

import be.digicatalogue.fact.Coded;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;

/** Whether a network is a digibank or does like work under another name. */
@Enum("DigibankKind")
@Description("Whether a network is a digibank or does like work under another name.")
public enum DigibankKind implements Coded {
    @Description("A digibank: a local partnership of the Flemish digibank programme.")
    DIGIBANK,
    @Description("Another network for digital inclusion; its sources do not call it a digibank.")
    E_INCLUSION_NETWORK
}
