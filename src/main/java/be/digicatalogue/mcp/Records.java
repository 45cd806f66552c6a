package be.digicatalogue.mcp;

import be.digicatalogue.catalogue.EntryResource;
import be.digicatalogue.digibank.ServiceResource;
import be.digicatalogue.fact.Reference;
import be.digicatalogue.http.Asked;
import be.digicatalogue.http.Faults;
import be.digicatalogue.http.Refusal;
import be.digicatalogue.programme.Programme;
import be.digicatalogue.programme.ProgrammeResource;
import be.digicatalogue.question.Parameters;
import io.quarkiverse.mcp.server.JsonRpcErrorCodes;
import io.quarkiverse.mcp.server.McpException;
import io.quarkiverse.mcp.server.RequestUri;
import io.quarkiverse.mcp.server.ResourceManager;
import io.quarkiverse.mcp.server.ResourceResponse;
import io.quarkiverse.mcp.server.ResourceTemplateManager;
import io.quarkiverse.mcp.server.TextResourceContents;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** What an assistant can read: the entry point, the services, and every record by its type and id. */
@ApplicationScoped
class Records {

    private static final String SCHEME = "digicatalogue://";
    private static final String JSON = "application/json";

    private static final Map<String, String> TYPES = new LinkedHashMap<>();

    static {
        TYPES.put("provinces", "A Flemish province, or the Brussels region.");
        TYPES.put("consortia", "The digihub of a province: who led it, and its knowledge partners.");
        TYPES.put("partners", "A knowledge partner of one or more digihubs.");
        TYPES.put("chambers", "A Voka chamber of commerce.");
        TYPES.put("voka-offices", "An office of Voka.");
        TYPES.put("digibanks", "A local partnership for digital inclusion.");
        TYPES.put("service-points", "A place where a citizen gets help with digital things.");
        TYPES.put("services", "A service of digibanks, by its code.");
        TYPES.put("places", "A locality with its postal code and location.");
        TYPES.put("municipalities", "A municipality by its NIS code.");
        TYPES.put("programmes", "A programme: what it is, how it works, its calendar and figures.");
        TYPES.put("figures", "One number of a source.");
        TYPES.put("timeline", "A dated fact.");
        TYPES.put("sources", "A document or data set from which facts were taken.");
    }

    private final ResourceManager resources;
    private final ResourceTemplateManager templates;
    private final Asked asked;
    private final EntryResource entry;
    private final ServiceResource services;
    private final ProgrammeResource programmes;

    Records(
            ResourceManager resources,
            ResourceTemplateManager templates,
            Asked asked,
            EntryResource entry,
            ServiceResource services,
            ProgrammeResource programmes) {
        this.resources = resources;
        this.templates = templates;
        this.asked = asked;
        this.entry = entry;
        this.services = services;
        this.programmes = programmes;
    }

    void register(@Observes StartupEvent start) {
        resource(
                "about",
                "About the catalogue",
                "Revision, counts of records, licence and credit line.",
                "/v1",
                entry::entry);
        resource(
                "services",
                "Services of digibanks",
                "The code list of services, each with a sentence.",
                "/v1/services",
                services::list);
        TYPES.forEach((type, description) -> templates
                .newResourceTemplate(type)
                .setUriTemplate(SCHEME + type + "/{id}")
                .setDescription(description)
                .setMimeType(JSON)
                .setAsyncHandler(read -> Uni.createFrom()
                        .item(() -> read(
                                read.requestUri(),
                                "/v1/" + type + "/" + read.args().get("id"),
                                () -> record(type, read.args().get("id"))
                                        .orElseThrow(() -> unknown(read.requestUri())))))
                .register());
    }

    /** A programme comes with its calendar and figures, as over REST. */
    private Optional<?> record(String type, String id) {
        var catalogue = asked.catalogue();
        return switch (type) {
            case "places" -> catalogue.places().named(id);
            case "services" -> catalogue.services().named(id);
            case Programme.TYPE -> catalogue.programmes().named(id).map(programme -> programmes.one(id));
            default -> catalogue.find(new Reference(type, id));
        };
    }

    private void resource(String name, String title, String description, String address, Supplier<?> answer) {
        resources
                .newResource(name)
                .setUri(SCHEME + name)
                .setTitle(title)
                .setDescription(description)
                .setMimeType(JSON)
                .setAsyncHandler(read -> Uni.createFrom().item(() -> read(read.requestUri(), address, answer)))
                .register();
    }

    private ResourceResponse read(RequestUri uri, String address, Supplier<?> answer) {
        try {
            asked.askInstead(Parameters.Face.MCP, address, Map.of());
            return new ResourceResponse(new TextResourceContents(
                    uri.value(), Cited.answer(answer.get(), asked, Set.of()).toString(), JSON));
        } catch (McpException unknown) {
            throw unknown;
        } catch (Refusal refusal) {
            throw new McpException(refusal.problem().detail(), JsonRpcErrorCodes.INTERNAL_ERROR);
        } catch (RuntimeException fault) {
            var problem = Faults.logged(fault);
            throw new McpException(problem.detail() + " " + problem.instance(), JsonRpcErrorCodes.INTERNAL_ERROR);
        }
    }

    private static McpException unknown(RequestUri uri) {
        return new McpException(
                "Resource not found: " + uri.value() + ". Find records with the tool search.",
                JsonRpcErrorCodes.RESOURCE_NOT_FOUND);
    }
}
