package be.digicatalogue.province;

import be.digicatalogue.http.Asked;
import be.digicatalogue.http.Extended;
import be.digicatalogue.http.Listing;
import be.digicatalogue.http.RecordFace;
import be.digicatalogue.question.Found;
import be.digicatalogue.question.Page;
import be.digicatalogue.question.Parameters;
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

/** The provinces over REST, with what belongs to them if asked. */
@Path("/v1/provinces")
@Produces(MediaType.APPLICATION_JSON)
public class ProvinceResource implements RecordFace {

    private final Asked asked;
    /** By name. */
    private final SortedMap<String, ProvincePart> parts = new TreeMap<>();

    ProvinceResource(Asked asked, @All List<ProvincePart> parts) {
        this.asked = asked;
        parts.forEach(part -> this.parts.put(part.name(), part));
    }

    @Override
    public RecordKind kind() {
        return RecordKind.PROVINCES;
    }

    @Override
    @GET
    public Listing<Embedding> list() {
        var catalogue = asked.catalogue();
        var question = asked.question(parameters -> new Question(embed(parameters), parameters.page()));
        return asked.list(Found.page(catalogue.of(ProvinceType.TYPE).flemish().all(), question.page())
                .map(province -> embedding(province, question.embed(), catalogue)));
    }

    @GET
    @Path("{id}")
    public Embedding one(@PathParam("id") String id) {
        var catalogue = asked.catalogue();
        var embed = asked.question(this::embed);
        return embedding(asked.fact(catalogue.of(ProvinceType.TYPE), "id", id), embed, catalogue);
    }

    /** A province with the parts that were asked to come with it. */
    public record Embedding(
            @JsonUnwrapped Province province, @JsonAnyGetter Map<String, Object> parts) implements Extended {

        @Override
        public Province shown() {
            return province;
        }
    }

    private record Question(Set<String> embed, Page page) {}

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
