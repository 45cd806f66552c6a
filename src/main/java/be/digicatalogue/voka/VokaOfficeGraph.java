package be.digicatalogue.voka;

import be.digicatalogue.graph.Arguments;
import be.digicatalogue.http.RequestContext;
import be.digicatalogue.organisation.Chamber;
import be.digicatalogue.organisation.ChamberType;
import be.digicatalogue.province.Province;
import be.digicatalogue.province.ProvinceType;
import io.smallrye.common.annotation.NonBlocking;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.eclipse.microprofile.graphql.Source;

/** The Voka offices over GraphQL. */
@GraphQLApi
@NonBlocking
public class VokaOfficeGraph {

    private final RequestContext context;

    VokaOfficeGraph(RequestContext context) {
        this.context = context;
    }

    @Query
    @NonNull
    @Description("The Voka offices, sorted by name, or nearest first from an origin.")
    public VokaOfficeConnection vokaOffices(
            @Description("Slug of a province, or brussel.") String province,
            @Description("Slug of a chamber.") String chamber,
            @Description("Latitude of the origin in degrees, with lon.") Double lat,
            @Description("Longitude of the origin in degrees, with lat.") Double lon,
            @Description("Postal code of the origin.") String postalCode,
            @Description("Name of a locality or municipality as the origin.") String place,
            @Description("What a person types for the origin: postal code, name in any language, both, or coordinates.")
                    String near,
            @Description("True: only records with a field that is past its review period.") Boolean overdue,
            @Description("True: only records with a field that has a review period and no date.") Boolean undated,
            @Description("The number of items from the start, 1 to 100; 20 by default, without last.") Integer first,
            @Description("Only items after this cursor.") String after,
            @Description("The number of items from the end, 1 to 100.") Integer last,
            @Description("Only items before this cursor.") String before) {
        var vokaOffices = context.catalogue().of(VokaOfficeType.TYPE);
        return new VokaOfficeConnection(vokaOffices.answer(Arguments.page(first, after, last, before)
                .with("province", province)
                .with("chamber", chamber)
                .with("lat", lat)
                .with("lon", lon)
                .with("postalCode", postalCode)
                .with("place", place)
                .with("near", near)
                .with("overdue", overdue)
                .with("undated", undated)
                .question(parameters -> vokaOffices.question(parameters, context.today()))));
    }

    @Query
    @Description("One office; null when none has this slug.")
    public VokaOffice vokaOffice(@NonNull @Description("Its slug.") String id) {
        return context.catalogue().of(VokaOfficeType.TYPE).named(id).orElse(null);
    }

    @NonNull
    @Description("The Voka offices in it, sorted by name.")
    public VokaOfficeConnection vokaOffices(
            @Source Province province,
            @Description("The number of items from the start, 1 to 100; 20 by default, without last.") Integer first,
            @Description("Only items after this cursor.") String after,
            @Description("The number of items from the end, 1 to 100.") Integer last,
            @Description("Only items before this cursor.") String before) {
        var vokaOffices = context.catalogue().of(VokaOfficeType.TYPE);
        return new VokaOfficeConnection(vokaOffices.answer(Arguments.page(first, after, last, before)
                .with("province", province.id())
                .question(parameters -> vokaOffices.question(parameters, context.today()))));
    }

    @NonNull
    @Description("Its offices.")
    public List<@NonNull VokaOffice> vokaOffices(@Source Chamber chamber) {
        return context.catalogue().of(VokaOfficeType.TYPE).named(chamber.vokaOffices());
    }

    @NonNull
    @Description("The names of the fields that are past their review period today; none for a record that has ended.")
    public List<@NonNull String> overdue(@Source VokaOffice vokaOffice) {
        return context.view().overdue(vokaOffice);
    }

    @NonNull
    @Description("The names of the fields that have a review period and no date; none for a record that has ended.")
    public List<@NonNull String> undated(@Source VokaOffice vokaOffice) {
        return context.view().undated(vokaOffice);
    }

    @Description("What a reader should know about this record, in the requested language where it exists.")
    public String remark(@Source VokaOffice vokaOffice) {
        return context.say(vokaOffice.remark());
    }

    @NonNull
    @Description("The province, or the Brussels region.")
    public Province province(@Source VokaOffice vokaOffice) {
        return context.fact(context.catalogue().of(ProvinceType.TYPE), vokaOffice.province());
    }

    @Description("Its chamber; the head office in Brussels has none.")
    public Chamber chamber(@Source VokaOffice vokaOffice) {
        return context.factIfAny(context.catalogue().of(ChamberType.TYPE), vokaOffice.chamber());
    }
}
