package be.digicatalogue.publication;

import be.digicatalogue.http.Problem;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import java.nio.charset.StandardCharsets;

/** Answers to curators: JSON that must not be cached. */
final class Answers {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .serializationInclusion(JsonInclude.Include.NON_NULL)
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .enable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();

    private Answers() {}

    static ResponseBuilder json(int status, Object body) {
        return Response.status(status).entity(bytes(body)).type(MediaType.APPLICATION_JSON_TYPE);
    }

    /** A problem with an extension member (RFC 9457, 3.2). */
    static ResponseBuilder problem(Problem problem, String member, Object value) {
        ObjectNode body = JSON.valueToTree(problem);
        body.set(member, JSON.valueToTree(value));
        return Response.status(problem.status()).entity(bytes(body)).type(Problem.MEDIA_TYPE);
    }

    private static byte[] bytes(Object body) {
        return text(body).getBytes(StandardCharsets.UTF_8);
    }

    static String text(Object body) {
        try {
            return JSON.writeValueAsString(body);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("cannot write " + body.getClass().getSimpleName(), impossible);
        }
    }
}
