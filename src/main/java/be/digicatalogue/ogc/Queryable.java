package be.digicatalogue.ogc;

import be.digicatalogue.fact.Coded;
import be.digicatalogue.fact.Lasting;
import be.digicatalogue.fact.Reference;
import be.digicatalogue.http.View;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * An attribute of features that filters and parameters can ask about.
 *
 * @param codes the values that it can have, where they are known beforehand
 * @param value of a record in a view: a text, number, truth, day or list of texts by its kind; {@code null} when unknown
 */
public record Queryable<T>(String name, Kind kind, String title, List<String> codes, BiFunction<T, View, ?> value) {

    /** What sort of values an attribute has, and how a schema says so. */
    public enum Kind {
        TEXT("a text in single quotes"),
        NUMBER("a number"),
        TRUTH("TRUE or FALSE"),
        DAY("a day as DATE('2023-10-31')"),
        /** Compared by instants; no attribute has them, but filters can. */
        INSTANT("an instant as TIMESTAMP('2023-10-31T12:00:00Z')"),
        TEXTS("a list of texts as ('one','two')"),
        GEOMETRY("a geometry");

        private final String literal;

        Kind(String literal) {
            this.literal = literal;
        }

        /** How a filter writes a value of it. */
        String literal() {
            return literal;
        }
    }

    private static <T> Queryable<T> of(String name, Kind kind, String title, List<String> codes, Function<T, ?> value) {
        return new Queryable<>(name, kind, title, codes, (record, view) -> value.apply(record));
    }

    static <T> Queryable<T> text(String name, String title, Function<T, String> value) {
        return of(name, Kind.TEXT, title, List.of(), value);
    }

    /** The id of another record. */
    static <T> Queryable<T> reference(String name, String title, Function<T, Reference> value) {
        return text(name, title, record -> id(value.apply(record)));
    }

    /** What another record is called. */
    static <T> Queryable<T> nameOf(String name, String title, Function<T, Reference> value) {
        return new Queryable<>(name, Kind.TEXT, title, List.of(), (record, view) -> {
            var reference = value.apply(record);
            return reference == null ? null : view.name(reference).orElse(null);
        });
    }

    /** Whether the last day is over. */
    static <T> Queryable<T> ended(Function<T, Lasting> value) {
        return new Queryable<>(
                "ended",
                Kind.TRUTH,
                "Whether the last day is over",
                List.of(),
                (record, view) -> value.apply(record).validTo() == null ? null : view.ended(value.apply(record)));
    }

    static <T, C extends Enum<C> & Coded> Queryable<T> code(
            String name, String title, Class<C> codes, Function<T, C> value) {
        return of(name, Kind.TEXT, title, Coded.codes(codes), record -> code(value.apply(record)));
    }

    static <T> Queryable<T> number(String name, String title, Function<T, ? extends Number> value) {
        return of(name, Kind.NUMBER, title, List.of(), record -> {
            var number = value.apply(record);
            return number == null ? null : number.doubleValue();
        });
    }

    static <T> Queryable<T> day(String name, String title, Function<T, LocalDate> value) {
        return of(name, Kind.DAY, title, List.of(), value);
    }

    static <T> Queryable<T> texts(String name, String title, List<String> codes, Function<T, List<String>> value) {
        return of(name, Kind.TEXTS, title, codes, value);
    }

    /** The ids of other records. */
    static <T> Queryable<T> references(String name, String title, Function<T, List<Reference>> value) {
        return texts(name, title, List.of(), record -> value.apply(record).stream()
                .map(Reference::id)
                .toList());
    }

    private static String id(Reference reference) {
        return reference == null ? null : reference.id();
    }

    private static String code(Coded coded) {
        return coded == null ? null : coded.code();
    }

    /** Its part of a JSON schema. */
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
