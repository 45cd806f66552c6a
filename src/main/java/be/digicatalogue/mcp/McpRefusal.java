package be.digicatalogue.mcp;

import be.digicatalogue.fact.Language;
import be.digicatalogue.fact.Message;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import io.quarkiverse.mcp.server.JsonRpcErrorCodes;

/** Ends a request before a tool or resource was asked, in the error format of JSON-RPC 2.0. */
final class McpRefusal extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final int code;
    private final transient JsonNode id;
    private final transient Message message;

    private McpRefusal(int code, JsonNode id, Message message) {
        super(message.in(Language.EN), null, false, false);
        this.code = code;
        this.id = id;
        this.message = message;
    }

    /** What was sent is no JSON. */
    static McpRefusal parse(Message message) {
        return new McpRefusal(JsonRpcErrorCodes.PARSE_ERROR, NullNode.instance, message);
    }

    /** What was sent is no message. */
    static McpRefusal request(Message message) {
        return new McpRefusal(JsonRpcErrorCodes.INVALID_REQUEST, NullNode.instance, message);
    }

    /** A message asks for what there is not. */
    static McpRefusal method(JsonNode id, Message message) {
        return new McpRefusal(JsonRpcErrorCodes.METHOD_NOT_FOUND, id, message);
    }

    /** The parameters of a message are not those that its method takes. */
    static McpRefusal parameters(JsonNode id, Message message) {
        return new McpRefusal(JsonRpcErrorCodes.INVALID_PARAMS, id, message);
    }

    /** Whether it answers a message; HTTP itself has a status for all others. */
    boolean isMessage() {
        return !id.isNull();
    }

    String message(Language language) {
        return message.in(language);
    }

    int code() {
        return code;
    }

    /** That of the message; null where none can be told. */
    JsonNode id() {
        return id;
    }
}
