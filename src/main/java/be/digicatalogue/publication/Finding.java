package be.digicatalogue.publication;

import be.digicatalogue.fact.Text;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;
import java.util.Map;

/**
 * Something that is wrong, or doubtful, with what is to be published.
 *
 * @param file the file or sheet
 * @param row its row as a spreadsheet counts, the header being row 1; absent when it is about the whole file, or about a
 *     row that is in the catalogue already
 * @param column the column
 * @param value what stands there, cut to 100 characters
 * @param severity an error stops the publication, a warning does not
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Finding(String file, Integer row, String column, String value, Severity severity, Map<String, String> message) {

    private static final int LONGEST_VALUE = 100;

    enum Severity {
        ERROR,
        WARNING;

        @JsonProperty
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    Finding {
        value = value == null || value.length() <= LONGEST_VALUE
                ? value
                : value.substring(
                                0,
                                value.offsetByCodePoints(
                                        0, Math.min(LONGEST_VALUE, value.codePointCount(0, value.length()))))
                        + "…";
    }

    static Finding error(String file, Integer row, String column, String value, String nl, String en) {
        return new Finding(file, row, column, value, Severity.ERROR, both(nl, en));
    }

    static Finding warning(String file, Integer row, String column, String value, String nl, String en) {
        return new Finding(file, row, column, value, Severity.WARNING, both(nl, en));
    }

    private static Map<String, String> both(String nl, String en) {
        return Text.of(nl, en).all();
    }
}
