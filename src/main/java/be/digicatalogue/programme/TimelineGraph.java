package be.digicatalogue.programme;

import be.digicatalogue.graph.Arguments;
import be.digicatalogue.http.RequestContext;
import io.smallrye.common.annotation.NonBlocking;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.eclipse.microprofile.graphql.Source;

/** The timeline over GraphQL. */
@GraphQLApi
@NonBlocking
public class TimelineGraph {

    private final RequestContext context;

    TimelineGraph(RequestContext context) {
        this.context = context;
    }

    @Query
    @NonNull
    @Description("Dated facts, oldest first.")
    public List<@NonNull TimelineEvent> timeline(
            @Description("Slug of a programme.") String programme,
            @Description("Only facts that had not ended before this year, month or day.") String from,
            @Description("Only facts that had begun by this year, month or day.") String to) {
        var timeline = context.catalogue().of(TimelineType.TYPE);
        return timeline.answer(Arguments.none()
                .with("programme", programme)
                .with("from", from)
                .with("to", to)
                .question(timeline::question));
    }

    @NonNull
    @Description("What happened or was planned, in the requested language where it exists.")
    public String what(@Source TimelineEvent timelineEvent) {
        return context.say(timelineEvent.what());
    }

    @Description("What a reader should know about this record, in the requested language where it exists.")
    public String remark(@Source TimelineEvent timelineEvent) {
        return context.say(timelineEvent.remark());
    }

    @NonNull
    @Description("Statements of other sources that contradict this one.")
    public List<@NonNull Statement> disagreesWith(@Source TimelineEvent event) {
        return Statement.of(event.disagreesWith(), context);
    }
}
