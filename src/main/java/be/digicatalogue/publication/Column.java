package be.digicatalogue.publication;

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
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.StringJoiner;
import java.util.regex.Pattern;

/**
 * A column of a table of the dataset, as its Table Schema describes it.
 *
 * @param pattern what a text must match; {@code null} when anything goes
 * @param allowed the only texts, or items of a list, that are allowed; empty when others are
 * @param minimum the smallest number; {@code null} without one
 * @param maximum the largest number; {@code null} without one
 * @param longest the most characters
 * @param items for a list of ids the table that has them; else {@code null}
 */
record Column(
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

    /** Longer cells do not fit in a workbook. */
    static final int LONGEST_CELL = 32_767;

    private static final Pattern INTEGER = Pattern.compile("-?[0-9]{1,9}");
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,15}(\\.[0-9]{1,20})?");
    private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
    private static final String SEPARATOR = ";";

    enum Type {
        STRING("a text", "een tekst"),
        INTEGER("a whole number", "een geheel getal"),
        NUMBER("a number with a decimal point", "een getal met een decimale punt"),
        BOOLEAN("true or false", "true of false"),
        DATE("an existing day as YYYY-MM-DD", "een bestaande dag als JJJJ-MM-DD"),
        LIST("texts separated by semicolons", "teksten gescheiden door puntkomma's");

        final String en;
        final String nl;

        Type(String en, String nl) {
            this.en = en;
            this.nl = nl;
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
                constraints.has("pattern")
                        ? Pattern.compile(constraints.get("pattern").asText())
                        : null,
                allowed,
                constraints.has("minimum") ? constraints.get("minimum").decimalValue() : null,
                constraints.has("maximum") ? constraints.get("maximum").decimalValue() : null,
                constraints.path("maxLength").asInt(LONGEST_CELL),
                field.path("itemReference").asText(null));
    }

    /** The value of a cell; {@code null} when the text is none of the type. An empty cell has no value. */
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
                    list.add(item.strip());
                }
                yield list;
            }
        };
    }

    /** The text of a cell that has this value. */
    String text(JsonNode value) {
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

    /** Whether a JSON value that was sent for this column is of its type. */
    boolean hasType(JsonNode value) {
        return switch (type) {
            case STRING -> value.isTextual();
            case INTEGER -> value.isInt();
            case NUMBER -> value.isNumber();
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

    /** What a value of the right type breaks, or {@code null}. */
    Problem problem(JsonNode value) {
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
            return within
                    ? null
                    : new Problem(range("from ", " to ", "at least "), range("van ", " tot ", "minstens "));
        }
        return type == Type.STRING ? problemOfText(value.asText()) : null;
    }

    private String range(String from, String to, String atLeast) {
        return maximum == null ? atLeast + minimum : from + minimum + to + maximum;
    }

    private Problem problemOfText(String text) {
        if (text.isEmpty() || !text.equals(text.strip())) {
            return new Problem("text without spaces around it", "tekst zonder spaties errond");
        }
        if (text.codePoints().anyMatch(c -> Character.isISOControl(c) && c != '\n' || c == 0xFFFD)) {
            return new Problem("text without control characters", "tekst zonder stuurtekens");
        }
        if (text.length() > longest) {
            return new Problem("at most " + longest + " characters", "hoogstens " + longest + " tekens");
        }
        if (!allowed.isEmpty() && !allowed.contains(text)) {
            var all = String.join(", ", allowed);
            return new Problem(all, all);
        }
        if (pattern != null && !pattern.matcher(text).find()) {
            return new Problem("what matches " + pattern, "wat past op " + pattern);
        }
        return null;
    }

    private static boolean isDay(String text) {
        try {
            return DATE.matcher(text).matches() && LocalDate.parse(text) != null;
        } catch (DateTimeException noSuchDay) {
            return false;
        }
    }

    /** What is allowed instead, in English and Dutch. */
    record Problem(String en, String nl) {}

    /** A list of nothing, as a column of lists has it without a value. */
    static boolean isEmpty(JsonNode value) {
        return value == null || value.isNull() || value.isArray() && value.isEmpty();
    }

    static List<String> texts(JsonNode list) {
        var texts = new java.util.ArrayList<String>();
        if (list != null) {
            list.forEach(item -> texts.add(item.asText()));
        }
        return texts;
    }
}
