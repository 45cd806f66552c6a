package be.digicatalogue.graph;

import be.digicatalogue.fact.Language;
import be.digicatalogue.fact.Message;

/** Rejects a GraphQL request before execution, in the error format of GraphQL. */
final class GraphRefusal extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** The error code for an invalid request. */
    static final String BAD_REQUEST = "BAD_REQUEST";

    private final int status;
    private final boolean wellFormed;
    private final String code;
    private final String argument;
    private final transient Message message;

    private GraphRefusal(int status, boolean wellFormed, String code, String argument, Message message) {
        super(message.in(Language.EN), null, false, false);
        this.message = message;
        this.status = status;
        this.wellFormed = wellFormed;
        this.code = code;
        this.argument = argument;
    }

    /** A request that is rejected with an HTTP status. */
    static GraphRefusal of(int status, String code, Message message) {
        return new GraphRefusal(status, false, code, null, message);
    }

    /** A request whose parameters are missing or malformed. */
    static GraphRefusal malformed(String argument, Message message) {
        return new GraphRefusal(400, false, BAD_REQUEST, argument, message);
    }

    /** A well-formed request without an operation that can be executed. */
    static GraphRefusal unanswerable(String code, Message message) {
        return new GraphRefusal(400, true, code, null, message);
    }

    /** The status of the answer in a media type. */
    int status(ResponseType type) {
        return wellFormed ? type.requestError() : status;
    }

    String message(Language language) {
        return message.in(language);
    }

    String code() {
        return code;
    }

    /** The name of the invalid parameter; {@code null} if the error is not about a parameter. */
    String argument() {
        return argument;
    }
}
