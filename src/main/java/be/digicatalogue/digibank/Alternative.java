package be.digicatalogue.digibank;

import be.digicatalogue.fact.Text;
import be.digicatalogue.geo.Nearby;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;

/**
 * The closest matches when nothing meets all conditions.
 *
 * @param dropped the parameter that was left out; several are separated by commas
 */
@Description("The closest matches when nothing meets all conditions.")
public record Alternative(
        @NonNull @Description("The parameter that was left out; several are separated by commas.")
        String dropped,

        @Ignore Text explanation,
        @Ignore List<Nearby<ServicePoint>> items) {}
