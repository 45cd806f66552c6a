package be.digicatalogue.geo;

import be.digicatalogue.fact.Coded;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;

/** How precise a point is. */
@Enum("Precision")
@Description("How precise a point is.")
public enum Precision implements Coded {
    @Description("The building.")
    ADDRESS,
    @Description("Somewhere in the street.")
    STREET,
    @Description("The centre of the locality or postal code: the building is somewhere around it.")
    LOCALITY,
    @Description("The centre of the municipality: the building is somewhere in it.")
    MUNICIPALITY
}
