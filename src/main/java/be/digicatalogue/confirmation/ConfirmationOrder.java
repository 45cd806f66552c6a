package be.digicatalogue.confirmation;

import be.digicatalogue.catalogue.Catalogue;
import be.digicatalogue.dataset.EmailAddress;
import be.digicatalogue.fact.InvisibleCharacters;
import be.digicatalogue.fact.Language;
import be.digicatalogue.fact.Message;
import be.digicatalogue.fact.Reference;
import be.digicatalogue.question.BadQuestion;
import be.digicatalogue.question.Issue;
import be.digicatalogue.question.Parameters;
import be.digicatalogue.record.Schema;
import be.digicatalogue.report.ReportBody;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What a curator wants to have confirmed.
 *
 * @param records those that age, each once
 * @param to the address that the curator gives; {@code null} for those of the records
 * @param reason why the curator gives it; {@code null} without a reason
 * @param language that of the mail
 */
record ConfirmationOrder(Set<Reference> records, String to, String reason, Language language) {

    /** All that a list of the worklist may have. */
    static final int MOST_RECORDS = 1_000;

    private static final String RECORDS = "records";
    private static final String TO = "to";
    private static final String REASON = "reason";

    /** @throws BadQuestion with everything that is wrong with a body */
    static ConfirmationOrder read(ObjectNode body, Catalogue catalogue) {
        var issues = new ArrayList<Issue>();
        var records = records(body.remove(RECORDS), catalogue, issues);
        try {
            var order = Parameters.read(
                    Parameters.Face.BODY,
                    ReportBody.texts(body),
                    parameters ->
                            new ConfirmationOrder(records, to(parameters), reason(parameters), language(parameters)));
            if (issues.isEmpty()) {
                return order;
            }
        } catch (BadQuestion others) {
            issues.addAll(others.issues());
        }
        throw new BadQuestion(issues);
    }

    private static String to(Parameters parameters) {
        var to = parameters.text(TO);
        if (to == null) {
            return null;
        }
        var problem = EmailAddress.problem(to);
        if (problem != null) {
            parameters.expect(TO, problem);
        }
        if (!parameters.has(REASON)) {
            parameters.refuse(REASON, Message.of("confirmation.reasonMissing"));
        }
        return to;
    }

    private static String reason(Parameters parameters) {
        var reason = parameters.text(REASON);
        var invisible = reason == null ? null : InvisibleCharacters.problem(reason);
        if (invisible != null) {
            parameters.expect(REASON, invisible);
        }
        return reason;
    }

    private static Language language(Parameters parameters) {
        var tag = parameters.oneOf("lang", Language.tags());
        return tag == null ? Language.NL : Language.of(tag).orElseThrow();
    }

    private static Set<Reference> records(JsonNode sent, Catalogue catalogue, List<Issue> issues) {
        var records = new LinkedHashSet<Reference>();
        if (!(sent instanceof ArrayNode list) || list.isEmpty() || list.size() > MOST_RECORDS) {
            issues.add(Issue.invalid(
                    "body",
                    RECORDS,
                    sent == null ? null : sent.toString(),
                    Message.of("confirmation.records", MOST_RECORDS)));
            return records;
        }
        for (int i = 0; i < list.size(); i++) {
            record(list.get(i), RECORDS + "[" + i + "]", catalogue, issues, records);
        }
        return records;
    }

    private static void record(
            JsonNode sent, String name, Catalogue catalogue, List<Issue> issues, Set<Reference> records) {
        if (sent.size() != 2
                || !sent.path("type").isTextual()
                || !sent.path("id").isTextual()) {
            issues.add(Issue.invalid("body", name, sent.toString(), Message.of("confirmation.records", MOST_RECORDS)));
            return;
        }
        var type = sent.get("type").textValue();
        var id = sent.get("id").textValue();
        var aging = Schema.loaded().aging().map(each -> each.kind().code()).toList();
        if (!aging.contains(type)) {
            issues.add(Issue.unexpected("body", name + ".type", type, Message.of("expected.oneOf", aging)));
        } else if (catalogue.find(new Reference(type, id)).isEmpty()) {
            issues.add(Issue.notFound(
                    "body",
                    name + ".id",
                    id,
                    Message.of(
                            "parameter.unknownId",
                            name + ".id",
                            Issue.shown(id),
                            Message.of("expected.idListedAt", "/v1/" + type))));
        } else {
            records.add(new Reference(type, id));
        }
    }
}
