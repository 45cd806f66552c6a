package be.digicatalogue.digibank;

import be.digicatalogue.graph.Arguments;
import be.digicatalogue.hours.Opening;
import be.digicatalogue.hours.OpeningException;
import be.digicatalogue.http.RequestContext;
import be.digicatalogue.province.Province;
import be.digicatalogue.province.ProvinceType;
import io.smallrye.common.annotation.NonBlocking;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.eclipse.microprofile.graphql.Source;

/** The service points over GraphQL. */
@GraphQLApi
@NonBlocking
public class ServicePointGraph {

    private final RequestContext context;

    ServicePointGraph(RequestContext context) {
        this.context = context;
    }

    @Query
    @NonNull
    @Description("The service points, sorted by name, or nearest first from an origin.")
    public ServicePointConnection servicePoints(
            @Description("Latitude of the origin in degrees, with lon.") Double lat,
            @Description("Longitude of the origin in degrees, with lat.") Double lon,
            @Description("Postal code of the origin.") String postalCode,
            @Description("Name of a locality or municipality as the origin.") String place,
            @Description("What a person types for the origin: postal code, name in any language, both, or coordinates.")
                    String near,
            @Description("Only points within this many metres of the origin, 1 to 100000.") Integer radius,
            @Description("Only points within this box: minLon,minLat,maxLon,maxLat in degrees.") String bbox,
            @Description("Only points that offer all of these services.") List<ServiceCode> service,
            @Description("Only points of this type.") LocationType locationType,
            @Description("Slug of a province, or brussel.") String province,
            @Description("NIS code of a municipality that exists today.") String municipality,
            @Description("Slug of a digibank.") String digibank,
            @Description(
                            "Words or beginnings of words to search for. When nothing matches, typing errors are tolerated.")
                    String q,
            @Description(
                            "Only points that are known to be open at this date and time, such as 2026-12-25T10:00; Belgian time without an offset.")
                    String openAt,
            @Description("True: only points that are known to be open now.") Boolean openNow,
            @Description("True: only records with a field that is past its review period.") Boolean overdue,
            @Description("True: only records with a field that has a review period and no date.") Boolean undated,
            @Description("Facets to count, separated by commas: service, province, locationType, opening.")
                    String facets,
            @Description("The number of items from the start, 1 to 100; 20 by default, without last.") Integer first,
            @Description("Only items after this cursor.") String after,
            @Description("The number of items from the end, 1 to 100.") Integer last,
            @Description("Only items before this cursor.") String before) {
        var servicePoints = context.catalogue().of(ServicePointType.TYPE);
        return connection(servicePoints.answer(Arguments.page(first, after, last, before)
                .with("openAt", openAt)
                .with("openNow", openNow)
                .with("facets", facets)
                .with("lat", lat)
                .with("lon", lon)
                .with("postalCode", postalCode)
                .with("place", place)
                .with("near", near)
                .with("radius", radius)
                .with("bbox", bbox)
                .with("service", service)
                .with("locationType", locationType)
                .with("province", province)
                .with("municipality", municipality)
                .with("digibank", digibank)
                .with("q", q)
                .with("overdue", overdue)
                .with("undated", undated)
                .question(parameters -> servicePoints.question(parameters, context.now()))));
    }

    /** The result may change as time passes, whichever filters are used. */
    private ServicePointConnection connection(ServicePoints.FoundPoints answer) {
        context.view().changesAt(answer.sameUntil());
        return ServicePointConnection.of(answer);
    }

    @NonNull
    @Description("An explanation of the alternative, in the requested language.")
    public String explanation(@Source Alternative alternative) {
        return context.say(alternative.explanation());
    }

    @NonNull
    @Description("The best matches.")
    public List<@NonNull NearbyServicePoint> items(@Source Alternative alternative) {
        return alternative.items().stream().map(NearbyServicePoint::of).toList();
    }

    @Query
    @Description("One service point; null when none has this slug.")
    public ServicePoint servicePoint(@NonNull @Description("Its slug.") String id) {
        return context.catalogue().of(ServicePointType.TYPE).named(id).orElse(null);
    }

    @NonNull
    @Description("The service points in it, sorted by name.")
    public ServicePointConnection servicePoints(
            @Source Province province,
            @Description("Facets to count, separated by commas: service, province, locationType, opening.")
                    String facets,
            @Description("The number of items from the start, 1 to 100; 20 by default, without last.") Integer first,
            @Description("Only items after this cursor.") String after,
            @Description("The number of items from the end, 1 to 100.") Integer last,
            @Description("Only items before this cursor.") String before) {
        var servicePoints = context.catalogue().of(ServicePointType.TYPE);
        return connection(servicePoints.answer(Arguments.page(first, after, last, before)
                .with("facets", facets)
                .with("province", province.id())
                .question(parameters -> servicePoints.question(parameters, context.now()))));
    }

    @NonNull
    @Description("Its service points.")
    public List<@NonNull ServicePoint> servicePoints(@Source Digibank digibank) {
        return context.catalogue().of(ServicePointType.TYPE).named(digibank.servicePoints());
    }

    @NonNull
    @Description("Whether it is open according to its published hours, at the requested moment or by default now.")
    public Opening opening(@Source ServicePoint servicePoint) {
        return context.view().opening(servicePoint.opening());
    }

    @Description("The usual opening hours in words, in the requested language; absent when none are published.")
    public String openingHoursText(@Source ServicePoint servicePoint) {
        return context.say(servicePoint.openingHoursText());
    }

    @Description("The public holiday of the day, in the requested language.")
    public String holiday(@Source Opening opening) {
        return context.say(opening.holiday());
    }

    @Description("The reason why the state is unknown, or the remark about this day, in the requested language.")
    public String why(@Source Opening opening) {
        return context.say(opening.why());
    }

    @Description("What a reader should know about these days, in the requested language where it exists.")
    public String remark(@Source OpeningException exception) {
        return context.say(exception.remark());
    }

    @NonNull
    @Description("The names of the fields that are past their review period today; none for a record that has ended.")
    public List<@NonNull String> overdue(@Source ServicePoint servicePoint) {
        return context.view().overdue(servicePoint);
    }

    @NonNull
    @Description("The names of the fields that have a review period and no date; none for a record that has ended.")
    public List<@NonNull String> undated(@Source ServicePoint servicePoint) {
        return context.view().undated(servicePoint);
    }

    @Description("What a reader should know about this record, in the requested language where it exists.")
    public String remark(@Source ServicePoint servicePoint) {
        return context.say(servicePoint.remark());
    }

    @NonNull
    @Description("The province, or the Brussels region.")
    public Province province(@Source ServicePoint servicePoint) {
        return context.fact(context.catalogue().of(ProvinceType.TYPE), servicePoint.province());
    }
}
