package be.digicatalogue.programme;

import be.digicatalogue.http.RequestContext;
import io.smallrye.common.annotation.NonBlocking;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.eclipse.microprofile.graphql.Source;

/** The programmes over GraphQL. */
@GraphQLApi
@NonBlocking
public class ProgrammeGraph {

    private final RequestContext context;

    ProgrammeGraph(RequestContext context) {
        this.context = context;
    }

    @Query
    @NonNull
    @Description("The programmes.")
    public List<@NonNull Programme> programmes() {
        return context.catalogue().of(ProgrammeType.TYPE).all();
    }

    @Query
    @Description("One programme; null when none has this slug.")
    public Programme programme(@NonNull @Description("Its slug.") String id) {
        return context.catalogue().of(ProgrammeType.TYPE).named(id).orElse(null);
    }

    @NonNull
    @Description("Name in the requested language where it exists.")
    public String name(@Source Programme programme) {
        return context.say(programme.name());
    }

    @NonNull
    @Description("A sentence or two about it, in the requested language where it exists.")
    public String summary(@Source Programme programme) {
        return context.say(programme.summary());
    }

    @NonNull
    @Description("Its dated facts, oldest first.")
    public List<@NonNull TimelineEvent> calendar(@Source Programme programme) {
        return context.catalogue().of(TimelineType.TYPE).of(programme);
    }

    @NonNull
    @Description("Title in the requested language where it exists.")
    public String title(@Source Programme.Passage passage) {
        return context.say(passage.title());
    }

    @NonNull
    @Description("Text in the requested language where it exists.")
    public String text(@Source Programme.Passage passage) {
        return context.say(passage.text());
    }

    @NonNull
    @Description("The programme that it is about.")
    public Programme programme(@Source Figure figure) {
        return context.fact(context.catalogue().of(ProgrammeType.TYPE), figure.programme());
    }

    @NonNull
    @Description("The programme that it is about.")
    public Programme programme(@Source TimelineEvent timelineEvent) {
        return context.fact(context.catalogue().of(ProgrammeType.TYPE), timelineEvent.programme());
    }

    @Description("What a reader should know about this record, in the requested language where it exists.")
    public String remark(@Source Programme programme) {
        return context.say(programme.remark());
    }

    @Description("True when its last day is past; absent when no last day is known.")
    public Boolean ended(@Source Programme programme) {
        return programme.validTo() == null ? null : programme.endedOn(context.today());
    }
}
