package be.digicatalogue.http;

import jakarta.inject.Inject;
import jakarta.ws.rs.ext.Provider;

/** Sends finished answers just as they are sent when the same is asked again. */
@Provider
public class RepresentationWriter extends PreparedAnswerWriter<Representation> {

    @Inject
    AnswerSender sender;

    public RepresentationWriter() {
        super(Representation.class);
    }

    @Override
    void end(Representation answer) {
        sender.end(answer);
    }
}
