package be.digicatalogue.guide;

import be.digicatalogue.digibank.ServicePoint;
import be.digicatalogue.geo.Nearby;
import be.digicatalogue.graph.Arguments;
import be.digicatalogue.http.RequestContext;
import be.digicatalogue.voka.VokaOffice;
import io.smallrye.common.annotation.NonBlocking;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.eclipse.microprofile.graphql.Source;

/** The guide over GraphQL. */
@GraphQLApi
@NonBlocking
public class GuideGraph {

    private final RequestContext context;

    GuideGraph(RequestContext context) {
        this.context = context;
    }

    @Query
    @NonNull
    @Description("Everything that serves one place. Takes exactly one origin.")
    public Guide guide(
            @Description("Latitude of the origin in degrees, with lon.") Double lat,
            @Description("Longitude of the origin in degrees, with lat.") Double lon,
            @Description("Postal code of the origin.") String postalCode,
            @Description("Name of a locality or municipality as the origin.") String place,
            @Description("What a person types for the origin: postal code, name in any language, both, or coordinates.")
                    String near,
            @Description("NIS code of a municipality as the origin.") String municipality) {
        var guides = Guides.of(context.catalogue());
        return guides.answer(
                Arguments.none()
                        .with("lat", lat)
                        .with("lon", lon)
                        .with("postalCode", postalCode)
                        .with("place", place)
                        .with("near", near)
                        .with("municipality", municipality)
                        .question(parameters -> guides.question(parameters, context.today())),
                context.today());
    }

    @Description("What a reader should know about this response, in the requested language where it exists.")
    public String remark(@Source Guide guide) {
        return context.say(guide.remark());
    }

    @NonNull
    @Description(
            "The Voka offices of the province, nearest first. Without a digihub, the three nearest offices of all.")
    public List<@NonNull VokaOffice> vokaOffices(@Source Guide guide) {
        return guide.vokaOffices().stream().map(Nearby::item).toList();
    }

    @NonNull
    @Description("The five nearest service points.")
    public List<@NonNull ServicePoint> servicePoints(@Source Guide guide) {
        return guide.servicePoints().stream().map(Nearby::item).toList();
    }
}
