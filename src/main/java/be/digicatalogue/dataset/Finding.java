package be.digicatalogue.dataset;

import be.digicatalogue.fact.Message;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.Map;

/**
 * An error or a doubt in a proposed publication.
 *
 * @param file the file or sheet; names and values are truncated to 100 characters
 * @param row the row as a spreadsheet counts, where the header is row 1; absent when the finding is about the whole file, or
 * about a row that is already in the catalogue
 * @param column the column
 * @param value the value
 * @param severity an error stops the publication, a warning does not
 * @param explanation what is wrong and what is expected
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Finding(
        String file,
        Integer row,
        String column,
        String value,
        Severity severity,
        @JsonIgnore Message explanation) {

    private static final int LONGEST = 100;

    public enum Severity {
        ERROR,
        WARNING;

        @JsonValue
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Finding {
        file = cut(file);
        column = cut(column);
        value = cut(value);
    }

    /** At most 100 characters of a text, then an ellipsis, because an upload can contain very long ones. */
    public static String cut(String text) {
        return text == null || text.codePointCount(0, text.length()) <= LONGEST
                ? text
                : text.substring(0, text.offsetByCodePoints(0, LONGEST)) + "…";
    }

    public static Finding error(String file, Integer row, String column, String value, Message explanation) {
        return new Finding(file, row, column, value, Severity.ERROR, explanation);
    }

    public static Finding warning(String file, Integer row, String column, String value, Message explanation) {
        return new Finding(file, row, column, value, Severity.WARNING, explanation);
    }

    /** The explanation in every language, because a report may be passed on to readers of another language. */
    @JsonProperty
    public Map<String, String> message() {
        return explanation.all();
    }
}
