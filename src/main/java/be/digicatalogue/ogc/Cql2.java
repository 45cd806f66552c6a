package be.digicatalogue.ogc;

import be.digicatalogue.fact.Message;
import be.digicatalogue.fact.Words;
import be.digicatalogue.http.View;
import be.digicatalogue.ogc.Interval.End;
import be.digicatalogue.ogc.Queryable.Kind;
import be.digicatalogue.question.Issue;
import be.digicatalogue.record.RecordLookup;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.DoubleBinaryOperator;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.util.GeometryFixer;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import org.locationtech.jts.operation.relateng.RelateNG;
import org.locationtech.jts.operation.relateng.RelatePredicate;
import org.locationtech.jts.operation.relateng.TopologyPredicate;

/**
 * Parses filters in CQL2 text (OGC 21-065r2) by recursive descent: comparisons with {@code AND}, {@code OR} and {@code NOT},
 * {@code LIKE}, {@code BETWEEN}, {@code IN}, {@code IS NULL}, {@code CASEI}, {@code ACCENTI}, arithmetic, the spatial,
 * temporal and array functions. There are no functions beyond those of the standard.
 */
final class Cql2<T> {

    /** The deepest nesting, beyond what anybody writes by hand; each level uses some stack frames. */
    private static final int DEEPEST = 50;

    /**
     * The largest number of points in all geometries of a filter together, because spatial relations compare every pair of
     * their edges.
     */
    private static final int MOST_POINTS = 500;

    /**
     * The largest number of points of an area whose rings cross, because the work grows with the crossings: 500 points can
     * take a minute.
     */
    private static final int MOST_CROSSING_POINTS = 30;

    private static final GeometryFactory GEOMETRIES = new GeometryFactory();

    /** The letters after a backslash, and the characters that they stand for. */
    private static final String ESCAPES = "abtnvfr'";

    private static final String ESCAPED = "\u0007\b\t\n\u000B\f\r'";

    /** As the grammar of the standard has it. */
    private static final Pattern SPACE =
            Pattern.compile("[\\t-\\r \\x85\\xA0\\u1680\\u2000-\\u200A\\u2028\\u2029\\u202F\\u205F\\u3000]+");

    private static final Pattern IDENTIFIER = Pattern.compile("[\\p{L}_:][\\p{L}\\p{N}_:.]*");
    private static final Pattern QUOTED_IDENTIFIER = Pattern.compile("\"([\\p{L}_:][\\p{L}\\p{N}_:.]*)\"");
    private static final Pattern NUMBER =
            Pattern.compile("[+-]?(?:[0-9]+(?:\\.[0-9]*)?|\\.[0-9]+)(?:[eE][+-]?[0-9]{1,3})?");
    private static final Pattern OPERATOR = Pattern.compile("<>|<=|>=|=|<|>");

    private static final Set<String> GEOMETRY_TYPES = Set.of(
            "POINT", "LINESTRING", "POLYGON", "MULTIPOINT", "MULTILINESTRING", "MULTIPOLYGON", "GEOMETRYCOLLECTION");

    private static final Map<String, Supplier<TopologyPredicate>> SPATIAL = Map.of(
            "S_INTERSECTS", RelatePredicate::intersects,
            "S_EQUALS", RelatePredicate::equalsTopo,
            "S_DISJOINT", RelatePredicate::disjoint,
            "S_TOUCHES", RelatePredicate::touches,
            "S_WITHIN", RelatePredicate::within,
            "S_OVERLAPS", RelatePredicate::overlaps,
            "S_CROSSES", RelatePredicate::crosses,
            "S_CONTAINS", RelatePredicate::contains);

    /** The function with the same meaning when its geometries are swapped, where it is another one. */
    private static final Map<String, String> TURNED = Map.of("S_WITHIN", "S_CONTAINS", "S_CONTAINS", "S_WITHIN");

    private static final Map<String, BiPredicate<Set<?>, Set<?>>> ARRAYS = Map.of(
            "A_EQUALS",
            Set::equals,
            "A_CONTAINS",
            Set::containsAll,
            "A_CONTAINEDBY",
            (some, all) -> all.containsAll(some),
            "A_OVERLAPS",
            (some, others) -> some.stream().anyMatch(others::contains));

    private static final List<String> COMPARISONS =
            List.of("=", "<>", "<", ">", "<=", ">=", "LIKE", "BETWEEN", "IN", "IS NULL");

    /** Names the functions that compare the values of a type that operators do not compare. */
    private static final Map<Kind, Message> FUNCTIONS = Map.of(
            Kind.TEXTS, Message.of("filter.compareList", sorted(ARRAYS.keySet())),
            Kind.LIST, Message.of("filter.compareList", sorted(ARRAYS.keySet())),
            Kind.GEOMETRY, Message.of("filter.compareGeometry", sorted(SPATIAL.keySet())),
            Kind.INTERVAL, Message.of("filter.compareInterval", TemporalRelation.names()));

    /** All functions, and what looks like one. */
    private static final List<String> NAMES = Stream.of(
                    List.of("ACCENTI", "CASEI", "DATE", "TIMESTAMP", "INTERVAL", "BBOX"),
                    sorted(SPATIAL.keySet()),
                    TemporalRelation.names(),
                    sorted(ARRAYS.keySet()))
            .flatMap(List::stream)
            .toList();

    private static final Set<String> RESERVED = Set.of(
            "AND",
            "OR",
            "NOT",
            "LIKE",
            "BETWEEN",
            "IN",
            "IS",
            "NULL",
            "TRUE",
            "FALSE",
            "CASEI",
            "ACCENTI",
            "DATE",
            "TIMESTAMP",
            "INTERVAL",
            "BBOX");

    private final String text;
    private final OgcCollection<T> collection;
    private final ReferenceSystem system;
    private final RecordLookup records;
    private final View view;
    /** The geometries of records in the system of the filter, each computed once, however often the filter uses it. */
    private final Map<T, Geometry> places = new IdentityHashMap<>();

    private int at;
    private int depth;
    private int points;

    /**
     * A part of a filter with a value for each record, {@code null} when unknown.
     *
     * @param attribute the attribute that it is; {@code null} for everything else
     */
    private record Expression<T>(int at, Kind kind, Function<T, ?> value, boolean constant, Queryable<T> attribute) {

        private Expression(int at, Kind kind, Function<T, ?> value, boolean constant) {
            this(at, kind, value, constant, null);
        }

        /** The value of a constant. */
        private Object known() {
            return value.apply(null);
        }
    }

    private Cql2(String text, OgcCollection<T> collection, ReferenceSystem system, RecordLookup records, View view) {
        this.text = text;
        this.collection = collection;
        this.system = system;
        this.records = records;
        this.view = view;
    }

    /**
     * Parses a filter on a collection.
     *
     * @param system the reference system of its geometries
     * @param records the records that attributes can refer to
     * @param view the view in which attributes have their values
     * @throws BadFilter when it is invalid, uses unknown attributes, functions or values, or compares incompatible values
     */
    static <T> Filter<T> filter(
            String text, OgcCollection<T> collection, ReferenceSystem system, RecordLookup records, View view) {
        var reader = new Cql2<>(text, collection, system, records, view);
        var filter = reader.truth(reader.either());
        reader.space();
        if (reader.at < text.length()) {
            throw reader.bad(Message.of("expected.end"));
        }
        return filter;
    }

    /** What {@code OR} joins, or a single expression of any type. */
    private Expression<T> either() {
        return joined(this::both, "OR", Filter::any);
    }

    private Expression<T> both() {
        return joined(this::factor, "AND", Filter::all);
    }

    private Expression<T> joined(
            Supplier<Expression<T>> part, String keyword, Function<List<Filter<T>>, Filter<T>> join) {
        var first = part.get();
        if (!peek().equalsIgnoreCase(keyword)) {
            return first;
        }
        var filters = new ArrayList<Filter<T>>(List.of(truth(first)));
        while (accept(keyword)) {
            filters.add(truth(part.get()));
        }
        return condition(first.at(), join.apply(filters));
    }

    private Expression<T> factor() {
        int begin = at;
        if (!accept("NOT")) {
            return predicate();
        }
        deeper();
        var filter = truth(factor());
        depth--;
        return condition(begin, filter.not());
    }

    private void deeper() {
        if (++depth > DEEPEST) {
            throw BadFilter.wrong(at + 1, Message.of("filter.tooDeep", DEEPEST));
        }
    }

    private Expression<T> condition(int begin, Filter<T> filter) {
        return new Expression<>(begin, Kind.TRUTH, filter, false);
    }

    /** An expression that was read and must be true or false. */
    private Filter<T> truth(Expression<T> expression) {
        if (expression.kind() != Kind.TRUTH) {
            space();
            throw bad(Message.of("expected.comparison", COMPARISONS));
        }
        var value = expression.value();
        return record -> (Boolean) value.apply(record);
    }

    private Expression<T> predicate() {
        var left = sum();
        boolean not = accept("NOT");
        Filter<T> filter;
        if (accept("LIKE")) {
            filter = like(left);
        } else if (accept("BETWEEN")) {
            filter = between(left);
        } else if (accept("IN")) {
            filter = in(left);
        } else if (not) {
            throw bad(Message.of("expected.oneOf", List.of("LIKE", "BETWEEN", "IN")));
        } else if (accept("IS")) {
            boolean isNot = accept("NOT");
            expect("NULL");
            var value = left.value();
            filter = record -> value.apply(record) == null != isNot;
        } else {
            var operator = match(OPERATOR);
            if (operator == null) {
                return left;
            }
            filter = comparison(left, operator, sum());
        }
        return condition(left.at(), not ? filter.not() : filter);
    }

    // Arithmetic, by rising precedence. Other expressions pass through, and so do those of unknown type.

    private Expression<T> sum() {
        var left = product();
        while (true) {
            if (symbol('+')) {
                left = arithmetic(left, product(), Double::sum);
            } else if (symbol('-')) {
                left = arithmetic(left, product(), (one, other) -> one - other);
            } else {
                return left;
            }
        }
    }

    private Expression<T> product() {
        var left = power();
        while (true) {
            if (symbol('*')) {
                left = arithmetic(left, power(), (one, other) -> one * other);
            } else if (symbol('/')) {
                left = arithmetic(left, power(), (one, other) -> one / other);
            } else if (symbol('%')) {
                left = arithmetic(left, power(), (one, other) -> one % other);
            } else if (accept("DIV")) {
                left = arithmetic(left, power(), (one, other) -> Math.rint((one - one % other) / other));
            } else {
                return left;
            }
        }
    }

    private Expression<T> power() {
        var base = operand();
        return symbol('^') ? arithmetic(base, operand(), Math::pow) : base;
    }

    /** The result of an operation on two numbers; unknown where mathematics has none, as for a division by zero. */
    private Expression<T> arithmetic(Expression<T> left, Expression<T> right, DoubleBinaryOperator operator) {
        for (var operand : List.of(left, right)) {
            if (operand.kind() != Kind.NUMBER) {
                throw BadFilter.expected(operand.at() + 1, Kind.NUMBER.literal());
            }
        }
        Function<T, Double> result = record -> {
            var one = (Double) left.value().apply(record);
            var other = (Double) right.value().apply(record);
            if (one == null || other == null) {
                return null;
            }
            double number = operator.applyAsDouble(one, other);
            return Double.isFinite(number) ? number : null;
        };
        if (left.constant() && right.constant()) {
            return constant(left.at(), Kind.NUMBER, result.apply(null));
        }
        return new Expression<>(left.at(), Kind.NUMBER, result, false);
    }

    private Filter<T> comparison(Expression<T> left, String operator, Expression<T> right) {
        var functions = FUNCTIONS.get(left.kind());
        if (functions != null) {
            throw BadFilter.wrong(left.at() + 1, functions);
        }
        boolean equality = operator.equals("=") || operator.equals("<>");
        if ((left.kind() == Kind.TRUTH || right.kind() == Kind.TRUTH) && !equality) {
            throw BadFilter.wrong(left.at() + 1, Message.of("filter.compareTruth"));
        }
        var first = as(left, right).value();
        var second = as(right, left).value();
        same(as(left, right), as(right, left));
        if (equality) {
            mustKnow(left, right);
            mustKnow(right, left);
        }
        return record -> {
            var one = first.apply(record);
            var other = second.apply(record);
            if (one == null || other == null) {
                return null;
            }
            int order = compare(one, other);
            return switch (operator) {
                case "=" -> order == 0;
                case "<>" -> order != 0;
                case "<" -> order < 0;
                case ">" -> order > 0;
                case "<=" -> order <= 0;
                default -> order >= 0;
            };
        };
    }

    /** An expression, or where the other is true or false the numbers 1 and 0 as such: GDAL writes them this way. */
    private Expression<T> as(Expression<T> one, Expression<T> other) {
        if (other.kind() == Kind.TRUTH && one.kind() == Kind.NUMBER && one.constant()) {
            var number = (Double) one.known();
            if (number != null && (number == 0 || number == 1)) {
                return constant(one.at(), Kind.TRUTH, number == 1);
            }
        }
        return one;
    }

    /** Refuses a text that an attribute with known values cannot have, because it would find nothing without a word. */
    private void mustKnow(Expression<T> attribute, Expression<T> constant) {
        if (attribute.attribute() != null && constant.constant()) {
            var values = constant.known() instanceof List<?> list ? list : List.of(constant.known());
            for (var value : values) {
                if (value instanceof String known) {
                    attribute
                            .attribute()
                            .otherThan(known, records, collection.all())
                            .ifPresent(expected -> {
                                throw BadFilter.wrong(
                                        constant.at() + 1,
                                        Message.of(
                                                "filter.unknownValue",
                                                Issue.shown(known),
                                                attribute.attribute().name(),
                                                expected));
                            });
                }
            }
        }
    }

    private Filter<T> between(Expression<T> value) {
        if (value.kind() != Kind.NUMBER && value.kind() != Kind.DAY && value.kind() != Kind.INSTANT) {
            throw BadFilter.wrong(value.at() + 1, Message.of("filter.between"));
        }
        var least = sum();
        expect("AND");
        var most = sum();
        return Filter.all(List.of(comparison(value, ">=", least), comparison(value, "<=", most)));
    }

    private Filter<T> in(Expression<T> value) {
        expect('(');
        var equal = new ArrayList<Filter<T>>();
        do {
            equal.add(comparison(value, "=", sum()));
        } while (symbol(','));
        expect(')');
        return Filter.any(equal);
    }

    private Filter<T> like(Expression<T> value) {
        if (value.kind() != Kind.TEXT) {
            throw BadFilter.wrong(value.at() + 1, Message.of("filter.like"));
        }
        var pattern = sum();
        if (pattern.kind() != Kind.TEXT || !pattern.constant()) {
            throw BadFilter.expected(pattern.at() + 1, Message.of("expected.pattern"));
        }
        var wildcards = (String) pattern.known();
        return record -> {
            var known = (String) value.value().apply(record);
            return known == null ? null : matches(known, wildcards);
        };
    }

    /**
     * True when a text matches a pattern: {@code %} stands for any characters, {@code _} for one, {@code \} escapes either.
     * It backtracks to the last {@code %} only, so no pattern takes long.
     */
    static boolean matches(String text, String pattern) {
        int t = 0;
        int p = 0;
        int afterAny = -1;
        int retry = 0;
        while (t < text.length()) {
            if (p < pattern.length() && pattern.charAt(p) == '%') {
                afterAny = ++p;
                retry = t;
                continue;
            }
            boolean escaped = p + 1 < pattern.length() && pattern.charAt(p) == '\\';
            int plain = escaped ? p + 1 : p;
            if (plain < pattern.length()
                    && (!escaped && pattern.charAt(plain) == '_' || pattern.charAt(plain) == text.charAt(t))) {
                t++;
                p = plain + 1;
            } else if (afterAny >= 0) {
                p = afterAny;
                t = ++retry;
            } else {
                return false;
            }
        }
        while (p < pattern.length() && pattern.charAt(p) == '%') {
            p++;
        }
        return p == pattern.length();
    }

    private Filter<T> spatial(String function) {
        expect('(');
        var left = geometry();
        expect(',');
        var right = geometry();
        expect(')');
        var predicate = SPATIAL.get(function);
        if (left.constant() && right.constant()) {
            boolean always = RelateNG.relate((Geometry) left.known(), (Geometry) right.known(), predicate.get());
            return record -> always;
        }
        if (left.constant()) {
            return against((Geometry) left.known(), right, predicate);
        }
        if (right.constant()) {
            return against((Geometry) right.known(), left, SPATIAL.get(TURNED.getOrDefault(function, function)));
        }
        return record -> {
            var one = (Geometry) left.value().apply(record);
            var other = (Geometry) right.value().apply(record);
            return one == null || other == null ? null : RelateNG.relate(one, other, predicate.get());
        };
    }

    /** The spatial relation of one geometry to that of each record. The geometry is prepared once for all records. */
    private Filter<T> against(Geometry constant, Expression<T> property, Supplier<TopologyPredicate> predicate) {
        var prepared = RelateNG.prepare(constant);
        return record -> {
            var geometry = (Geometry) property.value().apply(record);
            return geometry == null ? null : prepared.evaluate(geometry, predicate.get());
        };
    }

    private Geometry place(T record) {
        return places.computeIfAbsent(record, one -> {
            var geometry = collection.geometry(one);
            return geometry == null ? null : system.fromLonLat(geometry);
        });
    }

    private Filter<T> temporal(TemporalRelation relation) {
        expect('(');
        var left = time(relation);
        expect(',');
        var right = time(relation);
        expect(')');
        return record -> {
            var one = Interval.of(left.value().apply(record));
            var other = Interval.of(right.value().apply(record));
            return one == null || other == null ? null : relation.holds(one, other);
        };
    }

    private Expression<T> time(TemporalRelation relation) {
        var time = sum();
        if (time.kind() != Kind.INTERVAL
                && (relation.ofIntervalsOnly() || time.kind() != Kind.DAY && time.kind() != Kind.INSTANT)) {
            throw BadFilter.expected(
                    time.at() + 1, relation.ofIntervalsOnly() ? Kind.INTERVAL.literal() : Message.of("expected.time"));
        }
        return time;
    }

    /** An interval of two days or instants, each written as a text or an attribute; {@code '..'} leaves an end open. */
    private Expression<T> interval(int begin) {
        expect('(');
        var from = end(End.FIRST);
        expect(',');
        var to = end(End.LAST);
        expect(')');
        Function<T, Interval> interval = record -> {
            var first = End.of(from.value().apply(record));
            var last = End.of(to.value().apply(record));
            return first == null || last == null ? null : new Interval(first, last);
        };
        if (!from.constant() || !to.constant()) {
            return new Expression<>(begin, Kind.INTERVAL, interval, false);
        }
        var always = interval.apply(null);
        if (always.to().isBefore(always.from())) {
            throw BadFilter.expected(begin + 1, Kind.INTERVAL.literal());
        }
        return constant(begin, Kind.INTERVAL, always);
    }

    private Expression<T> end(End open) {
        space();
        int begin = at;
        var literal = literal();
        if (literal == null) {
            var property = sum();
            if (property.kind() == Kind.DAY || property.kind() == Kind.INSTANT) {
                return property;
            }
        } else {
            var end = literal.equals("..") ? Optional.of(open) : End.parsed(literal);
            if (end.isPresent()) {
                return constant(begin, Kind.INSTANT, end.get());
            }
        }
        throw BadFilter.expected(begin + 1, Message.of("expected.intervalEnd"));
    }

    private Filter<T> arrays(BiPredicate<Set<?>, Set<?>> predicate) {
        expect('(');
        var left = array();
        expect(',');
        var right = array();
        expect(')');
        mustHold(left, right);
        mustHold(right, left);
        mustKnow(left, right);
        mustKnow(right, left);
        return record -> {
            var one = (List<?>) left.value().apply(record);
            var other = (List<?>) right.value().apply(record);
            return one == null || other == null ? null : predicate.test(new HashSet<>(one), new HashSet<>(other));
        };
    }

    /** Refuses a list with other values than texts for an attribute that has only texts. */
    private void mustHold(Expression<T> attribute, Expression<T> list) {
        if (attribute.attribute() != null && attribute.kind() == Kind.TEXTS && list.kind() == Kind.LIST) {
            throw BadFilter.expected(list.at() + 1, Kind.TEXT.literal());
        }
    }

    private Expression<T> array() {
        space();
        int begin = at;
        if (!symbol('(')) {
            var property = property();
            if (property.kind() != Kind.TEXTS && property.kind() != Kind.LIST) {
                throw BadFilter.expected(begin + 1, Message.of("expected.listAttribute", Kind.TEXTS.literal()));
            }
            return property;
        }
        var elements = new ArrayList<Expression<T>>();
        if (!symbol(')')) {
            do {
                elements.add(sum());
            } while (symbol(','));
            expect(')');
        }
        var other =
                elements.stream().filter(element -> element.kind() != Kind.TEXT).findFirst();
        Function<T, List<?>> values = record ->
                elements.stream().map(element -> element.value().apply(record)).toList();
        boolean constant = elements.stream().allMatch(Expression::constant);
        var always = constant ? values.apply(null) : null;
        return new Expression<>(
                other.map(Expression::at).orElse(begin),
                other.isPresent() ? Kind.LIST : Kind.TEXTS,
                constant ? record -> always : values,
                constant);
    }

    /** A single value: something in parentheses, a literal, a function or an attribute. */
    private Expression<T> operand() {
        space();
        int begin = at;
        if (symbol('(')) {
            deeper();
            var inner = either();
            depth--;
            expect(')');
            return inner;
        }
        var literal = literal();
        if (literal != null) {
            return constant(begin, Kind.TEXT, literal);
        }
        var number = match(NUMBER);
        if (number != null) {
            return constant(begin, Kind.NUMBER, Double.valueOf(number));
        }
        if (symbol('-')) {
            deeper();
            var negative = arithmetic(constant(begin, Kind.NUMBER, 0.0), operand(), (zero, value) -> zero - value);
            depth--;
            return negative;
        }
        var name = peek().toUpperCase(Locale.ROOT);
        if (GEOMETRY_TYPES.contains(name)) {
            return constant(begin, Kind.GEOMETRY, shape(begin));
        }
        switch (name) {
            case "TRUE", "FALSE" -> {
                return constant(begin, Kind.TRUTH, identifier().equalsIgnoreCase("true"));
            }
            case "DATE" -> {
                return temporal(begin, Kind.DAY, LocalDate::parse);
            }
            case "TIMESTAMP" -> {
                return temporal(begin, Kind.INSTANT, TimeSpan::instant);
            }
            case "INTERVAL" -> {
                identifier();
                return interval(begin);
            }
            case "BBOX" -> {
                return constant(begin, Kind.GEOMETRY, box(begin));
            }
            case "CASEI" -> {
                return folded(begin, Cql2::withoutCase);
            }
            case "ACCENTI" -> {
                return folded(begin, Words::withoutAccents);
            }
            default -> {
                return function(begin, name).orElseGet(this::property);
            }
        }
    }

    private Optional<Expression<T>> function(int begin, String name) {
        var relation = TemporalRelation.named(name);
        if (!SPATIAL.containsKey(name) && !ARRAYS.containsKey(name) && relation.isEmpty()) {
            return Optional.empty();
        }
        identifier();
        return Optional.of(condition(
                begin,
                SPATIAL.containsKey(name)
                        ? spatial(name)
                        : ARRAYS.containsKey(name) ? arrays(ARRAYS.get(name)) : temporal(relation.get())));
    }

    private Expression<T> temporal(int begin, Kind kind, Function<String, ?> reading) {
        identifier();
        expect('(');
        space();
        int quoted = at;
        var literal = literal();
        try {
            if (literal != null) {
                var value = reading.apply(literal);
                expect(')');
                return constant(begin, kind, value);
            }
        } catch (DateTimeException malformed) {
            // rejected below
        }
        throw BadFilter.expected(quoted + 1, kind.literal());
    }

    private Expression<T> folded(int begin, Function<String, String> folding) {
        identifier();
        expect('(');
        deeper();
        var inner = sum();
        depth--;
        if (inner.kind() != Kind.TEXT) {
            throw BadFilter.expected(inner.at() + 1, Kind.TEXT.literal());
        }
        expect(')');
        var value = inner.value();
        if (inner.constant()) {
            return constant(begin, Kind.TEXT, folding.apply((String) inner.known()));
        }
        return new Expression<>(
                begin,
                Kind.TEXT,
                record -> {
                    var known = (String) value.apply(record);
                    return known == null ? null : folding.apply(known);
                },
                false);
    }

    /** Full case folding: upper case first, because that of ß has two letters. */
    private static String withoutCase(String text) {
        return text.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    }

    private Expression<T> property() {
        space();
        int begin = at;
        var quoted = match(QUOTED_IDENTIFIER);
        if (quoted == null && RESERVED.contains(peek().toUpperCase(Locale.ROOT))) {
            throw bad(Message.of("expected.attributeOrValue"));
        }
        var name = quoted == null ? identifier() : quoted.substring(1, quoted.length() - 1);
        if (quoted == null && symbol('(')) {
            throw BadFilter.wrong(begin + 1, Message.of("filter.noSuchFunction", name, NAMES));
        }
        if (name.equals(OgcCollection.GEOMETRY)) {
            return new Expression<>(begin, Kind.GEOMETRY, this::place, false);
        }
        return collection
                .queryable(name)
                .map(queryable -> new Expression<T>(
                        begin, queryable.kind(), record -> queryable.value().apply(record, view), false, queryable))
                .orElseThrow(() -> BadFilter.wrong(
                        begin + 1,
                        Message.of(
                                "filter.noSuchAttribute",
                                name,
                                Stream.concat(
                                                Stream.of(OgcCollection.GEOMETRY),
                                                collection.queryables().stream().map(Queryable::name))
                                        .toList())));
    }

    private Expression<T> geometry() {
        space();
        int begin = at;
        var geometry = operand();
        if (geometry.kind() != Kind.GEOMETRY) {
            throw BadFilter.expected(begin + 1, Message.of("expected.geometryOrBox", OgcCollection.GEOMETRY));
        }
        return geometry;
    }

    private Geometry box(int begin) {
        identifier();
        expect('(');
        var numbers = new ArrayList<Double>();
        do {
            space();
            var number = match(NUMBER);
            if (number == null) {
                throw bad(Message.of("expected.number"));
            }
            numbers.add(Double.valueOf(number));
        } while (symbol(','));
        expect(')');
        return Box.of(numbers, system)
                .map(Box::geometry)
                .orElseThrow(() -> BadFilter.expected(begin + 1, Box.expected(system)));
    }

    private Geometry shape(int begin) {
        int open = 0;
        int end = begin;
        do {
            char next = end < text.length() ? text.charAt(end) : 0;
            open += next == '(' ? 1 : next == ')' ? -1 : 0;
            if (next == 0 || open > DEEPEST) {
                throw BadFilter.expected(begin + 1, Message.of("expected.wkt"));
            }
            end++;
        } while (open > 0 || text.charAt(end - 1) != ')');
        try {
            var shape = new WKTReader(GEOMETRIES)
                    .read(SPACE.matcher(text.substring(begin, end)).replaceAll(" "));
            points += shape.getNumPoints();
            if (points > MOST_POINTS) {
                throw BadFilter.wrong(begin + 1, Message.of("filter.tooManyPoints", MOST_POINTS));
            }
            for (var point : shape.getCoordinates()) {
                if (!system.domain().contains(point)) {
                    throw BadFilter.wrong(begin + 1, Message.of("filter.outside", Box.limits(system)));
                }
            }
            boolean valid = shape.isValid();
            if (shape.isEmpty() || !valid && shape.getNumPoints() > MOST_CROSSING_POINTS) {
                throw BadFilter.wrong(begin + 1, Message.of("filter.invalidGeometry", MOST_CROSSING_POINTS));
            }
            // As in examples of the standard: the area that its rings enclose.
            shape = valid ? shape : GeometryFixer.fix(shape);
            at = end;
            return shape;
        } catch (ParseException | IllegalArgumentException malformed) {
            throw BadFilter.expected(begin + 1, Message.of("expected.wkt"));
        }
    }

    private void same(Expression<T> left, Expression<T> right) {
        if (left.kind() != right.kind()) {
            throw right.constant() || !left.constant()
                    ? BadFilter.expected(right.at() + 1, left.kind().literal())
                    : BadFilter.expected(left.at() + 1, right.kind().literal());
        }
    }

    /** Compares two values of the same ordered type. */
    @SuppressWarnings({"unchecked", "rawtypes"})
    private static int compare(Object one, Object other) {
        return ((Comparable) one).compareTo(other);
    }

    private Expression<T> constant(int begin, Kind kind, Object value) {
        return new Expression<>(begin, kind, record -> value, true);
    }

    // Lexer: reads at the current position, ignoring the case of words and spaces between them.

    private void space() {
        var matcher = SPACE.matcher(text).region(at, text.length());
        if (matcher.lookingAt()) {
            at = matcher.end();
        }
    }

    private String match(Pattern pattern) {
        space();
        var matcher = pattern.matcher(text).region(at, text.length());
        if (!matcher.lookingAt()) {
            return null;
        }
        at = matcher.end();
        return matcher.group();
    }

    /**
     * A text in single quotes. A quote within it is doubled or escaped with a backslash, as are some invisible characters.
     * Before other characters a backslash is kept, because patterns use it.
     */
    private String literal() {
        space();
        if (at == text.length() || text.charAt(at) != '\'') {
            return null;
        }
        var literal = new StringBuilder();
        for (int i = at + 1; i < text.length(); i++) {
            char sign = text.charAt(i);
            char next = i + 1 < text.length() ? text.charAt(i + 1) : 0;
            if (sign == '\'' && next != '\'') {
                at = i + 1;
                return literal.toString();
            }
            int escape = ESCAPES.indexOf(next);
            if (sign == '\'') {
                literal.append(sign);
                i++;
            } else if (sign == '\\' && escape >= 0) {
                literal.append(ESCAPED.charAt(escape));
                i++;
            } else if (sign == '\\' && next != 0) {
                literal.append(sign).append(next);
                i++;
            } else {
                literal.append(sign);
            }
        }
        throw BadFilter.wrong(at + 1, Message.of("filter.openText"));
    }

    private String peek() {
        space();
        int begin = at;
        var word = match(IDENTIFIER);
        at = begin;
        return word == null ? "" : word;
    }

    private String identifier() {
        var word = match(IDENTIFIER);
        if (word == null) {
            throw bad(Message.of("expected.attributeOrValue"));
        }
        return word;
    }

    private boolean accept(String keyword) {
        if (peek().equalsIgnoreCase(keyword)) {
            identifier();
            return true;
        }
        return false;
    }

    private void expect(String keyword) {
        if (!accept(keyword)) {
            throw bad(Message.of("expected.symbol", keyword));
        }
    }

    private boolean symbol(char symbol) {
        space();
        if (at < text.length() && text.charAt(at) == symbol) {
            at++;
            return true;
        }
        return false;
    }

    private void expect(char symbol) {
        if (!symbol(symbol)) {
            throw bad(Message.of("expected.symbol", symbol));
        }
    }

    private BadFilter bad(Message expected) {
        return BadFilter.expected(at + 1, expected);
    }

    private static List<String> sorted(Set<String> names) {
        return names.stream().sorted().toList();
    }
}
