package be.digicatalogue.ogc;

import be.digicatalogue.fact.Language;
import be.digicatalogue.fact.Message;

/** A filter that cannot be parsed, with the error and the position of the character, counted from 1. */
final class BadFilter extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient Message explanation;

    private BadFilter(Message explanation) {
        super(explanation.in(Language.EN), null, false, false);
        this.explanation = explanation;
    }

    /** A filter with an invalid part at a position. */
    static BadFilter wrong(int position, Message sentence) {
        return new BadFilter(Message.of("filter.wrong", position, sentence));
    }

    /** A filter with something unexpected at a position. */
    static BadFilter expected(int position, Message expected) {
        return new BadFilter(Message.of("filter.expected", position, expected));
    }

    Message explanation() {
        return explanation;
    }
}
