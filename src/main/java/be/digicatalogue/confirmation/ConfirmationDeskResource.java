package be.digicatalogue.confirmation;

import be.digicatalogue.access.Caller;
import be.digicatalogue.access.Role;
import be.digicatalogue.fact.Message;
import be.digicatalogue.fact.Reference;
import be.digicatalogue.http.Json;
import be.digicatalogue.http.PagedList;
import be.digicatalogue.http.ProblemLanguage;
import be.digicatalogue.http.RequestContext;
import be.digicatalogue.question.PageRequest;
import be.digicatalogue.report.ReportBody;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/** Where curators ask operators to confirm, and see what became of it. */
@Path("/admin/v1/confirmations")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
public class ConfirmationDeskResource {

    private final RequestContext context;
    private final Confirmations confirmations;
    private final MailQueue queue;
    private final Caller caller;

    ConfirmationDeskResource(RequestContext context, Confirmations confirmations, MailQueue queue, Caller caller) {
        this.context = context;
        this.confirmations = confirmations;
        this.queue = queue;
        this.caller = caller;
    }

    private record ConfirmationListQuestion(ConfirmationStatus status, PageRequest page) {}

    /**
     * What became of a request to ask.
     *
     * @param mailed false where no mail can be sent, so that the curator passes the links on
     * @param items a question for each address that is asked
     * @param refused the addresses, or records, that are not asked
     */
    public record ConfirmationBatch(boolean mailed, List<AcceptedQuestion> items, List<RefusedQuestion> refused) {}

    /**
     * An operator who is asked.
     *
     * @param link {@code null} when a mail has it
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record AcceptedQuestion(
            long number,
            String to,
            List<Confirmations.QuestionedRecord> records,
            ConfirmationStatus status,
            String link) {}

    /**
     * An operator who is not asked, and why.
     *
     * @param to {@code null} when no address is known
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record RefusedQuestion(
            String to, List<Confirmations.QuestionedRecord> records, String code, String detail) {}

    @GET
    public PagedList<Confirmations.StoredConfirmation> list() {
        caller.must(Role.values());
        var question = context.question(parameters ->
                new ConfirmationListQuestion(parameters.code("status", ConfirmationStatus.class), parameters.page()));
        return context.list(confirmations.list(question.status(), question.page()));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response ask(byte[] body) {
        var curator = caller.must(Role.values());
        context.question(parameters -> null);
        var order = ConfirmationOrder.read(ReportBody.object(body), context.catalogue());
        var items = new ArrayList<AcceptedQuestion>();
        var refused = new ArrayList<RefusedQuestion>();
        var questions = new ArrayList<Confirmations.OperatorQuestion>();
        byAddress(order, refused).forEach((to, records) -> {
            int most = Math.min(records.size(), Confirmations.MOST_IN_MAIL);
            questions.add(new Confirmations.OperatorQuestion(
                    to, records.subList(0, most), order.language(), context.base(), curator.name(), order.reason()));
            if (most < records.size()) {
                refused.add(refused(
                        to,
                        records.subList(most, records.size()),
                        "too-many",
                        Message.of("confirmation.tooManyOfAddress", Confirmations.MOST_IN_MAIL)));
            }
        });
        var outcomes = confirmations.ask(questions, queue.isConfigured());
        for (int i = 0; i < outcomes.size(); i++) {
            addOutcome(questions.get(i), outcomes.get(i), items, refused);
        }
        queue.wake();
        return Response.ok(
                        Json.write(new ConfirmationBatch(queue.isConfigured(), items, refused), context.view()),
                        MediaType.APPLICATION_JSON_TYPE)
                .build();
    }

    /** The records of each address, in the order in which they came. */
    private LinkedHashMap<String, List<Reference>> byAddress(ConfirmationOrder order, List<RefusedQuestion> refused) {
        var byAddress = new LinkedHashMap<String, List<Reference>>();
        for (var record : order.records()) {
            var to = order.to() != null
                    ? order.to()
                    : OperatorAddress.of(record, context.catalogue()).orElse(null);
            if (to == null) {
                refused.add(refused(null, List.of(record), "no-address", Message.of("confirmation.noAddress")));
            } else {
                byAddress
                        .computeIfAbsent(AddressHash.normal(to), first -> new ArrayList<>())
                        .add(record);
            }
        }
        return byAddress;
    }

    private void addOutcome(
            Confirmations.OperatorQuestion question,
            Confirmations.QuestionOutcome outcome,
            List<AcceptedQuestion> items,
            List<RefusedQuestion> refused) {
        if (outcome.refusal() != null) {
            refused.add(refused(
                    question.to(),
                    question.records(),
                    outcome.refusal().code(),
                    outcome.refusal().detail()));
            return;
        }
        boolean mailed = outcome.token() == null;
        items.add(new AcceptedQuestion(
                outcome.number(),
                question.to(),
                questioned(question.records()),
                mailed ? ConfirmationStatus.QUEUED : ConfirmationStatus.SENT,
                mailed
                        ? null
                        : ConfirmationMail.link(
                                context.base(),
                                question.language(),
                                outcome.token().text())));
    }

    private RefusedQuestion refused(String to, List<Reference> records, String code, Message detail) {
        return new RefusedQuestion(
                to,
                questioned(records),
                code,
                detail.in(ProblemLanguage.of(context).language()));
    }

    private static List<Confirmations.QuestionedRecord> questioned(List<Reference> records) {
        return records.stream().map(Confirmations.QuestionedRecord::of).toList();
    }
}
