package be.digicatalogue.page;

import be.digicatalogue.catalogue.CurrentCatalogue;
import be.digicatalogue.confirmation.ConfirmationTexts;
import be.digicatalogue.confirmation.Confirmations;
import be.digicatalogue.confirmation.OperatorAnswer;
import be.digicatalogue.confirmation.RecordsChanged;
import be.digicatalogue.fact.Coded;
import be.digicatalogue.fact.Reference;
import be.digicatalogue.http.CatalogueRevision;
import be.digicatalogue.http.Refusal;
import be.digicatalogue.question.BadQuestion;
import be.digicatalogue.question.Parameters;
import be.digicatalogue.report.ReportDraft;
import be.digicatalogue.report.ReportProblem;
import be.digicatalogue.report.SecretToken;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.vertx.VertxContextSupport;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Where an operator says whether what the catalogue has is still right. Showing it changes nothing, because mail scanners open
 * links; only the form does, once.
 */
@Singleton
public class ConfirmationPage implements Page {

    static final String FOLDER = "/bevestig/";

    /** How long a page waits for a revision that the database has and this instance does not serve yet. */
    private static final Duration LONGEST_SWAP = Duration.ofSeconds(5);

    private final Confirmations confirmations;
    private final CurrentCatalogue current;
    private final CatalogueRevision revisions;

    ConfirmationPage(Confirmations confirmations, CurrentCatalogue current, CatalogueRevision revisions) {
        this.confirmations = confirmations;
        this.current = current;
        this.revisions = revisions;
    }

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance confirmation(Visit visit, PageHead head, ConfirmationForm form);
    }

    /**
     * The form as it stands, with what was chosen and typed.
     *
     * @param failure why the answers could not be stored; {@code null} when nothing failed
     * @param wrong what is wrong with the answers
     */
    public record ConfirmationForm(
            String action, String unsubscribe, List<ConfirmedRecord> records, String failure, List<String> wrong) {}

    /**
     * A record as it stands, and what the operator says of it.
     *
     * @param lines {@code null} for a record that is not in the catalogue any more
     */
    public record ConfirmedRecord(
            int index,
            String type,
            String id,
            String tag,
            String name,
            String href,
            List<RecordLine> lines,
            List<ReportPage.ReportChoice> choices,
            String correction,
            boolean wrong) {}

    /**
     * What a form has of a record.
     *
     * @param answer {@code null} when nothing was chosen
     * @param correction empty when nothing was typed
     */
    private record SentAnswer(String tag, OperatorAnswer answer, String correction) {

        static final SentAnswer NONE = new SentAnswer("", null, "");
    }

    @Override
    public String address() {
        return FOLDER + "{token}";
    }

    @Override
    public boolean takesForms() {
        return true;
    }

    @Override
    public PageAnswer show(Visit visit) {
        var question = confirmations.open(token(visit));
        return form(upToDate(visit, question), question.records(), Map.of(), null, List.of(), Set.of());
    }

    /** The token in the path of a page, whose answer is that of an unknown link when it cannot be one. */
    static SecretToken token(Visit visit) {
        return SecretToken.read(visit.path().substring(FOLDER.length()).split("/", 2)[0])
                .orElseThrow(Confirmations::unknown);
    }

    @Override
    public PageAnswer submit(Visit visit, Map<String, List<String>> fields) {
        var token = token(visit);
        var sent = sent(fields);
        try {
            var question = confirmations.open(token);
            return answer(upToDate(visit, question), token, question, sent);
        } catch (RecordsChanged changed) {
            return anew(visit, token, sent);
        } catch (Refusal refusal) {
            if (refusal.problem().status() == 404) {
                throw refusal;
            }
            visit.asked()
                    .routing()
                    .response()
                    .putHeader(
                            "Retry-After",
                            String.valueOf(refusal.retryAfterSeconds().orElse(1)));
            var records = sent.entrySet().stream()
                    .map(record -> new Confirmations.OpenRecord(
                            record.getKey(), record.getValue().tag()))
                    .toList();
            return form(
                            visit,
                            records,
                            sent,
                            visit.texts(ConfirmationTexts.class).failed(),
                            List.of(),
                            Set.of())
                    .withStatus(503);
        }
    }

    private PageAnswer answer(
            Visit visit, SecretToken token, Confirmations.OpenQuestion question, Map<Reference, SentAnswer> sent) {
        var texts = visit.texts(ConfirmationTexts.class);
        var answers = new LinkedHashMap<Reference, Confirmations.RecordAnswer>();
        var explanations = new ArrayList<String>();
        var wrong = new HashSet<Reference>();
        for (var open : question.records()) {
            var record = open.record();
            var its = sent.getOrDefault(record, SentAnswer.NONE);
            if (visit.catalogue().find(record).isEmpty()) {
                answers.put(record, new Confirmations.RecordAnswer(open.tag(), OperatorAnswer.UNKNOWN, null));
                continue;
            }
            int before = explanations.size();
            ReportDraft correction = null;
            if (its.answer() == null) {
                explanations.add(texts.chooseFirst(visit.name(record)));
            } else if (its.answer() == OperatorAnswer.CORRECTED
                    && its.correction().isBlank()) {
                explanations.add(texts.tellFirst(visit.name(record)));
            } else if (its.answer() == OperatorAnswer.CORRECTED) {
                correction = draft(record, its.correction(), visit, explanations);
            }
            if (explanations.size() > before) {
                wrong.add(record);
            }
            answers.put(record, new Confirmations.RecordAnswer(its.tag(), its.answer(), correction));
        }
        if (!explanations.isEmpty()) {
            return form(visit, question.records(), sent, null, explanations, wrong)
                    .withStatus(400);
        }
        confirmations.answer(token, answers);
        return PageAnswer.seeOther(visit.to(ThanksPage.ADDRESS)).notStored();
    }

    /** The correction as a report; {@code null} when it is no text that may be reported, and the explanations say why. */
    private static ReportDraft draft(Reference record, String text, Visit visit, List<String> explanations) {
        try {
            return Parameters.read(
                    Parameters.Face.BODY,
                    Map.of(
                            "type", List.of(record.type()),
                            "id", List.of(record.id()),
                            "problem", List.of(ReportProblem.WRONG.code()),
                            "message", List.of(text)),
                    parameters -> ReportDraft.read(parameters, visit.catalogue()));
        } catch (BadQuestion question) {
            question.issues()
                    .forEach(issue -> explanations.add(
                            visit.name(record) + ": " + issue.detail().in(visit.language())));
            return null;
        }
    }

    /** The records as they are now, with what was answered about those that are the same. */
    private PageAnswer anew(Visit visit, SecretToken token, Map<Reference, SentAnswer> sent) {
        var question = confirmations.open(token);
        var kept = new LinkedHashMap<Reference, SentAnswer>();
        var changed = new HashSet<Reference>();
        for (var open : question.records()) {
            var its = sent.getOrDefault(open.record(), SentAnswer.NONE);
            boolean same = its.tag().equals(open.tag());
            if (!same) {
                changed.add(open.record());
            }
            kept.put(open.record(), new SentAnswer(open.tag(), same ? its.answer() : null, its.correction()));
        }
        return form(
                        upToDate(visit, question),
                        question.records(),
                        kept,
                        visit.texts(ConfirmationTexts.class).changed(),
                        List.of(),
                        changed)
                .withStatus(409);
    }

    /** The visit with a catalogue that has everything that the tags of a question stand for. */
    private Visit upToDate(Visit visit, Confirmations.OpenQuestion question) {
        if (visit.catalogue().revision().number() >= question.revision()) {
            return visit;
        }
        try {
            VertxContextSupport.subscribeAndAwait(() -> current.atLeast(question.revision(), LONGEST_SWAP));
        } catch (Throwable late) { // an operator must not confirm what is out of date
            throw Confirmations.away();
        }
        revisions.take(visit.asked());
        return new Visit(
                visit.language(), visit.path(), visit.asked(), visit.asked().catalogue());
    }

    private static Map<Reference, SentAnswer> sent(Map<String, List<String>> fields) {
        var sent = new LinkedHashMap<Reference, SentAnswer>();
        for (int i = 0; i < Confirmations.MOST_IN_MAIL && fields.containsKey("id." + i); i++) {
            sent.put(
                    new Reference(first(fields, "type." + i), first(fields, "id." + i)),
                    new SentAnswer(
                            first(fields, "tag." + i),
                            Coded.find(OperatorAnswer.class, first(fields, "answer." + i))
                                    .orElse(null),
                            first(fields, "correction." + i)));
        }
        return sent;
    }

    private static String first(Map<String, List<String>> fields, String name) {
        return fields.getOrDefault(name, List.of("")).get(0);
    }

    private static PageAnswer form(
            Visit visit,
            List<Confirmations.OpenRecord> records,
            Map<Reference, SentAnswer> sent,
            String failure,
            List<String> explanations,
            Set<Reference> wrong) {
        var texts = visit.texts(ConfirmationTexts.class);
        var shown = new ArrayList<ConfirmedRecord>();
        for (var open : records) {
            var record = open.record();
            var fact = visit.catalogue().find(record);
            var its = sent.getOrDefault(record, SentAnswer.NONE);
            shown.add(new ConfirmedRecord(
                    shown.size(),
                    record.type(),
                    record.id(),
                    open.tag(),
                    fact.isEmpty() ? record.id() : visit.name(record),
                    Pages.pathOf(record).map(visit::to).orElse(null),
                    fact.map(known -> RecordLine.all(known, visit)).orElse(null),
                    List.of(
                            choice(OperatorAnswer.CONFIRMED, texts.confirmed(), its),
                            choice(OperatorAnswer.CORRECTED, texts.corrected(), its),
                            choice(OperatorAnswer.UNKNOWN, texts.unknown(), its)),
                    its.correction(),
                    wrong.contains(record)));
        }
        return PageAnswer.page(Templates.confirmation(
                        visit,
                        PageHead.of(texts.title(), texts.lead()).notIndexed(),
                        new ConfirmationForm(
                                visit.to(visit.path()),
                                visit.to(visit.path()) + UnsubscribePage.END,
                                shown,
                                failure,
                                explanations)))
                .notStored();
    }

    private static ReportPage.ReportChoice choice(OperatorAnswer answer, String label, SentAnswer sent) {
        return new ReportPage.ReportChoice(answer.code(), label, sent.answer() == answer);
    }
}
