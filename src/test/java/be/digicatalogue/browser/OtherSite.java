package be.digicatalogue.browser;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A website of somebody else: another origin, with a policy of its own. */
final class OtherSite implements AutoCloseable {

    private record ServedPage(String type, String policy, String content) {}

    private final HttpServer server;
    private final Map<String, ServedPage> pages = new ConcurrentHashMap<>();

    OtherSite() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", request -> {
            var page = pages.get(request.getRequestURI().getPath());
            if (page == null) {
                request.sendResponseHeaders(404, -1);
            } else {
                var body = page.content().getBytes(UTF_8);
                request.getResponseHeaders().set("Content-Type", page.type() + ";charset=UTF-8");
                if (page.policy() != null) {
                    request.getResponseHeaders().set("Content-Security-Policy", page.policy());
                }
                request.sendResponseHeaders(200, body.length);
                request.getResponseBody().write(body);
            }
            request.close();
        });
        server.start();
        style("/site.css", "");
    }

    String address(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    void style(String path, String css) {
        pages.put(path, new ServedPage("text/css", null, css));
    }

    /** A page in Dutch with something in its middle. */
    void page(String path, String policy, String middle) {
        pages.put(path, new ServedPage("text/html", policy, """
                <!doctype html>
                <html lang="nl">
                <head><title>Gemeente Voorbeeld</title><meta charset="utf-8"><link rel="icon" href="data:,">
                <link rel="stylesheet" href="/site.css"></head>
                <body><main><h1>Digitale hulp</h1>%s</main></body>
                </html>
                """.formatted(middle)));
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
