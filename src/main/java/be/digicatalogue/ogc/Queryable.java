package be.digicatalogue.ogc;

import be.digicatalogue.fact.Coded;
import be.digicatalogue.fact.Fact;
import be.digicatalogue.fact.Lasting;
import be.digicatalogue.fact.Message;
import be.digicatalogue.fact.Reference;
import be.digicatalogue.http.View;
import be.digicatalogue.record.Attribute;
import be.digicatalogue.record.RecordLookup;
import be.digicatalogue.record.Schema;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * An attribute of features that filters and parameters can use.
 *
 * @param codes the possible values, when they are known in advance
 * @param references the records whose ids are the values; {@code null} for an attribute that is no reference
 * @param value reads the value of a record in a view: a text, number, boolean, day or list of texts, depending on the kind;
 * {@code null} when unknown
 */
public record Queryable<T>(
        String name,
        Kind kind,
        String title,
        List<String> codes,
        Function<T, Stream<Reference>> references,
        BiFunction<T, View, ?> value) {

    /** The largest number of ids that an error lists. */
    private static final int MOST_IDS = 50;

    /** The type of the values of an attribute, with its representation in a schema. */
    public enum Kind {
        TEXT(Message.of("expected.text")),
        NUMBER(Message.of("expected.number")),
        TRUTH(Message.of("expected.oneOf", List.of("TRUE", "FALSE"))),
        DAY(Message.of("expected.dayAs", "DATE('2023-10-31')")),
        /** Instants; no attribute has this type, but filters can compare with instants. */
        INSTANT(Message.of("expected.instantAs", "TIMESTAMP('2023-10-31T12:00:00Z')")),
        TEXTS(Message.of("expected.texts", "('one','two')")),
        /** Lists of values that are not all texts; no attribute has this type, but filters can compare with such lists. */
        LIST(Message.of("expected.texts", "('one','two')")),
        /** Intervals; no attribute has this type, but filters can make one of two days. */
        INTERVAL(Message.of("expected.interval", "INTERVAL('2023-10-31','..')")),
        GEOMETRY(Message.of("expected.geometry"));

        private final Message literal;

        Kind(Message literal) {
            this.literal = literal;
        }

        /** How a filter writes a value of this type. */
        Message literal() {
            return literal;
        }
    }

    /** The attribute of a map layer: references as ids, codes as written. */
    static <T> Queryable<T> of(Attribute<T> attribute) {
        return new Queryable<>(
                attribute.name(),
                kind(attribute.kind()),
                attribute.description(),
                attribute.codes(),
                references(attribute),
                (record, view) -> shown(attribute.kind(), attribute.value().apply(record), view));
    }

    private static <T> Function<T, Stream<Reference>> references(Attribute<T> attribute) {
        return switch (attribute.kind()) {
            case REFERENCE ->
                record -> Stream.ofNullable((Reference) attribute.value().apply(record));
            case REFERENCES ->
                record -> Stream.ofNullable((List<?>) attribute.value().apply(record))
                        .flatMap(List::stream)
                        .map(Reference.class::cast);
            default -> null;
        };
    }

    private static Kind kind(Attribute.Kind kind) {
        return switch (kind) {
            case TEXT, CODE, REFERENCE, NAME -> Kind.TEXT;
            case NUMBER -> Kind.NUMBER;
            case DAY -> Kind.DAY;
            case TEXTS, CODES, REFERENCES -> Kind.TEXTS;
            case ENDED -> Kind.TRUTH;
        };
    }

    private static Object shown(Attribute.Kind kind, Object value, View view) {
        if (value == null) {
            return null;
        }
        return switch (kind) {
            case TEXT, DAY, TEXTS -> value;
            case NUMBER -> ((Number) value).doubleValue();
            case CODE -> ((Coded) value).code();
            case CODES ->
                ((List<?>) value).stream().map(code -> ((Coded) code).code()).toList();
            case REFERENCE -> ((Reference) value).id();
            case REFERENCES ->
                ((List<?>) value).stream().map(each -> ((Reference) each).id()).toList();
            case NAME -> view.name((Reference) value).orElse(null);
            case ENDED -> ((Lasting) value).validTo() == null ? null : view.ended((Lasting) value);
        };
    }

    /**
     * What is expected instead of a text that the attribute cannot have; empty when it can, or when nobody knows.
     *
     * @param all the features; what the first of them refers to is of the kind that all refer to
     */
    Optional<Message> otherThan(String text, RecordLookup records, Function<RecordLookup, List<T>> all) {
        if (!codes.isEmpty()) {
            return codes.contains(text) ? Optional.empty() : Optional.of(Message.of("expected.oneOf", codes));
        }
        return references == null
                ? Optional.empty()
                : all.apply(records).stream()
                        .flatMap(references)
                        .findFirst()
                        .map(Reference::type)
                        .filter(kind -> records.find(new Reference(kind, text)).isEmpty())
                        .map(kind -> idsOf(kind, records));
    }

    private static Message idsOf(String kind, RecordLookup records) {
        var all = Schema.loaded()
                .type(kind)
                .<List<? extends Fact>>map(type -> records.of(type).all())
                .orElse(List.of());
        return all.size() <= MOST_IDS
                ? Message.of("expected.oneOf", all.stream().map(Fact::id).toList())
                : Message.of("expected.idListedAt", "/v1/" + kind);
    }

    /** The attribute in a JSON schema. */
    ObjectNode schema() {
        var schema = JsonNodeFactory.instance.objectNode();
        schema.put("title", title);
        switch (kind) {
            case NUMBER -> schema.put("type", "number");
            case TRUTH -> schema.put("type", "boolean");
            case DAY -> schema.put("type", "string").put("format", "date");
            case TEXTS -> {
                schema.put("type", "array");
                text(schema.putObject("items"));
            }
            default -> text(schema);
        }
        return schema;
    }

    private void text(ObjectNode schema) {
        schema.put("type", "string");
        if (!codes.isEmpty()) {
            var allowed = schema.putArray("enum");
            codes.forEach(allowed::add);
        }
    }
}
