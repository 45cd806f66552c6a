package be.digicatalogue.dataset;

import be.digicatalogue.fact.InvisibleCharacters;
import be.digicatalogue.fact.Message;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import java.util.regex.Pattern;

/**
 * A column of a table of the dataset, as its Table Schema describes it.
 *
 * @param pattern the pattern that a text must match; {@code null} when there is none
 * @param allowed the allowed texts, or items of a list; empty when they are not restricted
 * @param minimum the smallest number; {@code null} without one
 * @param maximum the largest number; {@code null} without one
 * @param longest the largest number of characters
 * @param items the table that has the ids, for a list of ids; else {@code null}
 */
public record Column(
        String name,
        Type type,
        boolean required,
        boolean unique,
        Pattern pattern,
        Set<String> allowed,
        BigDecimal minimum,
        BigDecimal maximum,
        int longest,
        String items) {

    /** Workbooks do not support longer cells. */
    static final int LONGEST_CELL = 32_767;

    private static final Pattern INTEGER = Pattern.compile("-?[0-9]{1,9}");
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,15}(\\.[0-9]{1,20})?");
    /** The calendar starts with the year 1. */
    private static final Pattern DATE = Pattern.compile("(?!0000)[0-9]{4}-[0-9]{2}-[0-9]{2}");

    private static final String SEPARATOR = ";";

    private static final String CALENDAR_DATE = "^[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?$";
    private static final String WEB_ADDRESS = "^https?://\\S+$";
    private static final String EMAIL = "^[^@\\s]+@[^@\\s]+$";

    /** The patterns of the schema, explained in words. */
    private static final Map<String, Message> WORDS = words();

    /** The number of decimals of the smallest number that a column can hold. */
    private static final int MOST_DECIMALS = 324;

    public enum Type {
        STRING(Message.of("expected.plainText")),
        INTEGER(Message.of("expected.anyWholeNumber")),
        NUMBER(Message.of("expected.decimalNumber")),
        BOOLEAN(Message.of("expected.oneOf", List.of("true", "false"))),
        DATE(Message.of("expected.day")),
        LIST(Message.of("expected.listOfTexts"));

        private final Message expected;

        Type(Message expected) {
            this.expected = expected;
        }

        /** The expected type of value, for error messages. */
        public Message expected() {
            return expected;
        }
    }

    static Column of(JsonNode field) {
        var constraints = field.path("constraints");
        var allowed = new LinkedHashSet<String>();
        constraints.path("enum").forEach(value -> allowed.add(value.asText()));
        field.path("itemEnum").forEach(value -> allowed.add(value.asText()));
        return new Column(
                field.get("name").asText(),
                Type.valueOf(field.get("type").asText().toUpperCase(java.util.Locale.ROOT)),
                constraints.path("required").asBoolean(),
                constraints.path("unique").asBoolean(),
                constraints.has("pattern") ? pattern(constraints.get("pattern").asText()) : null,
                allowed,
                constraints.has("minimum") ? constraints.get("minimum").decimalValue() : null,
                constraints.has("maximum") ? constraints.get("maximum").decimalValue() : null,
                constraints.path("maxLength").asInt(LONGEST_CELL),
                field.path("itemReference").asText(null));
    }

    private static Map<String, Message> words() {
        var words = new HashMap<String, Message>();
        for (var code : DigitCode.values()) {
            words.put(code.pattern(), code.expected());
        }
        words.put("^[a-z0-9]+(-[a-z0-9]+)*$", Message.of("expected.slug"));
        words.put("^BE-[A-Z]{3}$", Message.of("expected.isoCode"));
        words.put("^BE[0-9]{1,2}$", Message.of("expected.nutsCode"));
        words.put(CALENDAR_DATE, Message.of("expected.date"));
        words.put(WEB_ADDRESS, Message.of("expected.webAddress"));
        words.put(EMAIL, Message.of("expected.email"));
        return Map.copyOf(words);
    }

    /** Makes white space match that of any language, as PostgreSQL does. */
    private static Pattern pattern(String pattern) {
        if (!WORDS.containsKey(pattern)) {
            throw new IllegalArgumentException("there are no words for " + pattern);
        }
        return Pattern.compile(pattern, Pattern.UNICODE_CHARACTER_CLASS);
    }

    /** The code that the column has; {@code null} when it has none. */
    DigitCode digitCode() {
        return pattern == null ? null : DigitCode.of(pattern.pattern());
    }

    /** The value as the column has it: a phone number in any Belgian notation in international one. Others stay as they are. */
    public JsonNode stored(JsonNode value) {
        return digitCode() == DigitCode.PHONE && value.isTextual()
                ? TextNode.valueOf(DigitCode.international(value.textValue()))
                : value;
    }

    /** True for a day, and for a year, month or day. */
    boolean isDate() {
        return type == Type.DATE || pattern != null && pattern.pattern().equals(CALENDAR_DATE);
    }

    /** The value of a cell; {@code null} when the text is not of the type of the column. An empty cell has no value. */
    JsonNode value(String text) {
        return switch (type) {
            case STRING -> TextNode.valueOf(text);
            case INTEGER -> INTEGER.matcher(text).matches() ? IntNode.valueOf(Integer.parseInt(text)) : null;
            case NUMBER -> NUMBER.matcher(text).matches() ? DecimalNode.valueOf(new BigDecimal(text)) : null;
            case BOOLEAN ->
                text.equals("true") || text.equals("false") ? BooleanNode.valueOf(Boolean.parseBoolean(text)) : null;
            case DATE -> isDay(text) ? TextNode.valueOf(text) : null;
            case LIST -> {
                var list = JsonNodeFactory.instance.arrayNode();
                for (var item : text.split(SEPARATOR, -1)) {
                    list.add(stripped(item));
                }
                yield list;
            }
        };
    }

    /** The text of a cell with this value. */
    public String text(JsonNode value) {
        if (value == null || value.isNull()) {
            return "";
        }
        if (value instanceof ArrayNode list) {
            var text = new StringJoiner(SEPARATOR);
            list.forEach(item -> text.add(item.asText()));
            return text.toString();
        }
        return value.isNumber() ? value.decimalValue().toPlainString() : value.asText();
    }

    /** True when a JSON value for this column has the type of the column. */
    public boolean hasType(JsonNode value) {
        return switch (type) {
            case STRING -> value.isTextual();
            case INTEGER -> value.isInt();
            case NUMBER -> isNumber(value);
            case BOOLEAN -> value.isBoolean();
            case DATE -> value.isTextual() && isDay(value.asText());
            case LIST -> {
                boolean texts = value.isArray();
                for (var item : value) {
                    texts &= item.isTextual();
                }
                yield texts;
            }
        };
    }

    /** JSON has numbers outside the range of a database column, and some whose digits would fill the memory. */
    private static boolean isNumber(JsonNode value) {
        return value.isNumber()
                && Double.isFinite(value.doubleValue())
                && Math.abs(value.decimalValue().scale()) <= MOST_DECIMALS;
    }

    /** The explanation of the constraint that a value of the right type violates; {@code null} when the value is allowed. */
    public Message problem(JsonNode value) {
        if (type == Type.LIST) {
            for (var item : value) {
                var problem = problemOfText(item.asText());
                if (problem != null) {
                    return problem;
                }
            }
            return null;
        }
        if (value.isNumber()) {
            var number = value.decimalValue();
            boolean within = (minimum == null || number.compareTo(minimum) >= 0)
                    && (maximum == null || number.compareTo(maximum) <= 0);
            if (within) {
                return null;
            }
            return maximum == null
                    ? Message.of("expected.atLeast", minimum)
                    : Message.of("expected.range", minimum, maximum);
        }
        return type == Type.STRING ? problemOfText(value.asText()) : null;
    }

    private Message problemOfText(String text) {
        if (text.codePoints().allMatch(Column::isSpace)) {
            return type == Type.LIST ? Message.of("expected.noEmptyItems") : Message.of("expected.notBlank");
        }
        if (!text.equals(stripped(text))) {
            return Message.of("expected.noSpacesAround");
        }
        var invisible = InvisibleCharacters.problem(text);
        if (invisible != null) {
            return invisible;
        }
        if (text.length() > longest) {
            return Message.of("expected.atMostCharacters", longest);
        }
        if (!allowed.isEmpty() && !allowed.contains(text)) {
            return Message.of("expected.oneOf", allowed);
        }
        var address = problemOfAddress(text);
        if (address != null) {
            return address;
        }
        if (pattern != null && !pattern.matcher(text).find()) {
            return WORDS.get(pattern.pattern());
        }
        return text.codePoints().noneMatch(Character::isLetterOrDigit) ? Message.of("expected.letterOrDigit") : null;
    }

    /** What is expected instead of a text that is no e-mail or web address; {@code null} in a column without addresses. */
    private Message problemOfAddress(String text) {
        if (pattern != null && pattern.pattern().equals(EMAIL)) {
            return EmailAddress.problem(text);
        }
        return pattern != null && pattern.pattern().equals(WEB_ADDRESS) || name.equals("urls")
                ? WebAddress.problem(text)
                : null;
    }

    /** The text without the spaces before and after it, non-breaking ones included. */
    static String stripped(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && isSpace(text.charAt(start))) {
            start++;
        }
        while (start < end && isSpace(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }

    private static boolean isSpace(int character) {
        return Character.isWhitespace(character) || Character.isSpaceChar(character);
    }

    private static boolean isDay(String text) {
        try {
            return DATE.matcher(text).matches() && LocalDate.parse(text) != null;
        } catch (DateTimeException noSuchDay) {
            return false;
        }
    }

    /** True for an empty list, which is how a list column represents a missing value. */
    public static boolean isEmpty(JsonNode value) {
        return value == null || value.isNull() || value.isArray() && value.isEmpty();
    }

    public static List<String> texts(JsonNode list) {
        var texts = new java.util.ArrayList<String>();
        if (list != null) {
            list.forEach(item -> texts.add(item.asText()));
        }
        return texts;
    }
}
