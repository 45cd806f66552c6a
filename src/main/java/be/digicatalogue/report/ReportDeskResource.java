package be.digicatalogue.report;

import be.digicatalogue.access.Caller;
import be.digicatalogue.access.Curator;
import be.digicatalogue.access.Role;
import be.digicatalogue.fact.Coded;
import be.digicatalogue.fact.InvisibleCharacters;
import be.digicatalogue.fact.Message;
import be.digicatalogue.http.Json;
import be.digicatalogue.http.PagedList;
import be.digicatalogue.http.Problem;
import be.digicatalogue.http.Refusal;
import be.digicatalogue.http.RequestContext;
import be.digicatalogue.publication.FieldDating;
import be.digicatalogue.publication.RecordEdits;
import be.digicatalogue.question.BadQuestion;
import be.digicatalogue.question.Issue;
import be.digicatalogue.question.PageRequest;
import be.digicatalogue.question.Parameters;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Where curators see reports and decide on them, with the correction that a report leads to. */
@Path("/admin/v1/reports")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
public class ReportDeskResource {

    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");
    private static final String EDIT = "edit";

    private final RequestContext context;
    private final Reports reports;
    private final RecordEdits edits;
    private final Caller caller;

    ReportDeskResource(RequestContext context, Reports reports, RecordEdits edits, Caller caller) {
        this.context = context;
        this.reports = reports;
        this.edits = edits;
        this.caller = caller;
    }

    private record ReportQuestion(ReportStatus status, PageRequest page) {}

    @GET
    public PagedList<Reports.StoredReport> list() {
        caller.must(Role.values());
        var question = context.question(
                parameters -> new ReportQuestion(parameters.code("status", ReportStatus.class), parameters.page()));
        return context.list(reports.list(question.status(), question.page()));
    }

    @GET
    @Path("{number}")
    public Response one(@PathParam("number") String number) {
        caller.must(Role.values());
        context.question(parameters -> null);
        return answer(find(number)).build();
    }

    @PATCH
    @Path("{number}")
    @Consumes({"application/merge-patch+json", MediaType.APPLICATION_JSON})
    public Response decide(@PathParam("number") String number, @HeaderParam("If-Match") String known, byte[] body) {
        var curator = caller.must(Role.values());
        var order = context.question(DecisionOrder::read);
        var report = find(number);
        if (known == null) {
            throw new Refusal(Problem.status(428, Message.of("admin.ifMatchMissing")));
        }
        if (!List.of(known.strip().split("\\s*,\\s*")).contains(tag(report))
                && !known.strip().equals("*")) {
            throw new Refusal(Problem.status(412, Message.of("report.changed")));
        }
        var properties = ReportBody.object(body);
        var edit = edit(properties, report);
        var decision = Parameters.read(
                Parameters.Face.BODY, ReportBody.texts(properties), parameters -> decision(parameters, curator));
        if (edit == null) {
            reports.decide(report, decision);
            return answer(find(number)).build();
        }
        if (decision.status() != ReportStatus.ACCEPTED) {
            throw refused(EDIT, edit.toString(), Message.of("report.editOfOther"));
        }
        var revision = edits.patch(
                report.record(),
                edit,
                order.dating(),
                curator.name(),
                order.reason() == null ? "Report " + report.number() : order.reason(),
                (session, published) -> reports.decide(session, report, decision, published));
        if (revision.isEmpty()) {
            reports.decide(report, decision);
        }
        return answer(find(number)).build();
    }

    /** @param dating the date of what an edit changes; {@code null} without one */
    private record DecisionOrder(String reason, FieldDating dating) {

        static DecisionOrder read(Parameters parameters) {
            return new DecisionOrder(
                    visible(parameters, "reason", parameters.text("reason")), FieldDating.read(parameters));
        }
    }

    private static Reports.Decision decision(Parameters parameters, Curator curator) {
        var status = parameters.code("status", ReportStatus.class);
        if (!parameters.has("status")) {
            parameters.refuse(
                    "status",
                    Message.of(
                            "parameter.missing",
                            "status",
                            Message.of("expected.oneOf", Coded.codes(ReportStatus.class))));
        }
        var reply = visible(parameters, "reply", parameters.lines("reply", ReportDraft.LONGEST_MESSAGE));
        return new Reports.Decision(status, reply, curator.name());
    }

    private static String visible(Parameters parameters, String name, String text) {
        var invisible = text == null ? null : InvisibleCharacters.problem(text);
        if (invisible != null) {
            parameters.expect(name, invisible);
        }
        return text;
    }

    /** Takes the edit out of the properties; {@code null} without one. */
    private static ObjectNode edit(ObjectNode properties, Reports.StoredReport report) {
        var edit = properties.remove(EDIT);
        if (edit == null) {
            return null;
        }
        if (!(edit instanceof ObjectNode patch)) {
            throw refused(EDIT, edit.toString(), Message.of("parameter.notObject", EDIT));
        }
        if (report.record() == null) {
            throw refused(EDIT, edit.toString(), Message.of("report.editOfMissing"));
        }
        return patch;
    }

    private static BadQuestion refused(String name, String value, Message detail) {
        return new BadQuestion(List.of(Issue.invalid("body", name, value, detail)));
    }

    private Reports.StoredReport find(String number) {
        return (NUMBER.matcher(number).matches()
                        ? reports.numbered(Long.parseLong(number))
                        : Optional.<Reports.StoredReport>empty())
                .orElseThrow(() -> new Refusal(Problem.notFound(Issue.notFound(
                        "path",
                        "number",
                        number,
                        Message.of("problem.noSuchRecord", Issue.shown(number), "/admin/v1/reports")))));
    }

    private Response.ResponseBuilder answer(Reports.StoredReport report) {
        return Response.ok(Json.write(report, context.view()), MediaType.APPLICATION_JSON_TYPE)
                .header("ETag", tag(report));
    }

    private static String tag(Reports.StoredReport report) {
        return "\"" + report.number() + "-" + report.version() + "\"";
    }
}
