package be.digicatalogue.guide;

import be.digicatalogue.http.Asked;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** The guide over REST. */
@Path("/v1/guide")
@Produces(MediaType.APPLICATION_JSON)
public class GuideResource {

    private final Asked asked;

    GuideResource(Asked asked) {
        this.asked = asked;
    }

    @GET
    public Answer guide() {
        var guides = Guides.of(asked.catalogue());
        var origin = asked.question(parameters -> guides.question(parameters, asked.today()));
        return new Answer(asked.self(), guides.answer(origin));
    }

    /** A guide with its own address. */
    public record Answer(String self, @JsonUnwrapped Guide guide) {}
}
