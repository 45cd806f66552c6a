package be.digicatalogue.page;

import be.digicatalogue.digibank.ServicePointType;
import be.digicatalogue.fact.Message;
import be.digicatalogue.fact.Reference;
import be.digicatalogue.http.Clients;
import be.digicatalogue.http.Problem;
import be.digicatalogue.http.Refusal;
import be.digicatalogue.question.BadQuestion;
import be.digicatalogue.question.Issue;
import be.digicatalogue.question.Parameters;
import be.digicatalogue.record.RecordKind;
import be.digicatalogue.record.RecordType;
import be.digicatalogue.record.ReviewedField;
import be.digicatalogue.record.Schema;
import be.digicatalogue.report.ReportDraft;
import be.digicatalogue.report.ReportProblem;
import be.digicatalogue.report.Reports;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The form with which anybody tells that something is wrong or missing, without an account and without a script. */
@Singleton
public class ReportPage implements Page {

    static final String ADDRESS = "/melden";

    private static final String TYPE = "type";
    private static final String ID = "id";
    private static final String PROBLEM = "problem";
    private static final String FIELD = "field";

    private final Reports reports;
    private final Clients clients;

    ReportPage(Reports reports, Clients clients) {
        this.reports = reports;
        this.clients = clients;
    }

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance report(Visit visit, PageHead head, ReportForm form);
    }

    /**
     * The form as it stands, with what was typed.
     *
     * @param about the name of the record; {@code null} for a missing one
     * @param back the page of the record, or of the finder
     * @param failure why the report could not be stored; {@code null} when nothing failed
     * @param wrong what is wrong with what was typed, by the name of the field
     */
    public record ReportForm(
            String action,
            String about,
            String back,
            String type,
            String id,
            List<ReportChoice> problems,
            List<ReportChoice> fields,
            String message,
            String suggestion,
            String failure,
            Map<String, String> wrong) {

        /** What is wrong with a field; {@code null} when nothing is. */
        public String wrongWith(String field) {
            return wrong.get(field);
        }
    }

    /** A value to choose. */
    public record ReportChoice(String value, String label, boolean chosen) {}

    /**
     * What a form is about.
     *
     * @param id {@code null} for a missing record
     */
    private record ReportSubject(RecordType<?, ?> type, String id) {

        static ReportSubject of(Visit visit) {
            var code = visit.parameter(TYPE);
            var id = visit.parameter(ID);
            var type = code == null
                    ? ServicePointType.TYPE
                    : Schema.loaded().type(code).orElse(null);
            if (type == null || !type.isListed()) {
                throw nothing(TYPE, code);
            }
            if (id != null && visit.catalogue().find(type.kind().reference(id)).isEmpty()) {
                throw nothing(ID, id);
            }
            return new ReportSubject(type, id);
        }

        private static Refusal nothing(String name, String value) {
            return new Refusal(Problem.notFound(
                    Issue.notFound("query", name, value, Message.of("report.noSuchSubject", Issue.shown(value)))));
        }

        RecordKind kind() {
            return type.kind();
        }

        Map<String, List<String>> question() {
            var question = new LinkedHashMap<String, List<String>>();
            question.put(TYPE, List.of(kind().code()));
            if (id != null) {
                question.put(ID, List.of(id));
            }
            return question;
        }
    }

    /** The URL of the form about a record. */
    static String about(Reference record, Visit visit) {
        return visit.to(
                ADDRESS, new ReportSubject(Schema.loaded().type(record.type()).orElseThrow(), record.id()).question());
    }

    @Override
    public String address() {
        return ADDRESS;
    }

    @Override
    public boolean takesForms() {
        return true;
    }

    @Override
    public PageAnswer show(Visit visit) {
        return form(visit, ReportSubject.of(visit), Map.of(), null, Map.of());
    }

    @Override
    public PageAnswer submit(Visit visit, Map<String, List<String>> fields) {
        var subject = ReportSubject.of(visit);
        try {
            var draft = Parameters.read(
                    Parameters.Face.BODY, fields, parameters -> ReportDraft.read(parameters, visit.catalogue()));
            var token = reports.add(draft, clients.of(visit.asked().routing().request()));
            return PageAnswer.seeOther(visit.to(ReportStatusPage.path(token.text())))
                    .notStored();
        } catch (BadQuestion question) {
            var wrong = new LinkedHashMap<String, String>();
            question.issues()
                    .forEach(issue ->
                            wrong.putIfAbsent(issue.name(), issue.detail().in(visit.language())));
            return form(visit, subject, fields, null, wrong).notStored().withStatus(400);
        } catch (Refusal refusal) {
            refusal.retryAfterSeconds()
                    .ifPresent(seconds ->
                            visit.asked().routing().response().putHeader("Retry-After", String.valueOf(seconds)));
            return form(visit, subject, fields, refusal.problem().detail().in(visit.language()), Map.of())
                    .notStored()
                    .withStatus(refusal.problem().status());
        }
    }

    private static PageAnswer form(
            Visit visit,
            ReportSubject subject,
            Map<String, List<String>> typed,
            String failure,
            Map<String, String> wrong) {
        var texts = visit.texts(ReportTexts.class);
        boolean missing = subject.id() == null;
        var record = subject.kind().reference(subject.id());
        return PageAnswer.page(Templates.report(
                visit,
                PageHead.of(missing ? texts.missingTitle() : texts.reportTitle(), texts.reportLead())
                        .notIndexed(),
                new ReportForm(
                        visit.to(ADDRESS, subject.question()),
                        missing ? null : visit.name(record),
                        visit.to(
                                missing
                                        ? FinderPage.ADDRESS
                                        : Pages.pathOf(record).orElse(FinderPage.ADDRESS)),
                        subject.kind().code(),
                        subject.id(),
                        missing
                                ? List.of()
                                : Stream.of(ReportProblem.WRONG, ReportProblem.CLOSED, ReportProblem.OTHER)
                                        .map(problem -> new ReportChoice(
                                                problem.code(),
                                                label(problem, texts),
                                                problem.code().equals(first(typed, PROBLEM, "wrong"))))
                                        .toList(),
                        missing
                                ? List.of()
                                : subject.type().reviewed().stream()
                                        .map(ReviewedField::name)
                                        .map(field -> new ReportChoice(
                                                field,
                                                FieldNames.of(field, visit),
                                                field.equals(first(typed, FIELD, ""))))
                                        .toList(),
                        first(typed, "message", ""),
                        first(typed, "suggestion", ""),
                        failure,
                        wrong)));
    }

    private static String label(ReportProblem problem, ReportTexts texts) {
        return switch (problem) {
            case WRONG -> texts.problemWrong();
            case CLOSED -> texts.problemClosed();
            case MISSING -> texts.missingTitle();
            case OTHER -> texts.problemOther();
        };
    }

    private static String first(Map<String, List<String>> typed, String name, String otherwise) {
        return typed.getOrDefault(name, List.of(otherwise)).get(0);
    }
}
