package be.digicatalogue.digibank;

import be.digicatalogue.fact.Coded;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;

/** Whether a service point stays in one place. */
@Enum("LocationType")
@Description("Whether a service point stays in one place.")
public enum LocationType implements Coded {
    @Description("Always at the same place.")
    FIXED,
    @Description("Moves around; the location is where it is based.")
    MOBILE,
    @Description("At a place of its own and around.")
    HYBRID
}
