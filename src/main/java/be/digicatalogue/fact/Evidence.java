package be.digicatalogue.fact;

import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;

/** The evidence of a fact: a source document or data set of the catalogue, or the web page where it was read. */
@Description("The evidence of a fact: a source of the catalogue, or the web page where it was read.")
public record Evidence(
        @Ignore Reference source,

        @Description("URL of the page where the fact was read.")
        String url) {

    /** The path segment of the URLs of sources. */
    public static final String SOURCES = "sources";

    /** The evidence in the columns of a row: sources first, then web addresses, both in the given order. */
    public static List<Evidence> of(List<String> sources, List<String> urls) {
        return Stream.concat(
                        sources.stream().map(source -> new Evidence(new Reference(SOURCES, source), null)),
                        urls.stream().map(url -> new Evidence(null, url)))
                .toList();
    }
}
