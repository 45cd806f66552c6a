package be.digicatalogue.http;

import jakarta.inject.Inject;
import jakarta.ws.rs.ext.Provider;

/** Streams long answers. */
@Provider
public class StreamedRepresentationWriter extends PreparedAnswerWriter<StreamedRepresentation> {

    @Inject
    StreamedRepresentations answers;

    public StreamedRepresentationWriter() {
        super(StreamedRepresentation.class);
    }

    @Override
    void end(StreamedRepresentation answer) {
        answers.end(answer);
    }
}
