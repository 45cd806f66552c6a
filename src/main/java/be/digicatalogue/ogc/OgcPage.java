package be.digicatalogue.ogc;

import be.digicatalogue.fact.Language;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * A resource as a page.
 *
 * @param trail the resources above it
 * @param facts about the whole, one by one
 * @param columns of a table; empty when there is none
 * @param links to what belongs to it
 */
public record OgcPage(
        Cell title,
        String text,
        List<OgcLink> trail,
        List<Fact> facts,
        List<String> columns,
        List<List<Cell>> rows,
        List<OgcLink> links) {

    /** A property with its value. */
    public record Fact(String name, Cell value) {}

    /**
     * A text that may lead somewhere.
     *
     * @param language its tag; {@code null} for that of the page
     */
    public record Cell(String text, String href, String language) {

        Cell(String text, String href) {
            this(text, href, null);
        }

        static Cell of(String text) {
            return new Cell(text, null);
        }

        Cell in(Language spoken) {
            return new Cell(text, href, spoken.tag());
        }

        /** A value of JSON in words; an address leads to what it is of. */
        static Cell of(JsonNode value) {
            if (value == null || value.isNull()) {
                return of("");
            }
            var text = value.isArray()
                    ? StreamSupport.stream(value.spliterator(), false)
                            .map(each -> each.isValueNode() ? each.asText() : each.toString())
                            .collect(Collectors.joining(", "))
                    : value.isValueNode() ? value.asText() : value.toString();
            return new Cell(text, text.startsWith("https://") && text.indexOf(' ') < 0 ? text : null);
        }
    }
}
