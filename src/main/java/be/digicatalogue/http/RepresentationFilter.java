package be.digicatalogue.http;

import jakarta.inject.Inject;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.util.LinkedHashMap;
import java.util.Map;

/** Completes the answer of a REST face: the requested format and language, the entity tag and the cache lifetime. */
@Provider
public class RepresentationFilter implements ContainerResponseFilter {

    @Inject
    RequestContext context;

    @Inject
    AnswerSender sender;

    @Inject
    StreamedRepresentations longAnswers;

    @Inject
    Faults faults;

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (response.getStatus() == 200 && response.hasEntity() && !(response.getEntity() instanceof byte[])) {
            try {
                finish(response);
            } catch (RuntimeException fault) {
                // An exception thrown here would be mapped as well, but its bytes would be written as JSON, in base64.
                replace(response, faults.answer(fault));
                return;
            }
            // RESTEasy calls no writer for HEAD, so the headers would be missing.
            if (request.getMethod().equals(HttpMethod.HEAD)) {
                end(response);
            }
        }
    }

    private void finish(ContainerResponseContext response) {
        if (response.getEntity() instanceof Document document) {
            response.setEntity(document.finished(own(response)));
        } else if (response.getEntity() instanceof Representation
                || response.getEntity() instanceof StreamedRepresentation) {
            return;
        } else if (context.isAdmin()) {
            // Nobody caches it, and an entity tag here is the strong one of a record, which its resource sets.
            response.setEntity(Json.write(response.getEntity(), context.view()), null, MediaType.APPLICATION_JSON_TYPE);
        } else {
            response.setEntity(sender.finished(response.getEntity()));
        }
    }

    private static void replace(ContainerResponseContext response, Response refusal) {
        response.getHeaders().clear();
        response.getHeaders().putAll(refusal.getHeaders());
        response.setStatus(refusal.getStatus());
        response.setEntity(refusal.getEntity(), null, refusal.getMediaType());
    }

    private void end(ContainerResponseContext response) {
        if (response.getEntity() instanceof Representation answer) {
            response.getHeaders().clear();
            sender.end(answer);
        } else if (response.getEntity() instanceof StreamedRepresentation answer) {
            response.getHeaders().clear();
            longAnswers.end(answer);
        }
    }

    /** The headers that the resource has set, except the content type, which belongs to the content. */
    private static Map<String, String> own(ContainerResponseContext response) {
        var headers = new LinkedHashMap<String, String>();
        response.getHeaders().forEach((name, values) -> {
            if (!name.equalsIgnoreCase(HttpHeaders.CONTENT_TYPE)) {
                headers.put(name, values.get(0).toString());
            }
        });
        return headers;
    }
}
