package be.digicatalogue.province;

import be.digicatalogue.http.ExtendedRecord;
import be.digicatalogue.http.PagedList;
import be.digicatalogue.http.RecordFace;
import be.digicatalogue.http.RequestContext;
import be.digicatalogue.question.PageRequest;
import be.digicatalogue.question.Parameters;
import be.digicatalogue.question.Slice;
import be.digicatalogue.record.RecordKind;
import be.digicatalogue.record.RecordLookup;
import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.quarkus.arc.All;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** The provinces over REST, with embedded parts on request. */
@Path("/v1/provinces")
@Produces(MediaType.APPLICATION_JSON)
public class ProvinceResource implements RecordFace {

    private final RequestContext context;
    /** The parts by name. */
    private final SortedMap<String, ProvincePart> parts = new TreeMap<>();

    ProvinceResource(RequestContext context, @All List<ProvincePart> parts) {
        this.context = context;
        parts.forEach(part -> this.parts.put(part.name(), part));
    }

    @Override
    public RecordKind kind() {
        return RecordKind.PROVINCES;
    }

    @Override
    @GET
    public PagedList<Embedding> list() {
        var catalogue = context.catalogue();
        var question = context.question(parameters -> new Question(embed(parameters), parameters.page()));
        return context.list(Slice.page(catalogue.of(ProvinceType.TYPE).flemish().all(), question.page())
                .map(province -> embedding(province, question.embed(), catalogue)));
    }

    @GET
    @Path("{id}")
    public Embedding one(@PathParam("id") String id) {
        var catalogue = context.catalogue();
        var embed = context.question(this::embed);
        return embedding(context.fact(catalogue.of(ProvinceType.TYPE), "id", id), embed, catalogue);
    }

    /** A province with its requested parts. */
    public record Embedding(
            @JsonUnwrapped Province province, @JsonAnyGetter Map<String, Object> parts) implements ExtendedRecord {

        @Override
        public Province shown() {
            return province;
        }
    }

    private record Question(Set<String> embed, PageRequest page) {}

    private Set<String> embed(Parameters parameters) {
        return parameters.listOf("embed", parts.keySet());
    }

    private Embedding embedding(Province province, Set<String> embed, RecordLookup records) {
        var embedded = new LinkedHashMap<String, Object>();
        parts.forEach((name, part) -> {
            var its = embed.contains(name) ? part.of(province, records) : null;
            if (its != null) {
                embedded.put(name, its);
            }
        });
        return new Embedding(province, embedded);
    }
}
