package be.digicatalogue.http;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveResourceInfo;
import org.jboss.resteasy.reactive.server.spi.ServerMessageBodyWriter;
import org.jboss.resteasy.reactive.server.spi.ServerRequestContext;

/** Writes REST answers that have their own headers, bypassing the header handling of JAX-RS. */
abstract class PreparedAnswerWriter<T> implements ServerMessageBodyWriter<T> {

    private final Class<T> written;

    PreparedAnswerWriter(Class<T> written) {
        this.written = written;
    }

    /** Sends the answer to the current request. */
    abstract void end(T answer);

    @Override
    public boolean isWriteable(
            Class<?> type, Type genericType, ResteasyReactiveResourceInfo target, MediaType mediaType) {
        return type == written;
    }

    @Override
    public boolean isWriteable(Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
        return type == written;
    }

    @Override
    public void writeResponse(T answer, Type genericType, ServerRequestContext context) {
        // It would replace the headers of the answer by those of the resource.
        context.serverResponse().setPreCommitListener(null);
        end(answer);
    }

    @Override
    public void writeTo(
            T answer,
            Class<?> type,
            Type genericType,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, Object> headers,
            OutputStream stream) {
        throw new UnsupportedOperationException("an answer goes to its request, not into a stream");
    }
}
