package be.digicatalogue.confirmation;

import be.digicatalogue.access.Caller;
import be.digicatalogue.access.Curator;
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
    public record ConfirmationBatch(boolean mailed, List<AskedOperator> items, List<RefusedOperator> refused) {}

    /**
     * An operator who is asked.
     *
     * @param link {@code null} when a mail has it
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record AskedOperator(
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
    public record RefusedOperator(
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
        var items = new ArrayList<AskedOperator>();
        var refused = new ArrayList<RefusedOperator>();
        byAddress(order, refused).forEach((to, records) -> ask(order, to, records, curator, items, refused));
        queue.wake();
        return Response.ok(
                        Json.write(new ConfirmationBatch(queue.isConfigured(), items, refused), context.view()),
                        MediaType.APPLICATION_JSON_TYPE)
                .build();
    }

    /** The records of each address, in the order in which they came. */
    private LinkedHashMap<String, List<Reference>> byAddress(ConfirmationOrder order, List<RefusedOperator> refused) {
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

    private void ask(
            ConfirmationOrder order,
            String to,
            List<Reference> all,
            Curator curator,
            List<AskedOperator> items,
            List<RefusedOperator> refused) {
        var records = all.subList(0, Math.min(all.size(), Confirmations.MOST_IN_MAIL));
        var outcome = confirmations.ask(
                new Confirmations.OperatorQuestion(
                        to, records, order.language(), context.base(), curator.name(), order.reason()),
                queue.isConfigured());
        if (outcome.refusal() != null) {
            refused.add(
                    refused(to, all, outcome.refusal().code(), outcome.refusal().detail()));
            return;
        }
        items.add(new AskedOperator(
                outcome.number(),
                to,
                questioned(records),
                outcome.token() == null ? ConfirmationStatus.QUEUED : ConfirmationStatus.SENT,
                outcome.token() == null
                        ? null
                        : ConfirmationMail.link(
                                context.base(),
                                order.language(),
                                outcome.token().text())));
        var more = all.subList(records.size(), all.size());
        if (!more.isEmpty()) {
            refused.add(refused(
                    to, more, "too-many", Message.of("confirmation.tooManyOfAddress", Confirmations.MOST_IN_MAIL)));
        }
    }

    private RefusedOperator refused(String to, List<Reference> records, String code, Message detail) {
        return new RefusedOperator(
                to,
                questioned(records),
                code,
                detail.in(ProblemLanguage.of(context).language()));
    }

    private static List<Confirmations.QuestionedRecord> questioned(List<Reference> records) {
        return records.stream().map(Confirmations.QuestionedRecord::of).toList();
    }
}
