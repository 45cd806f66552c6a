package be.digicatalogue.ogc;

import be.digicatalogue.fact.Language;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * A resource as a page.
 *
 * @param trail the parent resources
 * @param facts the properties of the resource
 * @param columns the columns of a table; empty when there is none
 * @param links the links of the resource
 */
public record OgcPage(
        PropertyValue title,
        String text,
        List<OgcLink> trail,
        List<Property> facts,
        List<String> columns,
        List<List<PropertyValue>> rows,
        List<OgcLink> links) {

    /** The URL of this page, as its link {@code self} has it. */
    public String address() {
        return links.stream()
                .filter(link -> link.rel().equals("self"))
                .findFirst()
                .orElseThrow()
                .href();
    }

    /** A property with its value. */
    public record Property(String name, PropertyValue value) {}

    /**
     * A text that may be a link.
     *
     * @param language its language tag; {@code null} for the language of the page
     */
    public record PropertyValue(String text, String href, String language) {

        PropertyValue(String text, String href) {
            this(text, href, null);
        }

        static PropertyValue of(String text) {
            return new PropertyValue(text, null);
        }

        PropertyValue in(Language spoken) {
            return new PropertyValue(text, href, spoken.tag());
        }

        /** A JSON value as text; a URL becomes a link. */
        static PropertyValue of(JsonNode value) {
            if (value == null || value.isNull()) {
                return of("");
            }
            var text = value.isArray()
                    ? StreamSupport.stream(value.spliterator(), false)
                            .map(each -> each.isValueNode() ? each.asText() : each.toString())
                            .collect(Collectors.joining(", "))
                    : value.isValueNode() ? value.asText() : value.toString();
            return new PropertyValue(text, text.startsWith("https://") && text.indexOf(' ') < 0 ? text : null);
        }
    }
}
