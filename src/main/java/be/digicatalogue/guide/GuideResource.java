package be.digicatalogue.guide;

import be.digicatalogue.http.RequestContext;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** The guide over REST. */
@Path("/v1/guide")
@Produces(MediaType.APPLICATION_JSON)
public class GuideResource {

    private final RequestContext context;

    GuideResource(RequestContext context) {
        this.context = context;
    }

    @GET
    public GuideAnswer guide() {
        var guides = Guides.of(context.catalogue());
        var origin = context.question(parameters -> guides.question(parameters, context.today()));
        return new GuideAnswer(context.address().self(), guides.answer(origin, context.today()));
    }

    /** A guide with its own URL. */
    public record GuideAnswer(String self, @JsonUnwrapped Guide guide) {}
}
