package be.digicatalogue.digibank;

import be.digicatalogue.fact.Coded;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;

/** A part of an address that the source of the point does not give itself. */
@Enum("DerivedPart")
@Description("A part of an address that the source of the point does not give itself.")
public enum DerivedPart implements Coded {
    @Description("The postal code follows from the municipality or locality.")
    POSTAL_CODE,
    @Description("The address is that of the library or house that hosts the point.")
    HOST_BUILDING
}
