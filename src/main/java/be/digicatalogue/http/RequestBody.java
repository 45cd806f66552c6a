package be.digicatalogue.http;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.impl.RoutingContextInternal;
import java.util.function.Consumer;

/** Reads the body of a request. Quarkus pauses each request until its body is read. */
public final class RequestBody {

    private RequestBody() {}

    /** Reads the body; an exception of the reader fails the request. */
    public static void read(RoutingContext request, Consumer<Buffer> reader) {
        var http = request.request();
        if ("100-continue".equalsIgnoreCase(http.getHeader(HttpHeaders.EXPECT))) {
            http.response().writeContinue();
        }
        http.body()
                .onSuccess(read -> {
                    try {
                        reader.accept(read);
                    } catch (RuntimeException | Error fault) {
                        request.fail(fault);
                    }
                })
                // The client has disconnected, so there is nobody to answer.
                .onFailure(lost -> http.connection().close());
        http.resume();
    }

    /** Stores a body that has been read in the request, for later handlers. */
    public static void set(RoutingContext request, Buffer body) {
        ((RoutingContextInternal) request).setBody(body);
    }
}
