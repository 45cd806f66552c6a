package be.digicatalogue.mcp;

import be.digicatalogue.fact.Language;
import be.digicatalogue.fact.Message;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import io.quarkiverse.mcp.server.JsonRpcErrorCodes;

/** Ends a request before it reaches a tool or resource, in the error format of JSON-RPC 2.0. */
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

    /** The body is not valid JSON. */
    static McpRefusal parse(Message message) {
        return new McpRefusal(JsonRpcErrorCodes.PARSE_ERROR, NullNode.instance, message);
    }

    /** The JSON is not a valid message. */
    static McpRefusal request(Message message) {
        return new McpRefusal(JsonRpcErrorCodes.INVALID_REQUEST, NullNode.instance, message);
    }

    /** The method of a message does not exist. */
    static McpRefusal method(JsonNode id, Message message) {
        return new McpRefusal(JsonRpcErrorCodes.METHOD_NOT_FOUND, id, message);
    }

    /** The parameters of a message are invalid for its method. */
    static McpRefusal parameters(JsonNode id, Message message) {
        return new McpRefusal(JsonRpcErrorCodes.INVALID_PARAMS, id, message);
    }

    /** True when the error answers a message; for all others the HTTP status says enough. */
    boolean isMessage() {
        return !id.isNull();
    }

    String message(Language language) {
        return message.in(language);
    }

    int code() {
        return code;
    }

    /** The id of the message; null when it cannot be read. */
    JsonNode id() {
        return id;
    }
}
