package be.digicatalogue.report;

import be.digicatalogue.catalogue.Catalogue;
import be.digicatalogue.fact.Coded;
import be.digicatalogue.fact.InvisibleCharacters;
import be.digicatalogue.fact.Message;
import be.digicatalogue.question.Issue;
import be.digicatalogue.question.Parameters;
import be.digicatalogue.record.Attribute;
import be.digicatalogue.record.RecordKind;
import be.digicatalogue.record.RecordType;
import be.digicatalogue.record.ReviewedField;
import be.digicatalogue.record.Schema;
import java.util.List;
import java.util.stream.Stream;

/**
 * What somebody reports; {@code null} for what was not said.
 *
 * @param id the id of the record; {@code null} when the record is missing
 * @param field the field that is wrong
 * @param message what is wrong, at most {@value #LONGEST_MESSAGE} characters, with line breaks
 * @param suggestion what it should be, at most {@value #LONGEST_SUGGESTION} characters
 */
public record ReportDraft(
        RecordKind type, String id, ReportProblem problem, String field, String message, String suggestion) {

    public static final int LONGEST_MESSAGE = 1000;
    public static final int LONGEST_SUGGESTION = 200;

    private static final String TYPE = "type";
    private static final String ID = "id";
    private static final String PROBLEM = "problem";
    private static final String FIELD = "field";
    private static final String MESSAGE = "message";
    private static final String SUGGESTION = "suggestion";

    /** The names of the parameters. */
    public static final List<String> PARAMETERS = List.of(TYPE, ID, PROBLEM, FIELD, MESSAGE, SUGGESTION);

    /** Reads a report about a record of a catalogue. */
    public static ReportDraft read(Parameters parameters, Catalogue catalogue) {
        var problem = required(parameters, PROBLEM, Coded.codes(ReportProblem.class));
        var code = required(
                parameters,
                TYPE,
                Schema.loaded().listed().map(type -> type.kind().code()).toList());
        var type = code == null ? null : Schema.loaded().type(code).orElseThrow();
        return new ReportDraft(
                type == null ? null : type.kind(),
                id(parameters, type, ReportProblem.MISSING.code().equals(problem), catalogue),
                Coded.of(ReportProblem.class, problem),
                field(parameters, type),
                visible(parameters, MESSAGE, parameters.lines(MESSAGE, LONGEST_MESSAGE)),
                visible(parameters, SUGGESTION, parameters.text(SUGGESTION, LONGEST_SUGGESTION)));
    }

    private static String required(Parameters parameters, String name, List<String> allowed) {
        var value = parameters.oneOf(name, allowed);
        if (!parameters.has(name)) {
            parameters.refuse(name, Message.of("parameter.missing", name, Message.of("expected.oneOf", allowed)));
        }
        return value;
    }

    private static String id(Parameters parameters, RecordType<?, ?> type, boolean missing, Catalogue catalogue) {
        var id = parameters.text(ID);
        if (missing) {
            if (parameters.has(ID)) {
                parameters.refuse(ID, Message.of("report.idOfMissing"));
            }
            return null;
        }
        if (!parameters.has(ID)) {
            parameters.refuse(ID, Message.of("parameter.missing", ID, Message.of("expected.reportedId")));
        } else if (id != null
                && type != null
                && catalogue.find(type.kind().reference(id)).isEmpty()) {
            parameters.refuse(
                    ID,
                    Message.of(
                            "parameter.unknownId",
                            ID,
                            Issue.shown(id),
                            Message.of(
                                    "expected.idListedAt", "/v1/" + type.kind().code())));
        }
        return id;
    }

    private static String field(Parameters parameters, RecordType<?, ?> type) {
        return type == null
                ? parameters.text(FIELD)
                : parameters.oneOf(FIELD, fields(type).toList());
    }

    /** The fields that a report can name: those with review periods first. */
    public static Stream<String> fields(RecordType<?, ?> type) {
        return Stream.concat(
                        type.reviewed().stream().map(ReviewedField::name),
                        type.attributes().stream()
                                .map(Attribute::name)
                                .filter(name -> !name.equals(ID) && !name.endsWith("KnownOn")))
                .distinct();
    }

    /** A text whose characters a reader can see. Line breaks become those of PostgreSQL and HTML. */
    private static String visible(Parameters parameters, String name, String text) {
        if (text == null) {
            return null;
        }
        var written = text.replace("\r\n", "\n").replace('\r', '\n').strip();
        // Pictures of a telephone's keyboard are joined and coloured by characters of their own.
        var invisible = InvisibleCharacters.problem(written.replaceAll("[\u200D\uFE0E\uFE0F]", "x"));
        if (invisible != null) {
            parameters.expect(name, invisible);
        }
        return written;
    }
}
