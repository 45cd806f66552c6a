package be.digicatalogue.publication;

import be.digicatalogue.dataset.Dataset;
import be.digicatalogue.dataset.DatedField;
import be.digicatalogue.dataset.Draft;
import be.digicatalogue.dataset.Table;
import be.digicatalogue.fact.Certainty;
import be.digicatalogue.fact.Evidence;
import be.digicatalogue.fact.Message;
import be.digicatalogue.question.BadQuestion;
import be.digicatalogue.question.Issue;
import be.digicatalogue.question.Parameters;
import be.digicatalogue.record.RecordType;
import be.digicatalogue.record.ReviewedField;
import be.digicatalogue.record.Schema;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The date that a curator gives to fields of a record together with a change, so that both are published in one revision.
 *
 * @param knownOn of when the values are: a year, a month or a day
 * @param field the name of the field; {@code null} for all that the change gives another value
 * @param from the id of a source or the address of a web page; {@code null} for the evidence of the date
 * before, or of the record
 */
public record FieldDating(String knownOn, String field, String from) {

    private static final String KNOWN_ON = "knownOn";
    private static final String KNOWN_FIELD = "knownField";
    private static final String KNOWN_FROM = "knownFrom";
    private static final String URLS = "urls";

    /** The dating that the parameters of a request ask for; {@code null} without any. */
    public static FieldDating read(Parameters parameters) {
        var knownOn = parameters.text(KNOWN_ON);
        var field = parameters.oneOf(
                KNOWN_FIELD,
                Schema.loaded().types().stream()
                        .flatMap(type -> type.reviewed().stream())
                        .map(ReviewedField::name)
                        .distinct()
                        .toList());
        var from = parameters.text(KNOWN_FROM);
        if (!parameters.has(KNOWN_ON)) {
            if (parameters.has(KNOWN_FIELD) || parameters.has(KNOWN_FROM)) {
                parameters.refuse(KNOWN_ON, Message.of("parameter.missing", KNOWN_ON, Message.of("expected.date")));
            }
            return null;
        }
        return knownOn == null ? null : new FieldDating(knownOn.strip(), field, from == null ? null : from.strip());
    }

    /**
     * Adds the dates to a draft.
     *
     * @param current what is published
     * @param after a row that is normal
     */
    void date(Draft draft, Dataset current, Table table, String id, ObjectNode after) {
        var before = current.of(table).get(id);
        var type = type(table, after)
                .filter(kind -> !kind.reviewed().isEmpty())
                .orElseThrow(() -> new BadQuestion(
                        List.of(Issue.invalid("query", KNOWN_ON, knownOn, Message.of("admin.noDates", table.name())))));
        // A field that the record does not have is for the checks to refuse.
        var names = field == null
                ? type.reviewed().stream()
                        .filter(reviewed -> DatedField.has(reviewed, after))
                        .filter(reviewed -> before == null || !DatedField.isSame(reviewed, before, after))
                        .map(ReviewedField::name)
                : Stream.of(field);
        names.forEach(name -> {
            var row = row(type.kind().code(), id, name);
            evidence(row, current.of(DatedField.TABLE).getOrDefault(DatedField.TABLE.key(row), after));
            draft.add(DatedField.TABLE, new Draft.Line(DatedField.TABLE.name(), null, row));
        });
    }

    /** The kind of record that has its own rows in a table. */
    private static Optional<RecordType<?, ?>> type(Table table, ObjectNode row) {
        return Schema.loaded().uses(table.name()).stream()
                .filter(use ->
                        use.part() == null && use.ours().test(row.path("kind").asText(null)))
                .findFirst()
                .flatMap(use -> Schema.loaded().type(use.kind()));
    }

    private ObjectNode row(String type, String id, String name) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("type", type)
                .put("id", id)
                .put("field", name)
                .put("known_on", knownOn)
                .put("certainty", Certainty.EXACT.code());
    }

    private void evidence(ObjectNode row, ObjectNode known) {
        if (from == null) {
            copy(known, row, Evidence.SOURCES);
            copy(known, row, URLS);
        } else {
            // An id of a source has no colon.
            row.putArray(from.contains(":") ? URLS : Evidence.SOURCES).add(from);
        }
    }

    private static void copy(ObjectNode from, ObjectNode to, String column) {
        if (from.has(column)) {
            to.set(column, from.get(column));
        }
    }
}
