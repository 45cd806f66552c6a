package be.digicatalogue.publication;

import be.digicatalogue.access.Caller;
import be.digicatalogue.access.Curator;
import be.digicatalogue.access.Role;
import be.digicatalogue.dataset.Draft;
import be.digicatalogue.dataset.Export;
import be.digicatalogue.dataset.Report;
import be.digicatalogue.dataset.RowReader;
import be.digicatalogue.fact.InvisibleCharacters;
import be.digicatalogue.fact.Message;
import be.digicatalogue.http.Problem;
import be.digicatalogue.http.ProblemLanguage;
import be.digicatalogue.http.Refusal;
import be.digicatalogue.http.RequestContext;
import be.digicatalogue.question.Issue;
import be.digicatalogue.question.Parameters;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import org.jboss.logging.Logger;

/** Publishes a bundle, and lists what was published before. */
@Path("/admin/v1/publications")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
public class PublicationResource {

    private static final Logger LOG = Logger.getLogger(PublicationResource.class);

    private final RequestContext context;
    private final Publisher publisher;
    private final Publications publications;
    private final History history;
    private final Caller caller;
    private final ExecutorService executor;

    PublicationResource(
            RequestContext context,
            Publisher publisher,
            Publications publications,
            History history,
            Caller caller,
            ExecutorService executor) {
        this.context = context;
        this.publisher = publisher;
        this.publications = publications;
        this.history = history;
        this.caller = caller;
        this.executor = executor;
    }

    /** The parameters of a publication. */
    private record PublicationOrder(Draft.Mode mode, boolean dryRun, Integer confirmedRemovals, String reason) {

        static PublicationOrder read(Parameters parameters) {
            var mode = parameters.oneOf("mode", List.of("replace", "merge"));
            return read(
                    parameters, mode == null ? Draft.Mode.REPLACE : Draft.Mode.valueOf(mode.toUpperCase(Locale.ROOT)));
        }

        static PublicationOrder read(Parameters parameters, Draft.Mode mode) {
            boolean dryRun = Boolean.TRUE.equals(parameters.bool("dryRun"));
            var removals = parameters.whole("confirmRemovals", 1, Integer.MAX_VALUE);
            return new PublicationOrder(mode, dryRun, removals, why(parameters, dryRun));
        }
    }

    /** The reason, which is required for everything that enters the history. */
    static String why(Parameters parameters, boolean dryRun) {
        var reason = parameters.text("reason");
        if (reason == null && !dryRun && !parameters.has("reason")) {
            parameters.refuse("reason", Message.of("parameter.missing", "reason", Message.of("expected.reason")));
        }
        var invisible = reason == null ? null : InvisibleCharacters.problem(reason);
        if (invisible != null) {
            parameters.expect("reason", invisible);
        }
        return reason == null ? null : reason.strip();
    }

    @POST
    @Consumes({Export.ZIP, "application/x-zip-compressed", Export.WORKBOOK})
    public Response publish(byte[] bundle, @HeaderParam("Prefer") String prefer) {
        var order = context.question(PublicationOrder::read);
        var curator = curator(order);
        return run(curator, order, prefer, current -> {
            var reading = new RowReader(new Report()).bundle(bundle);
            return new Publisher.Intent.Proposal(
                    reading.draft().over(current, order.mode()), reading.draft(), reading.report());
        });
    }

    @POST
    @Path("{revision}/restore")
    public Response restore(@PathParam("revision") long revision, @HeaderParam("Prefer") String prefer) {
        var order = context.question(parameters -> PublicationOrder.read(parameters, Draft.Mode.REPLACE));
        var curator = curator(order);
        return run(
                curator,
                order,
                prefer,
                current -> new Publisher.Intent.Proposal(history.at(revision), new Draft(), new Report()));
    }

    /** A curator who may change records may also see what a bundle would do. */
    private Curator curator(PublicationOrder order) {
        return order.dryRun() ? caller.must(Role.values()) : caller.must(Role.PUBLISHER);
    }

    private Response run(Curator curator, PublicationOrder order, String prefer, Publisher.Intent intent) {
        var publication = publications.begin(new Publication(curator.name(), order.reason(), order.dryRun()));
        if (prefer != null && prefer.contains("respond-async")) {
            executor.execute(() -> quietly(publication, intent, order.confirmedRemovals()));
            return Answers.json(202, publication, ProblemLanguage.of(context))
                    .location(address(publication.id().toString()))
                    .build();
        }
        return answer(publisher.publish(publication, intent, Duration.ZERO, order.confirmedRemovals()));
    }

    /** Nobody waits for the result; clients read it from the publication. */
    private void quietly(Publication publication, Publisher.Intent intent, Integer confirmedRemovals) {
        try {
            publisher.publish(publication, intent, Duration.ZERO, confirmedRemovals);
        } catch (Refusal refusal) {
            LOG.debugf("A publication ended with: %s", refusal.getMessage());
        } catch (RuntimeException fault) {
            LOG.error("A publication failed", fault);
        }
    }

    private URI address(String id) {
        return URI.create(context.base() + "/admin/v1/publications/" + id);
    }

    private Response answer(Publication publication) {
        if (publication.status() == Publication.Status.REFUSED) {
            return Answers.problem(
                            Problem.status(
                                    422,
                                    Message.of(
                                            "admin.refused",
                                            publication.report().errors())),
                            "report",
                            publication.report(),
                            ProblemLanguage.of(context))
                    .build();
        }
        if (publication.status() == Publication.Status.PUBLISHED) {
            publications.untilServed(publication, context);
            return Answers.json(201, publication, ProblemLanguage.of(context))
                    .location(address(publication.revision().toString()))
                    .build();
        }
        return Answers.json(200, publication, ProblemLanguage.of(context)).build();
    }

    /** A list in the usual format, with the publications that run at the moment. */
    private record PublicationList(
            @JsonUnwrapped be.digicatalogue.http.PagedList<History.LastPublication> list,
            @JsonProperty List<Publication> running) {}

    @GET
    public Response list() {
        caller.must(Role.values());
        var page = context.question(Parameters::page);
        return Answers.json(
                        200,
                        new PublicationList(context.list(history.revisions(page)), publications.running()),
                        ProblemLanguage.of(context))
                .build();
    }

    private record PublishedEntry(
            @JsonUnwrapped History.LastPublication published, be.digicatalogue.http.PagedList<RowChange> changes) {}

    /** With the number of a revision, its changes; with the id of a publication, its progress. */
    @GET
    @Path("{id}")
    public Response one(@PathParam("id") String id) {
        caller.must(Role.values());
        var page = context.question(Parameters::page);
        if (id.matches("[0-9]{1,18}")) {
            var revision = history.revision(Long.parseLong(id)).orElseThrow(() -> unknown(id));
            return Answers.json(
                            200,
                            new PublishedEntry(revision, context.list(history.changes(revision.revision(), page))),
                            ProblemLanguage.of(context))
                    .build();
        }
        return Answers.json(200, publications.named(id).orElseThrow(() -> unknown(id)), ProblemLanguage.of(context))
                .build();
    }

    private static Refusal unknown(String id) {
        return new Refusal(Problem.notFound(Message.of("admin.noSuchPublication", Issue.shown(id))));
    }
}
