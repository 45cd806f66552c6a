package be.digicatalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import io.restassured.path.json.JsonPath;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** GraphQL over a WebSocket, as the protocol graphql-transport-ws has it. */
public final class GraphqlSocket implements WebSocket.Listener, AutoCloseable {

    private final WebSocket socket;
    private final StringBuilder part = new StringBuilder();
    private final Map<String, BlockingQueue<JsonPath>> messages = new ConcurrentHashMap<>();

    public GraphqlSocket(URI service) throws InterruptedException {
        this(service, "127.0.0.1");
    }

    /** @param client the address that a proxy tells of it */
    public GraphqlSocket(URI service, String client) throws InterruptedException {
        socket = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .header("X-Forwarded-For", client)
                .subprotocols("graphql-transport-ws")
                .buildAsync(URI.create(service.resolve("/graphql").toString().replace("http:", "ws:")), this)
                .join();
        assertEquals("graphql-transport-ws", socket.getSubprotocol());
        socket.sendText("{\"type\":\"connection_init\"}", true).join();
        assertNotNull(next("connection_ack"));
    }

    public void subscribe(String id, String query) {
        subscribeWith(id, "{\"query\":\"" + query + "\"}");
    }

    /** Asks with a whole request in JSON. */
    public void subscribeWith(String id, String request) {
        socket.sendText("{\"id\":\"" + id + "\",\"type\":\"subscribe\",\"payload\":" + request + "}", true)
                .join();
    }

    /** The next message of a subscription, or of a type for those that belong to none. */
    public JsonPath next(String id) throws InterruptedException {
        var message = queue(id).poll(30, TimeUnit.SECONDS);
        assertNotNull(message, () -> "nothing came for " + id + " but " + messages);
        return message;
    }

    private BlockingQueue<JsonPath> queue(String id) {
        return messages.computeIfAbsent(id, first -> new LinkedBlockingQueue<>());
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence text, boolean last) {
        part.append(text);
        if (last) {
            var message = new JsonAnswer(part.toString());
            part.setLength(0);
            if (!message.getString("type").equals("complete")) {
                queue(message.get("id") == null ? message.getString("type") : message.getString("id"))
                        .add(message);
            }
        }
        from.request(1);
        return null;
    }

    @Override
    public void close() {
        socket.abort();
    }
}
