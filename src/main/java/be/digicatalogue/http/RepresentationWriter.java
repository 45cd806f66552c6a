package be.digicatalogue.http;

import jakarta.inject.Inject;
import jakarta.ws.rs.ext.Provider;

/** Sends new answers in the same way as cached ones. */
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
