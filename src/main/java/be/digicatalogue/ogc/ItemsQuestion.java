package be.digicatalogue.ogc;

import be.digicatalogue.fact.Message;
import be.digicatalogue.http.View;
import be.digicatalogue.question.Parameters;
import be.digicatalogue.record.RecordLookup;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * The query for features of a collection. A part that is {@code null} is no filter.
 *
 * @param limit 1 to {@value #MOST}; a larger number counts as that, as the standard requires
 * @param filters the filters, all of which must match
 * @param system the reference system of the answer
 */
record ItemsQuestion<T>(
        int limit, int offset, Box box, TimeSpan time, List<Filter<T>> filters, ReferenceSystem system) {

    static final int DEFAULT = 10;
    static final int MOST = 1_000;

    static final String LIMIT = "limit";
    static final String OFFSET = "offset";
    private static final String BBOX = "bbox";
    private static final String DATETIME = "datetime";
    private static final String FILTER = "filter";

    /** A URL has at most 16 kB. */
    private static final int LONGEST_FILTER = 4_000;

    private static final Pattern NUMBER =
            Pattern.compile("[+-]?([0-9]{1,12}(\\.[0-9]{0,20})?|\\.[0-9]{1,20})([eE][+-]?[0-9]{1,2})?");

    static <T> ItemsQuestion<T> read(
            Parameters parameters, OgcCollection<T> collection, RecordLookup records, View view) {
        var limit = parameters.whole(LIMIT, 1, Integer.MAX_VALUE);
        var offset = parameters.whole(OFFSET, 0, Integer.MAX_VALUE);
        var question = new ItemsQuestion<>(
                limit == null ? DEFAULT : Math.min(limit, MOST),
                offset == null ? 0 : offset,
                box(parameters),
                time(parameters),
                new ArrayList<Filter<T>>(),
                system(parameters));
        parameters.oneOf("filter-lang", List.of("cql2-text"));
        var filterSystem = reference(parameters, "filter-crs");
        var filter = parameters.lines(FILTER, LONGEST_FILTER);
        if (filter != null) {
            try {
                question.filters.add(Cql2.filter(filter, collection, filterSystem, records, view));
            } catch (BadFilter bad) {
                parameters.refuse(FILTER, bad.explanation());
            }
        }
        for (var queryable : collection.queryables()) {
            equal(parameters, queryable, records, collection.all(), view).ifPresent(question.filters::add);
        }
        return question;
    }

    /** The parameter {@code crs}; the default is longitude and latitude. */
    static ReferenceSystem system(Parameters parameters) {
        return reference(parameters, "crs");
    }

    private static ReferenceSystem reference(Parameters parameters, String name) {
        var uri = parameters.oneOf(name, ReferenceSystem.uris());
        return uri == null ? ReferenceSystem.CRS84 : ReferenceSystem.of(uri).orElseThrow();
    }

    private static Box box(Parameters parameters) {
        var system = reference(parameters, "bbox-crs");
        var value = parameters.text(BBOX);
        if (value == null) {
            return null;
        }
        var parts = value.split(",", -1);
        var numbers = new ArrayList<Double>();
        for (var part : parts) {
            if (NUMBER.matcher(part.strip()).matches()) {
                numbers.add(Double.valueOf(part.strip()));
            }
        }
        var box = numbers.size() == parts.length ? Box.of(numbers, system) : Optional.<Box>empty();
        if (box.isEmpty()) {
            parameters.expect(BBOX, Box.expected(system));
        }
        return box.orElse(null);
    }

    private static TimeSpan time(Parameters parameters) {
        var value = parameters.text(DATETIME);
        var time = value == null ? Optional.<TimeSpan>empty() : TimeSpan.of(value);
        if (value != null && time.isEmpty()) {
            parameters.expect(DATETIME, Message.of("expected.timeSpan"));
        }
        return time.orElse(null);
    }

    /** An attribute as a parameter: its value equals the argument, or one of its list does. */
    private static <T> Optional<Filter<T>> equal(
            Parameters parameters,
            Queryable<T> queryable,
            RecordLookup records,
            Function<RecordLookup, List<T>> all,
            View view) {
        Object wanted =
                switch (queryable.kind()) {
                    case NUMBER -> parameters.decimal(queryable.name());
                    case TRUTH -> truth(parameters, queryable.name());
                    case DAY -> parameters.day(queryable.name());
                    default -> known(parameters, queryable, records, all);
                };
        if (wanted == null) {
            return Optional.empty();
        }
        return Optional.of(record -> {
            var value = queryable.value().apply(record, view);
            return value instanceof List<?> list ? list.contains(wanted) : Objects.equals(value, wanted);
        });
    }

    /** GDAL writes 1 and 0. */
    private static Boolean truth(Parameters parameters, String name) {
        var sent = parameters.oneOf(name, List.of("true", "false", "1", "0"));
        return sent == null ? null : sent.equals("true") || sent.equals("1");
    }

    /** A text that the attribute can have. */
    private static <T> String known(
            Parameters parameters, Queryable<T> queryable, RecordLookup records, Function<RecordLookup, List<T>> all) {
        var sent = parameters.text(queryable.name());
        var expected = sent == null ? Optional.<Message>empty() : queryable.otherThan(sent, records, all);
        expected.ifPresent(other -> parameters.expect(queryable.name(), other));
        return expected.isPresent() ? null : sent;
    }

    /** The matching records, in order. */
    List<T> among(List<T> all, OgcCollection<T> collection) {
        if (box == null && time == null && filters.isEmpty()) {
            return all;
        }
        return all.stream()
                .filter(record -> time == null || time.meets(collection.period(record)))
                .filter(record -> filters.stream().allMatch(filter -> filter.test(record)))
                .filter(record -> box == null || isIn(box, record, collection))
                .toList();
    }

    /** A feature without a geometry matches every box, as the standard requires. */
    private static <T> boolean isIn(Box box, T record, OgcCollection<T> collection) {
        var geometry = collection.geometry(record);
        return geometry == null || box.meets(geometry);
    }
}
