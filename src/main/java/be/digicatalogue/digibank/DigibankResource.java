package be.digicatalogue.digibank;

import be.digicatalogue.http.Asked;
import be.digicatalogue.http.Guided;
import be.digicatalogue.http.RecordFace;
import be.digicatalogue.question.Facet;
import be.digicatalogue.record.RecordKind;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** The digibanks and other networks over REST. */
@Path("/v1/digibanks")
@Produces(MediaType.APPLICATION_JSON)
public class DigibankResource implements RecordFace {

    private final Asked asked;

    DigibankResource(Asked asked) {
        this.asked = asked;
    }

    @Override
    public RecordKind kind() {
        return RecordKind.DIGIBANKS;
    }

    @Override
    @GET
    public Guided<Digibank, Void> list() {
        var digibanks = asked.catalogue().of(DigibankType.TYPE);
        var question = asked.question(parameters -> digibanks.question(parameters, asked.today()));
        return new Guided<>(asked.list(digibanks.answer(question)), null, Facet.byName(digibanks.facets(question)));
    }

    @GET
    @Path("{id}")
    public Digibank one(@PathParam("id") String id) {
        return asked.one(asked.catalogue().of(DigibankType.TYPE), id);
    }
}
