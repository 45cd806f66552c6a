package be.digicatalogue.http;

import jakarta.inject.Inject;
import jakarta.ws.rs.ext.Provider;

/** Sends long answers as they are made. */
@Provider
public class LongAnswerWriter extends AnswerWriter<LongAnswer> {

    @Inject
    LongAnswers answers;

    public LongAnswerWriter() {
        super(LongAnswer.class);
    }

    @Override
    void end(LongAnswer answer) {
        answers.end(answer);
    }
}
