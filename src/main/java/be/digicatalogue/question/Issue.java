package be.digicatalogue.question;

import be.digicatalogue.fact.Language;
import be.digicatalogue.fact.Message;
import be.digicatalogue.fact.Text;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One error in a request, in the format of the Belgif REST guide.
 *
 * @param in the part of the request: {@code query}, {@code path}, {@code header}, {@code body} or {@code argument}
 * (GraphQL)
 * @param name the name of the parameter
 * @param value the value that was sent, truncated to {@value #LONGEST_VALUE} characters; absent when none was sent
 * @param detail the error and what is allowed
 * @param candidates the values that could be meant, when there is a choice
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Issue(
        String type,
        String in,
        String name,
        String value,
        Message detail,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Candidate> candidates) {

    /**
     * A value that could be meant.
     *
     * @param municipality the name of the municipality, for a place
     * @param province the name of the province or region, for a place
     * @param href the same request with this value
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Candidate(String value, String municipality, Text province, String href) {

        private Map<String, Object> in(Language language) {
            var properties = new LinkedHashMap<String, Object>();
            properties.put("value", value);
            if (municipality != null) {
                properties.put("municipality", municipality);
                properties.put("province", province.in(language));
            }
            return properties;
        }
    }

    private static final String HEADER = "header";
    private static final int LONGEST_VALUE = 100;

    public Issue {
        value = value == null ? null : shown(value);
    }

    public static Issue invalid(String in, String name, String value, Message detail) {
        return new Issue(
                "urn:problem-type:belgif:input-validation:schemaViolation", in, name, value, detail, List.of());
    }

    /** A value other than expected. */
    public static Issue unexpected(String in, String name, String value, Message expected) {
        return invalid(in, name, value, Message.of("parameter.unexpected", name, shown(value), expected));
    }

    public static Issue unknown(String in, String name, String value, Message detail) {
        return new Issue("urn:problem-type:belgif:input-validation:unknownInput", in, name, value, detail, List.of());
    }

    public static Issue notFound(String in, String name, String value, Message detail) {
        return new Issue(
                "urn:problem-type:belgif:input-validation:referencedResourceNotFound",
                in,
                name,
                value,
                detail,
                List.of());
    }

    /** A header with another value than expected; without a value the header is missing. */
    public static Issue header(String name, String value, Message expected) {
        return invalid(
                HEADER,
                name,
                value,
                value == null
                        ? Message.of("header.missing", name, expected)
                        : Message.of("header.unexpected", name, shown(value), expected));
    }

    /** The properties in a language, for answers in other formats than problems. The URLs of candidates are omitted. */
    public Map<String, Object> in(Language language) {
        var properties = new LinkedHashMap<String, Object>();
        properties.put("type", type);
        properties.put("in", in);
        properties.put("name", name);
        if (value != null) {
            properties.put("value", value);
        }
        properties.put("detail", detail.in(language));
        if (!candidates.isEmpty()) {
            properties.put(
                    "candidates",
                    candidates.stream().map(candidate -> candidate.in(language)).toList());
        }
        return properties;
    }

    public boolean inHeader() {
        return in.equals(HEADER);
    }

    public Issue with(List<Candidate> others) {
        return new Issue(type, in, name, value, detail, others);
    }

    /** Truncates a value without splitting a surrogate pair, and replaces lone surrogates. */
    public static String shown(String value) {
        var text = new StringBuilder();
        value.codePoints()
                .limit(LONGEST_VALUE)
                .map(c -> Character.getType(c) == Character.SURROGATE || Character.isISOControl(c) ? 0xFFFD : c)
                .forEach(text::appendCodePoint);
        return value.codePointCount(0, value.length()) > LONGEST_VALUE ? text + "…" : text.toString();
    }
}
