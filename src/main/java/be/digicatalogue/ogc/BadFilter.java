package be.digicatalogue.ogc;

import be.digicatalogue.fact.Language;
import be.digicatalogue.fact.Message;

/** A filter that cannot be read, with what is wrong and at which character, counted from 1. */
final class BadFilter extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient Message explanation;

    private BadFilter(Message explanation) {
        super(explanation.in(Language.EN), null, false, false);
        this.explanation = explanation;
    }

    /** A filter that cannot be used because of something at a position. */
    static BadFilter wrong(int position, Message sentence) {
        return new BadFilter(Message.of("filter.wrong", position, sentence));
    }

    /** A filter that has something else at a position than can stand there. */
    static BadFilter expected(int position, Message expected) {
        return new BadFilter(Message.of("filter.expected", position, expected));
    }

    Message explanation() {
        return explanation;
    }
}
