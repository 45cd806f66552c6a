package be.digicatalogue.search;

import be.digicatalogue.fact.Coded;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;

/**
 * The kinds of record that can be found; the code is the path segment under which they are served. Of records that match
 * equally well the kind that stands first here comes first: what people name, then where they go, then what is told.
 */
@Enum("RecordType")
@Description("The kinds of record that can be found.")
public enum RecordType implements Coded {
    @Description("Localities under their postal codes.")
    PLACES,
    @Description("Municipalities.")
    MUNICIPALITIES,
    @Description("The five Flemish provinces.")
    PROVINCES,
    @Description("Knowledge partners.")
    PARTNERS,
    @Description("Voka chambers.")
    CHAMBERS,
    @Description("Programmes.")
    PROGRAMMES,
    @Description("Digibanks and other networks.")
    DIGIBANKS,
    @Description("Service points.")
    SERVICE_POINTS,
    @Description("Digihubs.")
    CONSORTIA,
    @Description("Voka offices.")
    VOKA_OFFICES,
    @Description("Services.")
    SERVICES,
    @Description("Sources.")
    SOURCES,
    @Description("Dated facts.")
    TIMELINE,
    @Description("Figures.")
    FIGURES
}
