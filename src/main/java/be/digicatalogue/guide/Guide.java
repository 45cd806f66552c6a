package be.digicatalogue.guide;

import be.digicatalogue.digibank.Digibank;
import be.digicatalogue.digibank.ServicePoint;
import be.digicatalogue.digihub.Consortium;
import be.digicatalogue.fact.Text;
import be.digicatalogue.geo.Nearby;
import be.digicatalogue.organisation.Partner;
import be.digicatalogue.place.Municipality;
import be.digicatalogue.place.Place;
import be.digicatalogue.province.Province;
import be.digicatalogue.voka.VokaOffice;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;

/**
 * Everything that serves one place.
 *
 * @param place the locality; among several with one postal code the one that gave the municipality its name, else the one
 * nearest to the origin; absent for a municipality without such a locality and for a point outside the area
 * @param consortium absent outside the five provinces; {@code remark} then says so
 * @param vokaOffices the offices of the province, nearest first; without a digihub, the three nearest of all
 * @param servicePoints the five nearest of all
 */
@Description("Everything that serves one place.")
public record Guide(
        @Description("The locality.") Place place,
        @Description("Its municipality.") Municipality municipality,

        @Description("Its province, or the Brussels region.")
        Province province,

        @Description("The digihub of the province; absent outside the five provinces.")
        Consortium consortium,

        @NonNull @Description("The knowledge partners of that digihub.")
        List<@NonNull Partner> partners,

        @Ignore List<Nearby<VokaOffice>> vokaOffices,

        @NonNull @Description("Digibanks and networks that name the municipality.")
        List<@NonNull Digibank> digibanks,

        @Ignore List<Nearby<ServicePoint>> servicePoints,
        @Ignore Text remark) {}
