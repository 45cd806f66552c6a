package be.digicatalogue.overview;

import be.digicatalogue.dataset.Reuse;
import be.digicatalogue.fact.Link;
import be.digicatalogue.http.RequestContext;
import be.digicatalogue.record.Schema;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The entry point: links to all lists, the number of records in each, the revision, the licence and the version of the service. */
@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
public class EntryResource {

    private final RequestContext context;
    private final String version;

    EntryResource(RequestContext context, @ConfigProperty(name = "quarkus.application.version") String version) {
        this.context = context;
        this.version = version;
    }

    @GET
    public EntryPoint entry() {
        context.question(parameters -> null);
        var catalogue = context.catalogue();
        var links = new LinkedHashMap<String, Link>();
        Schema.loaded()
                .listed()
                .forEach(type -> links.put(
                        type.kind().property(), new Link("/v1/" + type.kind().code())));
        var counts = new LinkedHashMap<String, Integer>();
        RecordCount.of(catalogue).forEach(each -> counts.put(each.kind().property(), each.count()));
        var periods = new LinkedHashMap<String, Map<String, String>>();
        ReviewPeriod.of(catalogue.ages().periods())
                .forEach(each -> periods.computeIfAbsent(each.kind().property(), first -> new LinkedHashMap<>())
                        .put(each.field(), each.period()));
        links.put("guide", new Link("/v1/guide"));
        links.put("search", new Link("/v1/search"));
        links.put("quality", new Link(QualityResource.PATH));
        links.put("dataset", new Link("/v1/dataset.zip"));
        links.put("workbook", new Link("/v1/dataset.xlsx"));
        links.put("changes", new Link("/v1/changes"));
        links.put("graphql", new Link("/graphql"));
        links.put("graphqlSchema", new Link("/graphql/schema.graphql"));
        links.put("graphqlDocuments", new Link("/graphql/documents"));
        links.put("ogc", new Link("/ogc"));
        links.put("dcat", new Link("/dcat"));
        links.put("ldes", new Link("/ldes"));
        links.put("mcp", new Link("/mcp"));
        links.put("openapi", new Link("/openapi"));
        links.put("apiCatalog", new Link(ApiCatalogResource.PATH));
        links.put("documentation", new Link("/swagger-ui/"));
        links.put("health", new Link("/health"));
        return new EntryPoint(
                context.address().self(),
                "Digi Catalogue",
                version,
                catalogue.revision().number(),
                catalogue.revision().position(),
                catalogue.revision().publishedAt(),
                counts,
                periods,
                Reuse.LICENCE,
                Reuse.CREDIT,
                links);
    }

    /** The entry point. */
    public record EntryPoint(
            String self,
            String title,
            String version,
            long revision,
            String position,
            Instant publishedAt,
            Map<String, Integer> counts,
            Map<String, Map<String, String>> reviewPeriods,
            String licence,
            String credit,
            Map<String, Link> links) {}
}
