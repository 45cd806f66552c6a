package be.digicatalogue.question;

import be.digicatalogue.fact.Message;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

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
     * @param href the same request with this value
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Candidate(String value, String href) {}

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
