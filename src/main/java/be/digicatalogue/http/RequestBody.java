package be.digicatalogue.http;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.impl.RoutingContextInternal;
import java.util.function.Consumer;

/** The body of a request. Quarkus pauses each request until somebody reads its body. */
public final class RequestBody {

    private RequestBody() {}

    /** Reads the body; a fault of the reader fails the request. */
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
                // The client has left: there is nobody to answer.
                .onFailure(lost -> http.connection().close());
        http.resume();
    }

    /** Gives a request that has been read a body, for those that look for it later. */
    public static void set(RoutingContext request, Buffer body) {
        ((RoutingContextInternal) request).setBody(body);
    }
}
