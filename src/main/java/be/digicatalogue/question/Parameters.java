package be.digicatalogue.question;

import be.digicatalogue.fact.Coded;
import be.digicatalogue.fact.Fact;
import be.digicatalogue.fact.Facts;
import be.digicatalogue.fact.Message;
import be.digicatalogue.fact.SortKey;
import be.digicatalogue.fact.Words;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ValueRange;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The parameters of one request, as a query reads them. Reading an absent parameter returns {@code null}. An invalid
 * value is recorded and also returns {@code null}. {@link #read} then rejects the request with all recorded errors, and
 * with every parameter that the query did not read.
 */
public final class Parameters {

    /** The longest search text. Longer ones find nothing and only cost time. */
    private static final int LONGEST_TEXT = 200;

    /** The years for which opening hours are evaluated, because holidays and summer time are known in them. */
    private static final ValueRange YEARS = ValueRange.of(2000, 2099);

    private static final Pattern WHOLE = Pattern.compile("-?[0-9]{1,10}");
    private static final Pattern DAY = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
    private static final Pattern DECIMAL = Pattern.compile("[+-]?(\\d{1,10}(\\.\\d{0,20})?|\\.\\d{1,20})");

    private final Face face;
    private final Map<String, List<String>> sent;
    private final Set<String> asked = new LinkedHashSet<>();
    private final List<Issue> issues = new ArrayList<>();

    private Parameters(Face face, Map<String, List<String>> sent) {
        this.face = face;
        this.sent = sent;
    }

    /** The face that received the parameters; it decides only how they are named and paged. */
    public enum Face {
        REST("query"),
        GRAPHQL("argument"),
        MCP("argument"),
        /** The fields of a form or of a JSON object in the body of a request. */
        BODY("body"),
        /** A whole list over REST, without pages and facets. */
        WHOLE("query");

        private final String in;

        Face(String in) {
            this.in = in;
        }

        /** Where an {@link Issue} says that the parameters are. */
        public String in() {
            return in;
        }
    }

    /**
     * Reads a query from the parameters.
     *
     * @param sent each parameter with its values as they were sent
     * @throws BadQuestion when any parameter is invalid
     */
    public static <Q> Q read(Face face, Map<String, List<String>> sent, Function<Parameters, Q> question) {
        var parameters = new Parameters(face, sent);
        var read = question.apply(parameters);
        parameters.refuseWhatWasNotAsked();
        if (!parameters.issues.isEmpty()) {
            throw new BadQuestion(parameters.issues);
        }
        return read;
    }

    public boolean has(String name) {
        asked.add(name);
        return sent.containsKey(name);
    }

    /** Records that a parameter is invalid. */
    public void refuse(String name, Message detail) {
        refuse(name, detail, List.of());
    }

    /** Records that a parameter has another value than expected. */
    public void expect(String name, Message expected) {
        refuse(name, Message.of("parameter.unexpected", name, Issue.shown(value(name)), expected));
    }

    /** Records that a parameter is invalid, with the values that could be meant. */
    public void refuse(String name, Message detail, List<Issue.Candidate> candidates) {
        issues.add(Issue.invalid(face.in, name, value(name), detail).with(candidates));
    }

    /** The value as it was sent; {@code null} when none was. */
    private String value(String name) {
        var values = sent.get(name);
        return values == null ? null : String.join(",", values);
    }

    /** A text of 1 to 200 characters. */
    public String text(String name) {
        return text(name, LONGEST_TEXT);
    }

    /** A text of at most the given number of characters. */
    public String text(String name, int longest) {
        return text(name, longest, false);
    }

    /** A text of at most the given number of characters that may have several lines and tabs. */
    public String lines(String name, int longest) {
        return text(name, longest, true);
    }

    private String text(String name, int longest, boolean lines) {
        var value = single(name);
        if (value == null) {
            return null;
        }
        if (value.codePointCount(0, value.length()) > longest) {
            expect(name, Message.of("expected.atMostCharacters", longest));
            return null;
        }
        if (!isPlain(value)
                && value.codePoints()
                        .filter(c -> !lines || !isBreak(c))
                        .anyMatch(c -> Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE)) {
            expect(name, Message.of("expected.noControlCharacters"));
            return null;
        }
        return value;
    }

    /** True for tabs, and for all that ends a line. */
    private static boolean isBreak(int c) {
        return c >= '\t' && c <= '\r' || c == 0x85;
    }

    /** True for visible ASCII and spaces, as in most values. */
    private static boolean isPlain(String value) {
        for (int i = 0; i < value.length(); i++) {
            if (value.charAt(i) < ' ' || value.charAt(i) > '~') {
                return false;
            }
        }
        return true;
    }

    /** Search words; a text without any letter or digit is rejected. */
    public Words words(String name) {
        var text = text(name);
        if (text == null) {
            return null;
        }
        var words = Words.of(text);
        if (words.words().isEmpty()) {
            expect(name, Message.of("expected.words"));
            return null;
        }
        return words;
    }

    public String matching(String name, Pattern pattern, Message expected) {
        var value = text(name);
        if (value != null && !pattern.matcher(value).matches()) {
            expect(name, expected);
            return null;
        }
        return value;
    }

    public LocalDate day(String name) {
        var expected = Message.of("expected.day");
        var value = matching(name, DAY, expected);
        try {
            return value == null ? null : LocalDate.parse(value);
        } catch (DateTimeException noSuchDay) {
            expect(name, expected);
            return null;
        }
    }

    /**
     * An instant from the year 2000 to 2099. Without an offset it is local time in the given zone; in the hour that
     * occurs twice when summer time ends, it is the first one.
     */
    public Instant instant(String name, ZoneId zone) {
        var value = text(name);
        if (value == null) {
            return null;
        }
        try {
            // An unescaped plus sign arrives as a space.
            var time = DateTimeFormatter.ISO_DATE_TIME.parseBest(
                    value.replace(' ', '+'), OffsetDateTime::from, LocalDateTime::from);
            if (time instanceof LocalDateTime local
                    && zone.getRules().getValidOffsets(local).isEmpty()) {
                refuse(name, Message.of("parameter.skippedTime", value));
                return null;
            }
            var instant =
                    time instanceof LocalDateTime local ? local.atZone(zone).toInstant() : Instant.from(time);
            if (YEARS.isValidValue(instant.atZone(zone).getYear())) {
                return instant;
            }
        } catch (DateTimeException malformed) {
            // rejected below, as is a year out of range
        }
        expect(name, Message.of("expected.instant", YEARS.getMinimum(), YEARS.getMaximum()));
        return null;
    }

    public Integer whole(String name, int least, int most) {
        var value = text(name);
        if (value == null) {
            return null;
        }
        try {
            if (WHOLE.matcher(value).matches()) {
                int number = Integer.parseInt(value);
                if (number >= least && number <= most) {
                    return number;
                }
            }
        } catch (NumberFormatException tooLarge) {
            // too large for an integer; rejected below, as is a number out of range
        }
        expect(name, Message.of("expected.wholeNumber", least, most));
        return null;
    }

    /** A decimal number with a point; exponents, hexadecimals, NaN and infinities are rejected. */
    public Double decimal(String name) {
        var value = text(name);
        return value == null ? null : decimal(name, value);
    }

    /** Several decimal numbers in one value, separated by commas. */
    public List<Double> decimals(String name, Message expected, int count) {
        var value = text(name);
        if (value == null) {
            return null;
        }
        var parts = value.split(",", -1);
        var numbers = new ArrayList<Double>();
        for (var part : parts) {
            if (DECIMAL.matcher(part.strip()).matches()) {
                numbers.add(Double.valueOf(part.strip()));
            }
        }
        if (parts.length != count || numbers.size() != count) {
            expect(name, expected);
            return null;
        }
        return numbers;
    }

    public Boolean bool(String name) {
        return oneOf(name, List.of("true", "false")) == null ? null : Boolean.valueOf(single(name));
    }

    public <C extends Enum<C> & Coded> C code(String name, Class<C> codes) {
        var value = has(name) ? oneOf(name, Coded.codes(codes)) : null;
        return value == null ? null : Coded.of(codes, value);
    }

    /** A repeatable parameter; a code that is repeated counts once. */
    public <C extends Enum<C> & Coded> Set<C> codes(String name, Class<C> codes) {
        return codes(name, codes, List.of(codes.getEnumConstants()));
    }

    /** A repeatable parameter for which only some of the codes are allowed. */
    public <C extends Enum<C> & Coded> Set<C> codes(String name, Class<C> codes, List<C> allowed) {
        var found = new LinkedHashSet<C>();
        for (var value : all(name)) {
            Coded.find(codes, value)
                    .filter(allowed::contains)
                    .ifPresentOrElse(
                            found::add,
                            () -> notAmong(
                                    name,
                                    value,
                                    allowed.stream().map(Coded::code).toList()));
        }
        return found;
    }

    public String oneOf(String name, Collection<String> allowed) {
        var value = single(name);
        if (value == null || allowed.contains(value)) {
            return value;
        }
        notAmong(name, value, allowed);
        return null;
    }

    /** Several values in one parameter, separated by commas, each one of the allowed values. */
    public Set<String> listOf(String name, Collection<String> allowed) {
        var value = single(name);
        var list = new LinkedHashSet<String>();
        if (value != null) {
            for (var part : value.split(",", -1)) {
                if (allowed.contains(part)) {
                    list.add(part);
                } else {
                    notAmong(name, part, allowed);
                }
            }
        }
        return list;
    }

    /** The parameter {@code facets}: the properties to count in addition to a page. */
    public Set<String> facets(Collection<String> allowed) {
        return face == Face.WHOLE ? Set.of() : listOf("facets", allowed);
    }

    /**
     * The fact whose id the parameter has. The error lists the ids when there are few of them, else it refers to their
     * list.
     */
    public <T extends Fact> T named(String name, Facts<T> facts) {
        var value = single(name);
        if (value == null) {
            return null;
        }
        return facts.named(value).orElseGet(() -> {
            var expected = facts.all().size() <= 50
                    ? Message.of(
                            "expected.oneOf", facts.all().stream().map(Fact::id).toList())
                    : Message.of("expected.idListedAt", "/v1/" + facts.type());
            var namesakes = facts.all().stream()
                    .filter(fact -> isNamed(fact, value))
                    .map(Fact::id)
                    .toList();
            issues.add(Issue.notFound(
                            face.in,
                            name,
                            value,
                            namesakes.isEmpty()
                                    ? Message.of("parameter.unknownId", name, Issue.shown(value), expected)
                                    : Message.of("parameter.nameForId", name, Issue.shown(value), expected, namesakes))
                    .with(namesakes.stream()
                            .map(id -> new Issue.Candidate(id, null, null, null))
                            .toList()));
            return null;
        });
    }

    /** True when a text has the words of the name of a fact in any language, or of its id. */
    private static boolean isNamed(Fact fact, String text) {
        var words = Words.of(text);
        return Stream.concat(Stream.of(fact.id()), fact.label().all().values().stream())
                .anyMatch(name -> Words.of(name).equals(words));
    }

    /** The page of a list that is not a connection in GraphQL: {@code page} and {@code pageSize}, or {@link Face#WHOLE}. */
    public PageRequest page() {
        if (face == Face.WHOLE) {
            return PageRequest.WHOLE;
        }
        var page = whole("page", 1, Integer.MAX_VALUE);
        var size = whole("pageSize", 1, PageRequest.LARGEST);
        int pageSize = size == null ? PageRequest.DEFAULT_SIZE : size;
        return new PageRequest(page == null ? 0 : (page - 1L) * pageSize, pageSize);
    }

    /**
     * The page of a list that is a connection in GraphQL, where {@code first}, {@code after}, {@code last} and {@code before}
     * choose it.
     *
     * @param list the name of the list; its cursors are refused on other lists
     * @param ordering the parameters that the order depends on; cursors are refused when one of them has another value
     */
    public PageRequest page(String list, List<String> ordering) {
        if (face != Face.GRAPHQL) {
            return page();
        }
        var order = new StringBuilder(list);
        for (var name : ordering) {
            if (sent.containsKey(name)) {
                order.append('\n').append(name).append('=').append(value(name));
            }
        }
        return page(order.toString(), name -> cursor(name, order.toString()));
    }

    /**
     * The page of a connection.
     *
     * @param order the list and its order
     * @param cursor reads a cursor from the parameter with a name; {@code null} when it is absent or invalid
     */
    public PageRequest page(String order, Function<String, SortKey> cursor) {
        var first = whole("first", 1, PageRequest.LARGEST);
        var last = whole("last", 1, PageRequest.LARGEST);
        return new PageRequest(
                0,
                first == null && last == null ? Integer.valueOf(PageRequest.DEFAULT_SIZE) : first,
                last,
                order,
                cursor.apply("after"),
                cursor.apply("before"));
    }

    /** The page of a list that is a connection in GraphQL and always has the same order. */
    public PageRequest page(String list) {
        return page(list, List.of());
    }

    private SortKey cursor(String name, String order) {
        var cursor = text(name, Cursor.LONGEST);
        if (cursor == null) {
            return null;
        }
        return Cursor.read(order, cursor).orElseGet(() -> {
            expect(name, Message.of("expected.cursor"));
            return null;
        });
    }

    private Double decimal(String name, String value) {
        if (!DECIMAL.matcher(value).matches()) {
            expect(name, Message.of("expected.decimal"));
            return null;
        }
        return Double.valueOf(value);
    }

    private String single(String name) {
        var values = all(name);
        if (values.size() > 1) {
            refuse(name, Message.of("parameter.repeated", name, values.size()));
            return null;
        }
        return values.isEmpty() ? null : values.get(0);
    }

    /** The non-empty values; an empty one is recorded as an error. */
    private List<String> all(String name) {
        if (!has(name)) {
            return List.of();
        }
        var values = sent.get(name);
        for (var value : values) {
            if (value.isBlank()) {
                issues.add(Issue.invalid(face.in, name, "", Message.of("parameter.empty", name)));
                return List.of();
            }
        }
        return values;
    }

    private void notAmong(String name, String value, Collection<String> allowed) {
        issues.add(Issue.unexpected(face.in, name, value, Message.of("expected.oneOf", allowed)));
    }

    private void refuseWhatWasNotAsked() {
        for (var name : sent.keySet()) {
            if (!asked.contains(name)) {
                issues.add(Issue.unknown(
                        face.in,
                        name,
                        value(name),
                        asked.isEmpty()
                                ? Message.of("parameter.none", Issue.shown(name))
                                : Message.of("parameter.unknown", Issue.shown(name), List.copyOf(asked))));
            }
        }
    }
}
