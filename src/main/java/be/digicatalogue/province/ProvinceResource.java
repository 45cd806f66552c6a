package be.digicatalogue.province;

import be.digicatalogue.catalogue.Catalogue;
import be.digicatalogue.digihub.Consortium;
import be.digicatalogue.http.Asked;
import be.digicatalogue.http.Extended;
import be.digicatalogue.http.Listing;
import be.digicatalogue.organisation.Partner;
import be.digicatalogue.question.Found;
import be.digicatalogue.question.Page;
import be.digicatalogue.question.Parameters;
import be.digicatalogue.voka.VokaOffice;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Set;

/** The provinces over REST, with what belongs to them if asked. */
@Path("/v1/provinces")
@Produces(MediaType.APPLICATION_JSON)
public class ProvinceResource {

    private final Asked asked;

    ProvinceResource(Asked asked) {
        this.asked = asked;
    }

    @GET
    public Listing<Embedding> list() {
        var catalogue = asked.catalogue();
        var question = asked.question(parameters -> new Question(embed(parameters), parameters.page()));
        return asked.list(Found.page(catalogue.provinces().flemish().all(), question.page())
                .map(province -> embedding(catalogue, province, question.embed())));
    }

    @GET
    @Path("{id}")
    public Embedding one(@PathParam("id") String id) {
        var catalogue = asked.catalogue();
        var embed = asked.question(ProvinceResource::embed);
        return embedding(catalogue, asked.fact(catalogue.provinces(), "id", id), embed);
    }

    /** A province with the parts that were asked to come with it. */
    public record Embedding(
            @JsonUnwrapped Province province,
            Consortium consortium,
            List<Partner> partners,
            List<VokaOffice> vokaOffices)
            implements Extended {

        @Override
        public Province shown() {
            return province;
        }
    }

    private record Question(Set<String> embed, Page page) {}

    private static Set<String> embed(Parameters parameters) {
        return parameters.listOf("embed", List.of("consortium", "partners", "vokaOffices"));
    }

    private static Embedding embedding(Catalogue catalogue, Province province, Set<String> embed) {
        return new Embedding(
                province,
                embed.contains("consortium")
                        ? catalogue.consortia().named(province.id()).orElse(null)
                        : null,
                embed.contains("partners") ? catalogue.partners().in(province) : null,
                embed.contains("vokaOffices") ? catalogue.vokaOffices().in(province) : null);
    }
}
