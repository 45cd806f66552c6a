package be.digicatalogue.http;

import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Makes the answer of a REST face final: in the form and language that were asked, its entity tag, how long it may be kept, and
 * 304 for a caller who has it already (RFC 9110, RFC 9111, RFC 5861).
 */
@Provider
public class Finishing implements ContainerResponseFilter {

    @Inject
    Asked asked;

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (response.getStatus() != 200 || !response.hasEntity() || response.getEntity() instanceof byte[]) {
            return;
        }
        if (response.getEntity() instanceof Document document) {
            var answer = new Representation(
                    document.content(),
                    document.type().toString(),
                    document.tag(),
                    "Accept, Accept-Encoding",
                    null,
                    Instant.MAX,
                    true,
                    Map.of());
            // What has headers of its own is not given again from memory.
            if (!response.getHeaders().containsKey(HttpHeaders.CONTENT_DISPOSITION)
                    && !response.getHeaders().containsKey(HttpHeaders.CACHE_CONTROL)) {
                asked.keep(answer);
            }
            finish(answer, request, response);
        } else if (response.getEntity() instanceof Representation answer) {
            asked.keep(answer);
            finish(answer, request, response);
        } else if (asked.isForCurators()) {
            // Not kept by anyone, and a tag here is the strong one of a record that its resource gives.
            response.setEntity(Json.write(response.getEntity(), asked.view()), null, MediaType.APPLICATION_JSON_TYPE);
        } else {
            var answer = asked.finished(response.getEntity());
            asked.keep(answer);
            finish(answer, request, response);
        }
    }

    private static void finish(
            Representation answer, ContainerRequestContext request, ContainerResponseContext response) {
        var headers = response.getHeaders();
        headers.putIfAbsent(HttpHeaders.CACHE_CONTROL, List.of(answer.cacheControl(Instant.now())));
        headers.putSingle(HttpHeaders.VARY, answer.vary());
        if (answer.languages() != null) {
            headers.putSingle(HttpHeaders.CONTENT_LANGUAGE, answer.languages());
        }
        headers.putSingle(HttpHeaders.ETAG, answer.tag());
        answer.headers().forEach(headers::putSingle);
        if (answer.isKnown(request.getHeaderString(HttpHeaders.IF_NONE_MATCH))) {
            response.setStatus(304);
            response.setEntity(null);
        } else {
            response.setEntity(answer.body(), null, MediaType.valueOf(answer.type()));
        }
    }
}
