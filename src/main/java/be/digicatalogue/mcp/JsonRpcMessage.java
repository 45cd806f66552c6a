package be.digicatalogue.mcp;

import be.digicatalogue.fact.Message;
import be.digicatalogue.question.Issue;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;

/**
 * A message of a client, reduced to the supported members, because the library does not validate the others.
 *
 * @param wantsAnswer false for a notification, and for the response to a request that the server never sent
 */
record JsonRpcMessage(ObjectNode content, boolean wantsAnswer) {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    /** The supported methods, with their parameters that are texts. */
    private static final Map<String, List<String>> METHODS = Map.of(
            "initialize", List.of("protocolVersion"),
            "ping", List.of(),
            "tools/list", List.of(),
            "tools/call", List.of("name"),
            "resources/list", List.of(),
            "resources/templates/list", List.of(),
            "resources/read", List.of("uri"));

    /**
     * Parses a message.
     *
     * @throws McpRefusal when it is invalid, or its method is not supported
     */
    static JsonRpcMessage of(JsonNode sent) {
        if (!sent.isObject() || !sent.path("jsonrpc").asText().equals("2.0")) {
            throw McpRefusal.request(
                    Message.of("mcp.noMessage", "{\"jsonrpc\": \"2.0\", \"id\": 1, \"method\": \"tools/list\"}"));
        }
        var id = sent.path("id");
        if (!sent.has("method") && (sent.has("result") || sent.has("error"))
                || id.isMissingNode() && sent.path("method").isTextual()) {
            return new JsonRpcMessage(JSON.objectNode(), false);
        }
        if (!id.isTextual() && !id.isIntegralNumber()) {
            throw McpRefusal.request(Message.of("mcp.id"));
        }
        if (!sent.path("method").isTextual()) {
            throw McpRefusal.request(Message.of("parameter.notText", "method"));
        }
        var method = sent.get("method").asText();
        if (!METHODS.containsKey(method)) {
            throw McpRefusal.method(
                    id,
                    Message.of(
                            "mcp.noSuchMethod",
                            Issue.shown(method),
                            METHODS.keySet().stream().sorted().toList()));
        }
        var params = object(id, sent, "params");
        var content = JSON.objectNode().put("jsonrpc", "2.0").put("method", method);
        content.set("id", id);
        var kept = content.putObject("params");
        METHODS.get(method).forEach(name -> {
            var value = params.path(name);
            if (!value.isTextual()) {
                throw McpRefusal.parameters(id, Message.of("parameter.notText", "params." + name));
            }
            kept.set(name, value);
        });
        if (method.endsWith("/list") && params.hasNonNull("cursor")) {
            throw McpRefusal.parameters(id, Message.of("mcp.cursor", "params.cursor"));
        }
        if (method.equals("tools/call")) {
            kept.set("arguments", object(id, params, "arguments"));
        }
        return new JsonRpcMessage(content, true);
    }

    private static JsonNode object(JsonNode id, JsonNode in, String name) {
        var value = in.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return JSON.objectNode();
        }
        if (!value.isObject()) {
            throw McpRefusal.parameters(id, Message.of("parameter.notObject", name));
        }
        return value;
    }
}
