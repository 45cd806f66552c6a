package be.digicatalogue.mcp;

import be.digicatalogue.fact.Message;
import be.digicatalogue.http.Accept;
import be.digicatalogue.http.JsonInput;
import be.digicatalogue.http.MalformedJson;
import be.digicatalogue.http.MediaRange;
import be.digicatalogue.http.ProblemLanguage;
import be.digicatalogue.http.RequestBody;
import be.digicatalogue.http.RequestContext;
import be.digicatalogue.question.Issue;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkiverse.mcp.server.McpServer;
import io.quarkiverse.mcp.server.http.runtime.StreamableHttpMcpMessageHandler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The entry point: Streamable HTTP (https://modelcontextprotocol.io/specification/2025-11-25/basic/transports), one message
 * in each request, answered as JSON; a batch of messages, which older versions of the protocol have, is answered as a stream. Invalid messages and unsupported methods are rejected here; the library handles the
 * rest. The service pushes nothing, so there is no stream to open.
 */
@ApplicationScoped
public class McpEndpoint {

    /** After the step that answers from the cache. */
    private static final int ORDER = -800;

    static final String ADDRESS = "/mcp";
    private static final String METHODS = "POST, OPTIONS";
    private static final String SESSION = StreamableHttpMcpMessageHandler.MCP_SESSION_ID_HEADER;
    private static final String PROTOCOL = StreamableHttpMcpMessageHandler.MCP_PROTOCOL_VERSION_HEADER;

    /** Clients of the protocol also accept event streams; those that accept only JSON get JSON. */
    private static final String JSON = "application/json";

    private static final String EVENTS = "text/event-stream";

    /** Later versions removed batches. Without the header a client speaks 2025-03-26. */
    private static final List<String> VERSIONS_WITH_BATCHES = List.of("2025-03-26", "2024-11-05");

    private static final int LARGEST_BATCH = 10;

    /** The key under which the library looks up the server. */
    private static final String SERVER = "mcp.http.server-name";

    /** The Origin header of a browser: scheme and host of the page. */
    private static final Pattern ORIGIN = Pattern.compile("[a-z][a-z0-9+.-]*://[^/\\s]+|null");

    private static final ObjectReader MESSAGE = JsonInput.READER.forType(JsonNode.class);

    private final StreamableHttpMcpMessageHandler library;
    private final String name;
    private final String version;

    McpEndpoint(
            StreamableHttpMcpMessageHandler library,
            @ConfigProperty(name = "quarkus.application.name") String name,
            @ConfigProperty(name = "quarkus.application.version") String version) {
        this.library = library;
        this.name = name;
        this.version = version;
    }

    void register(@Observes Router router) {
        // The library would open streams below its path, for clients of the protocol of 2024.
        router.routeWithRegex(ADDRESS + "/.+").order(ORDER).handler(below -> below.fail(404));
        router.route(ADDRESS).order(ORDER).handler(this::handle);
    }

    private void handle(RoutingContext request) {
        var http = request.request();
        var headers = http.headers();
        var origin = headers.get(HttpHeaders.ORIGIN);
        var version = headers.get(PROTOCOL);
        if (http.method() == HttpMethod.OPTIONS) {
            request.response()
                    .putHeader(HttpHeaders.ALLOW, METHODS)
                    .setStatusCode(204)
                    .end();
        } else if (http.method() != HttpMethod.POST) {
            request.response().putHeader(HttpHeaders.ALLOW, METHODS);
            refuse(request, 405, McpRefusal.request(Message.of("mcp.methodNotAllowed", METHODS)));
        } else if (origin != null && !ORIGIN.matcher(origin).matches()) {
            // Any origin is allowed: the content is public, without cookies, and cannot be changed.
            refuse(
                    request,
                    403,
                    McpRefusal.request(Message.of(
                            "header.unexpected", "Origin", Issue.shown(origin), Message.of("expected.origin"))));
        } else if (!isJson(headers.get(HttpHeaders.CONTENT_TYPE))) {
            refuse(request, 415, McpRefusal.request(Message.of("problem.unsupportedMediaType", JSON)));
        } else if (!Accept.of(headers.getAll(HttpHeaders.ACCEPT)).allows(JSON)) {
            refuse(request, 406, McpRefusal.request(Message.of("problem.notAcceptable", JSON)));
        } else if (version != null && !StreamableHttpMcpMessageHandler.SUPPORTED_PROTOCOL_VERSIONS.contains(version)) {
            refuse(
                    request,
                    400,
                    McpRefusal.request(Message.of(
                            "header.unexpected",
                            PROTOCOL,
                            Issue.shown(version),
                            Message.of(
                                    "expected.oneOf", StreamableHttpMcpMessageHandler.SUPPORTED_PROTOCOL_VERSIONS))));
        } else {
            RequestBody.read(request, body -> answer(request, body));
        }
    }

    private static boolean isJson(String contentType) {
        return contentType != null && MediaRange.of(contentType).type().equals(JSON);
    }

    private void answer(RoutingContext request, Buffer body) {
        try {
            var sent = read(body);
            if (sent.isArray()) {
                pass(request, batch(request, sent));
                return;
            }
            var message = JsonRpcMessage.of(sent);
            if (!message.wantsAnswer()) {
                request.response().setStatusCode(202).end();
                return;
            }
            if (message.content().path("method").asText().equals("initialize")) {
                end(request, 200, welcome(message.content()));
                return;
            }
            pass(request, message.content());
        } catch (McpRefusal refusal) {
            refuse(request, refusal.isMessage() ? 200 : 400, refusal);
        }
    }

    /**
     * The messages of a batch, which the library answers as a stream of events.
     *
     * @throws McpRefusal when the version of the protocol has no batches, or one of the messages is not valid
     */
    private static ArrayNode batch(RoutingContext request, JsonNode sent) {
        var version = request.request().getHeader(PROTOCOL);
        if (version != null && !VERSIONS_WITH_BATCHES.contains(version)) {
            throw McpRefusal.request(Message.of("mcp.batch", version, VERSIONS_WITH_BATCHES));
        }
        if (!Accept.of(request.request().headers().getAll(HttpHeaders.ACCEPT)).allows(EVENTS)) {
            throw McpRefusal.request(Message.of("problem.notAcceptable", EVENTS));
        }
        if (sent.isEmpty() || sent.size() > LARGEST_BATCH) {
            throw McpRefusal.request(Message.of("mcp.batchSize", sent.size(), LARGEST_BATCH));
        }
        var messages = JsonNodeFactory.instance.arrayNode();
        for (var each : sent) {
            var message = JsonRpcMessage.of(each);
            if (message.content().path("method").asText().equals("initialize")) {
                throw McpRefusal.request(Message.of("mcp.initializeInBatch"));
            }
            if (message.wantsAnswer()) {
                messages.add(message.content());
            }
        }
        return messages;
    }

    /** @param content a message, or an array of messages */
    private void pass(RoutingContext request, JsonNode content) {
        if (content.isArray() && content.isEmpty()) {
            request.response().setStatusCode(202).end();
            return;
        }
        request.request().headers().set(HttpHeaders.ACCEPT, JSON + ", " + EVENTS);
        // Without a session id the library creates a session for this request only.
        request.request().headers().remove(SESSION);
        request.response().putHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        RequestBody.set(request, Buffer.buffer(content.toString()));
        request.put(SERVER, McpServer.DEFAULT);
        library.handle(request);
    }

    private static JsonNode read(Buffer body) {
        try {
            return MESSAGE.readValue(body.getBytes());
        } catch (JsonProcessingException malformed) {
            throw McpRefusal.parse(MalformedJson.explanation(malformed));
        } catch (IOException impossible) {
            throw new IllegalStateException("cannot read a body that is there", impossible);
        }
    }

    /** The capabilities of this service; the library would also promise notifications and a session. */
    private ObjectNode welcome(ObjectNode message) {
        var wanted = message.at("/params/protocolVersion").asText();
        var versions = StreamableHttpMcpMessageHandler.SUPPORTED_PROTOCOL_VERSIONS;
        var answer = answer(message.get("id"));
        var result = answer.putObject("result")
                // The newest version comes first.
                .put("protocolVersion", versions.contains(wanted) ? wanted : versions.get(0));
        var capabilities = result.putObject("capabilities");
        capabilities.putObject("tools");
        capabilities.putObject("resources");
        result.putObject("serverInfo")
                .put("name", name)
                .put("title", "Digi Catalogue")
                .put("version", version);
        result.put("instructions", Instructions.TEXT);
        return answer;
    }

    private static void refuse(RoutingContext request, int status, McpRefusal refusal) {
        // The rest of an unread body is discarded, so that the next request on the connection can be read.
        request.request().resume();
        var answer = answer(refusal.id());
        answer.putObject("error")
                .put("code", refusal.code())
                .put(
                        "message",
                        refusal.message(
                                ProblemLanguage.of(RequestContext.of(request)).language()));
        end(request, status, answer);
    }

    private static ObjectNode answer(JsonNode id) {
        var answer = JsonNodeFactory.instance.objectNode().put("jsonrpc", "2.0");
        answer.set("id", id);
        return answer;
    }

    private static void end(RoutingContext request, int status, ObjectNode answer) {
        request.response()
                .setStatusCode(status)
                .putHeader(HttpHeaders.CONTENT_TYPE, JSON)
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .end(Buffer.buffer(answer.toString()));
    }
}
