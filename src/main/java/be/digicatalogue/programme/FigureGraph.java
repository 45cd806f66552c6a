package be.digicatalogue.programme;

import be.digicatalogue.graph.Arguments;
import be.digicatalogue.http.RequestContext;
import be.digicatalogue.provenance.SourceType;
import be.digicatalogue.province.Province;
import be.digicatalogue.province.ProvinceType;
import io.smallrye.common.annotation.NonBlocking;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.eclipse.microprofile.graphql.Source;

/** The figures over GraphQL. */
@GraphQLApi
@NonBlocking
public class FigureGraph {

    private final RequestContext context;

    FigureGraph(RequestContext context) {
        this.context = context;
    }

    @Query
    @NonNull
    @Description("Every number of the sources. A number that applies to every province is found for each of them.")
    public FigureConnection figures(
            @Description("Slug of a programme.") String programme,
            @Description("Slug of a subject.") String subject,
            @Description("Slug of a metric.") String metric,
            @Description("Slug of a province.") String province,
            @Description("The number of items from the start, 1 to 100; 20 by default, without last.") Integer first,
            @Description("Only items after this cursor.") String after,
            @Description("The number of items from the end, 1 to 100.") Integer last,
            @Description("Only items before this cursor.") String before) {
        var figures = context.catalogue().of(FigureType.TYPE);
        return new FigureConnection(figures.answer(Arguments.page(first, after, last, before)
                .with("programme", programme)
                .with("subject", subject)
                .with("metric", metric)
                .with("province", province)
                .question(figures::question)));
    }

    @Query
    @Description("One figure; null when none has this slug.")
    public Figure figure(@NonNull @Description("Its slug.") String id) {
        return context.catalogue().of(FigureType.TYPE).named(id).orElse(null);
    }

    @NonNull
    @Description("The figures about it, including those that apply to every province.")
    public FigureConnection figures(
            @Source Province province,
            @Description("The number of items from the start, 1 to 100; 20 by default, without last.") Integer first,
            @Description("Only items after this cursor.") String after,
            @Description("The number of items from the end, 1 to 100.") Integer last,
            @Description("Only items before this cursor.") String before) {
        var figures = context.catalogue().of(FigureType.TYPE);
        return new FigureConnection(figures.about(
                province, Arguments.page(first, after, last, before).question(Figures::page)));
    }

    @NonNull
    @Description("Its figures.")
    public FigureConnection figures(
            @Source Programme programme,
            @Description("The number of items from the start, 1 to 100; 20 by default, without last.") Integer first,
            @Description("Only items after this cursor.") String after,
            @Description("The number of items from the end, 1 to 100.") Integer last,
            @Description("Only items before this cursor.") String before) {
        var figures = context.catalogue().of(FigureType.TYPE);
        return new FigureConnection(figures.answer(Arguments.page(first, after, last, before)
                .with("programme", programme.id())
                .question(figures::question)));
    }

    @NonNull
    @Description("Its subject.")
    public Figure.Subject subject(@Source Figure figure) {
        return figure.subject();
    }

    @NonNull
    @Description("Name in the requested language where it exists.")
    public String name(@Source Figure.Subject subject) {
        return context.say(subject.name());
    }

    @NonNull
    @Description("What the number means, in the requested language where it exists.")
    public String note(@Source Figure figure) {
        return context.say(figure.note());
    }

    @Description("The source that gives the number.")
    public be.digicatalogue.provenance.Source source(@Source Figure figure) {
        return context.factIfAny(context.catalogue().of(SourceType.TYPE), figure.source());
    }

    @NonNull
    @Description("Statements of other sources that contradict this one.")
    public List<@NonNull Statement> disagreesWith(@Source Figure figure) {
        return Statement.of(figure.disagreesWith(), context);
    }

    @Description("The province that the number is about, if one.")
    public Province province(@Source Figure figure) {
        return context.factIfAny(context.catalogue().of(ProvinceType.TYPE), figure.province());
    }
}
