package be.digicatalogue.ogc;

import be.digicatalogue.fact.Message;
import be.digicatalogue.fact.Words;
import be.digicatalogue.http.View;
import be.digicatalogue.ogc.Queryable.Kind;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import org.locationtech.jts.operation.relateng.RelateNG;
import org.locationtech.jts.operation.relateng.RelatePredicate;
import org.locationtech.jts.operation.relateng.TopologyPredicate;

/**
 * Parses filters in CQL2 text (OGC 21-065r2) by recursive descent: comparisons with {@code AND}, {@code OR} and {@code NOT},
 * {@code LIKE}, {@code BETWEEN}, {@code IN}, {@code IS NULL}, {@code CASEI}, {@code ACCENTI}, the spatial and the array
 * functions. Arithmetic, custom functions and temporal functions are not supported; days and instants can be compared with
 * {@code <} and {@code >}.
 */
final class Cql2<T> {

    /** The deepest nesting, beyond what anybody writes by hand; each level uses some stack frames. */
    private static final int DEEPEST = 50;

    /**
     * The largest number of points in all geometries of a filter together, because spatial relations compare every pair of
     * their edges.
     */
    private static final int MOST_POINTS = 500;

    private static final GeometryFactory GEOMETRIES = new GeometryFactory();

    /** The letters after a backslash, and the characters that they stand for. */
    private static final String ESCAPES = "abtnvfr'";

    private static final String ESCAPED = "\u0007\b\t\n\u000B\f\r'";

    private static final Pattern SPACE = Pattern.compile("\\s*");
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

    private static final Map<String, BiPredicate<Set<String>, Set<String>>> ARRAYS = Map.of(
            "A_EQUALS",
            Set::equals,
            "A_CONTAINS",
            Set::containsAll,
            "A_CONTAINEDBY",
            (some, all) -> all.containsAll(some),
            "A_OVERLAPS",
            (some, others) -> some.stream().anyMatch(others::contains));

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
    private final View view;
    /** The geometries of records in the system of the filter, each computed once, however often the filter uses it. */
    private final Map<T, Geometry> places = new IdentityHashMap<>();

    private int at;
    private int depth;
    private int points;

    /** A part of a filter with a value for each record, {@code null} when unknown. */
    private record Expression<T>(int at, Kind kind, Function<T, ?> value, boolean constant) {}

    private Cql2(String text, OgcCollection<T> collection, ReferenceSystem system, View view) {
        this.text = text;
        this.collection = collection;
        this.system = system;
        this.view = view;
    }

    /**
     * Parses a filter on a collection.
     *
     * @param system the reference system of its geometries
     * @param view the view in which attributes have their values
     * @throws BadFilter when it is invalid, uses unknown attributes, or compares incompatible values
     */
    static <T> Filter<T> filter(String text, OgcCollection<T> collection, ReferenceSystem system, View view) {
        var reader = new Cql2<>(text, collection, system, view);
        var filter = reader.either();
        reader.space();
        if (reader.at < text.length()) {
            throw reader.bad(Message.of("expected.end"));
        }
        return filter;
    }

    private Filter<T> either() {
        var filters = new ArrayList<Filter<T>>();
        do {
            filters.add(both());
        } while (accept("OR"));
        return Filter.any(filters);
    }

    private Filter<T> both() {
        var filters = new ArrayList<Filter<T>>();
        do {
            filters.add(factor());
        } while (accept("AND"));
        return Filter.all(filters);
    }

    private Filter<T> factor() {
        if (++depth > DEEPEST) {
            throw BadFilter.wrong(at + 1, Message.of("filter.tooDeep", DEEPEST));
        }
        var filter = accept("NOT") ? factor().not() : primary();
        depth--;
        return filter;
    }

    private Filter<T> primary() {
        if (symbol('(')) {
            var inner = either();
            expect(')');
            return inner;
        }
        var name = peek().toUpperCase(Locale.ROOT);
        if (SPATIAL.containsKey(name)) {
            return spatial(name);
        }
        if (ARRAYS.containsKey(name)) {
            return arrays(ARRAYS.get(name));
        }
        var left = scalar();
        boolean not = accept("NOT");
        if (accept("LIKE")) {
            var like = like(left);
            return not ? like.not() : like;
        }
        if (accept("BETWEEN")) {
            var between = between(left);
            return not ? between.not() : between;
        }
        if (accept("IN")) {
            var in = in(left);
            return not ? in.not() : in;
        }
        if (not) {
            throw bad(Message.of("expected.oneOf", List.of("LIKE", "BETWEEN", "IN")));
        }
        if (accept("IS")) {
            boolean isNot = accept("NOT");
            expect("NULL");
            var value = left.value();
            return record -> value.apply(record) == null != isNot;
        }
        var operator = match(OPERATOR);
        if (operator != null) {
            return comparison(left, operator, scalar());
        }
        if (left.kind() == Kind.TRUTH && left.constant()) {
            return record -> (Boolean) left.value().apply(record);
        }
        throw bad(Message.of(
                "expected.comparison", List.of("=", "<>", "<", ">", "<=", ">=", "LIKE", "BETWEEN", "IN", "IS NULL")));
    }

    private Filter<T> comparison(Expression<T> left, String operator, Expression<T> right) {
        if (left.kind() == Kind.TEXTS || left.kind() == Kind.GEOMETRY) {
            throw BadFilter.wrong(
                    left.at() + 1,
                    left.kind() == Kind.TEXTS
                            ? Message.of("filter.compareList", sorted(ARRAYS.keySet()))
                            : Message.of("filter.compareGeometry", sorted(SPATIAL.keySet())));
        }
        same(left, right);
        boolean equality = operator.equals("=") || operator.equals("<>");
        if (left.kind() == Kind.TRUTH && !equality) {
            throw BadFilter.wrong(left.at() + 1, Message.of("filter.compareTruth"));
        }
        var first = left.value();
        var second = right.value();
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

    private Filter<T> between(Expression<T> value) {
        if (value.kind() != Kind.NUMBER && value.kind() != Kind.DAY && value.kind() != Kind.INSTANT) {
            throw BadFilter.wrong(value.at() + 1, Message.of("filter.between"));
        }
        var least = scalar();
        expect("AND");
        var most = scalar();
        return Filter.all(List.of(comparison(value, ">=", least), comparison(value, "<=", most)));
    }

    private Filter<T> in(Expression<T> value) {
        expect('(');
        var equal = new ArrayList<Filter<T>>();
        do {
            equal.add(comparison(value, "=", scalar()));
        } while (symbol(','));
        expect(')');
        return Filter.any(equal);
    }

    private Filter<T> like(Expression<T> value) {
        if (value.kind() != Kind.TEXT) {
            throw BadFilter.wrong(value.at() + 1, Message.of("filter.like"));
        }
        var pattern = scalar();
        if (pattern.kind() != Kind.TEXT || !pattern.constant()) {
            throw BadFilter.expected(pattern.at() + 1, Message.of("expected.pattern"));
        }
        var wildcards = (String) pattern.value().apply(null);
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
        identifier();
        expect('(');
        var left = geometry();
        expect(',');
        var right = geometry();
        expect(')');
        var predicate = SPATIAL.get(function);
        if (left.constant() && right.constant()) {
            boolean always = RelateNG.relate(known(left), known(right), predicate.get());
            return record -> always;
        }
        if (left.constant()) {
            return against(known(left), right, predicate);
        }
        if (right.constant()) {
            return against(known(right), left, SPATIAL.get(TURNED.getOrDefault(function, function)));
        }
        return record -> {
            var one = (Geometry) left.value().apply(record);
            var other = (Geometry) right.value().apply(record);
            return one == null || other == null ? null : RelateNG.relate(one, other, predicate.get());
        };
    }

    private Geometry known(Expression<T> constant) {
        return (Geometry) constant.value().apply(null);
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

    private Filter<T> arrays(BiPredicate<Set<String>, Set<String>> predicate) {
        identifier();
        expect('(');
        var left = array();
        expect(',');
        var right = array();
        expect(')');
        return record -> {
            var one = (List<?>) left.value().apply(record);
            var other = (List<?>) right.value().apply(record);
            return one == null || other == null ? null : predicate.test(texts(one), texts(other));
        };
    }

    private static Set<String> texts(List<?> list) {
        var texts = new HashSet<String>();
        list.forEach(text -> texts.add((String) text));
        return texts;
    }

    private Expression<T> array() {
        space();
        int begin = at;
        if (!symbol('(')) {
            var property = property();
            if (property.kind() != Kind.TEXTS) {
                throw BadFilter.expected(begin + 1, Message.of("expected.listAttribute", Kind.TEXTS.literal()));
            }
            return property;
        }
        var texts = new ArrayList<String>();
        if (!symbol(')')) {
            do {
                var element = scalar();
                if (element.kind() != Kind.TEXT || !element.constant()) {
                    throw BadFilter.expected(element.at() + 1, Kind.TEXT.literal());
                }
                texts.add((String) element.value().apply(null));
            } while (symbol(','));
            expect(')');
        }
        return constant(begin, Kind.TEXTS, List.copyOf(texts));
    }

    private Expression<T> scalar() {
        space();
        int begin = at;
        var literal = literal();
        if (literal != null) {
            return constant(begin, Kind.TEXT, literal);
        }
        var number = match(NUMBER);
        if (number != null) {
            return constant(begin, Kind.NUMBER, Double.valueOf(number));
        }
        switch (peek().toUpperCase(Locale.ROOT)) {
            case "TRUE", "FALSE" -> {
                return constant(begin, Kind.TRUTH, identifier().equalsIgnoreCase("true"));
            }
            case "DATE" -> {
                return temporal(begin, Kind.DAY, LocalDate::parse);
            }
            case "TIMESTAMP" -> {
                return temporal(begin, Kind.INSTANT, TimeSpan::instant);
            }
            case "CASEI" -> {
                return folded(begin, Cql2::withoutCase);
            }
            case "ACCENTI" -> {
                return folded(begin, Words::withoutAccents);
            }
            default -> {
                return property();
            }
        }
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
        if (++depth > DEEPEST) {
            throw BadFilter.wrong(at + 1, Message.of("filter.tooDeep", DEEPEST));
        }
        var inner = scalar();
        depth--;
        if (inner.kind() != Kind.TEXT) {
            throw BadFilter.expected(inner.at() + 1, Kind.TEXT.literal());
        }
        expect(')');
        var value = inner.value();
        if (inner.constant()) {
            return constant(begin, Kind.TEXT, folding.apply((String) value.apply(null)));
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
        if (name.equals(OgcCollection.GEOMETRY)) {
            return new Expression<>(begin, Kind.GEOMETRY, this::place, false);
        }
        return collection
                .queryable(name)
                .map(queryable -> new Expression<T>(
                        begin, queryable.kind(), record -> queryable.value().apply(record, view), false))
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
        var type = peek().toUpperCase(Locale.ROOT);
        if (type.equals("BBOX")) {
            return constant(begin, Kind.GEOMETRY, box(begin));
        }
        if (GEOMETRY_TYPES.contains(type)) {
            return constant(begin, Kind.GEOMETRY, shape(begin));
        }
        var property = property();
        if (property.kind() != Kind.GEOMETRY) {
            throw BadFilter.expected(begin + 1, Message.of("expected.geometryOrBox", OgcCollection.GEOMETRY));
        }
        return property;
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
            var shape = new WKTReader(GEOMETRIES).read(text.substring(begin, end));
            points += shape.getNumPoints();
            if (points > MOST_POINTS) {
                throw BadFilter.wrong(begin + 1, Message.of("filter.tooManyPoints", MOST_POINTS));
            }
            for (var point : shape.getCoordinates()) {
                if (!system.domain().contains(point)) {
                    throw BadFilter.wrong(begin + 1, Message.of("filter.outside", Box.limits(system)));
                }
            }
            if (shape.isEmpty() || !shape.isValid()) {
                throw BadFilter.wrong(begin + 1, Message.of("filter.invalidGeometry"));
            }
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
        match(SPACE);
    }

    private String match(Pattern pattern) {
        if (pattern != SPACE) {
            space();
        }
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
