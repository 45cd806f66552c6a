package be.digicatalogue.http;

import jakarta.inject.Inject;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.Provider;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveResourceInfo;
import org.jboss.resteasy.reactive.server.spi.ServerMessageBodyWriter;
import org.jboss.resteasy.reactive.server.spi.ServerRequestContext;

/** Sends the long answers of REST faces as they are made, past the header handling of JAX-RS. */
@Provider
public class LongAnswerWriter implements ServerMessageBodyWriter<LongAnswer> {

    @Inject
    LongAnswers answers;

    @Override
    public boolean isWriteable(
            Class<?> type, Type genericType, ResteasyReactiveResourceInfo target, MediaType mediaType) {
        return type == LongAnswer.class;
    }

    @Override
    public boolean isWriteable(Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
        return type == LongAnswer.class;
    }

    @Override
    public void writeResponse(LongAnswer answer, Type genericType, ServerRequestContext context) {
        // It would put the headers of the resource over those that the answer is known by.
        context.serverResponse().setPreCommitListener(null);
        answers.end(answer);
    }

    @Override
    public void writeTo(
            LongAnswer answer,
            Class<?> type,
            Type genericType,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, Object> headers,
            OutputStream stream) {
        throw new UnsupportedOperationException("an answer goes to its request, not into a stream");
    }
}
