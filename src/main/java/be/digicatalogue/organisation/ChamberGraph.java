package be.digicatalogue.organisation;

import be.digicatalogue.graph.Arguments;
import be.digicatalogue.http.RequestContext;
import be.digicatalogue.province.Province;
import be.digicatalogue.province.ProvinceType;
import be.digicatalogue.record.AgeFilter;
import io.smallrye.common.annotation.NonBlocking;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.eclipse.microprofile.graphql.Source;

/** The Voka chambers over GraphQL. */
@GraphQLApi
@NonBlocking
public class ChamberGraph {

    private final RequestContext context;

    ChamberGraph(RequestContext context) {
        this.context = context;
    }

    @Query
    @NonNull
    @Description("The Voka chambers, sorted by name.")
    public List<@NonNull Chamber> chambers(
            @Description("True: only records with a field that is past its review period.") Boolean overdue,
            @Description("True: only records with a field that has a review period and no date.") Boolean undated) {
        return context.catalogue()
                .of(ChamberType.TYPE)
                .answer(Arguments.none()
                        .with("overdue", overdue)
                        .with("undated", undated)
                        .question(parameters -> AgeFilter.read(parameters, context.today())));
    }

    @Query
    @Description("One chamber; null when none has this slug.")
    public Chamber chamber(@NonNull @Description("Its slug.") String id) {
        return context.catalogue().of(ChamberType.TYPE).named(id).orElse(null);
    }

    @NonNull
    @Description("The names of the fields that are past their review period today; none for a record that has ended.")
    public List<@NonNull String> overdue(@Source Chamber chamber) {
        return context.view().overdue(chamber);
    }

    @NonNull
    @Description("The names of the fields that have a review period and no date; none for a record that has ended.")
    public List<@NonNull String> undated(@Source Chamber chamber) {
        return context.view().undated(chamber);
    }

    @Description("What a reader should know about this record, in the requested language where it exists.")
    public String remark(@Source Chamber chamber) {
        return context.say(chamber.remark());
    }

    @NonNull
    @Description("The provinces whose digihub it leads.")
    public List<@NonNull Province> provinces(@Source Chamber chamber) {
        return context.catalogue().of(ProvinceType.TYPE).named(chamber.provinces());
    }
}
