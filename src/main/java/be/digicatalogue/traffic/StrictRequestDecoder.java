package be.digicatalogue.traffic;

import io.netty.handler.codec.http.HttpMessage;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.impl.VertxHttpRequestDecoder;

/**
 * The decoder of Vert.x, but a request with two lengths is malformed. By default Netty ignores {@code Content-Length} beside
 * {@code Transfer-Encoding}, while a proxy in front may ignore the other one: what one takes for a body, the other takes for
 * the next request (RFC 9112, 6.3 and 11.2).
 */
final class StrictRequestDecoder extends VertxHttpRequestDecoder {

    StrictRequestDecoder(HttpServerOptions options) {
        super(options);
    }

    /** The reason why a request with two lengths is malformed. */
    static final class TwoLengths extends IllegalArgumentException {

        private static final long serialVersionUID = 1;

        private TwoLengths() {
            super("Content-Length and Transfer-Encoding");
        }
    }

    @Override
    protected void handleTransferEncodingChunkedWithContentLength(HttpMessage request) {
        throw new TwoLengths();
    }
}
