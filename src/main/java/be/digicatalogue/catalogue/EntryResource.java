package be.digicatalogue.catalogue;

import be.digicatalogue.fact.Link;
import be.digicatalogue.http.Asked;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Where a caller starts: what there is, how much of it, at which revision, under which licence. */
@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
public class EntryResource {

    private static final List<String> LISTS = List.of(
            "provinces",
            "consortia",
            "partners",
            "chambers",
            "voka-offices",
            "digibanks",
            "service-points",
            "services",
            "places",
            "municipalities",
            "programmes",
            "figures",
            "timeline",
            "sources");

    private final Asked asked;

    EntryResource(Asked asked) {
        this.asked = asked;
    }

    @GET
    public Entry entry() {
        asked.question(parameters -> null);
        var catalogue = asked.catalogue();
        var links = new LinkedHashMap<String, Link>();
        LISTS.forEach(list -> links.put(camelCase(list), new Link("/v1/" + list)));
        links.put("guide", new Link("/v1/guide"));
        links.put("search", new Link("/v1/search"));
        links.put("dataset", new Link("/v1/dataset.zip"));
        links.put("workbook", new Link("/v1/dataset.xlsx"));
        links.put("changes", new Link("/v1/changes"));
        links.put("graphql", new Link("/graphql"));
        links.put("ogc", new Link("/ogc"));
        links.put("dcat", new Link("/dcat"));
        links.put("ldes", new Link("/ldes"));
        links.put("mcp", new Link("/mcp"));
        links.put("openapi", new Link("/openapi"));
        links.put("documentation", new Link("/swagger-ui/"));
        links.put("health", new Link("/health"));
        return new Entry(
                asked.self(),
                "Digi Catalogue",
                catalogue.revision().number(),
                catalogue.revision().publishedAt(),
                Counts.of(catalogue),
                Summary.LICENCE,
                Summary.CREDIT,
                links);
    }

    /** The entry point. */
    public record Entry(
            String self,
            String title,
            long revision,
            Instant publishedAt,
            Counts counts,
            String licence,
            String credit,
            Map<String, Link> links) {}

    private static String camelCase(String kebab) {
        var words = kebab.split("-");
        return words.length == 1 ? kebab : words[0] + Character.toUpperCase(words[1].charAt(0)) + words[1].substring(1);
    }
}
