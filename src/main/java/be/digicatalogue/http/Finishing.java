package be.digicatalogue.http;

import be.digicatalogue.fact.Language;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Makes the answer of a REST face final: JSON in the language that was asked, its entity tag, how long it may be kept, and
 * 304 for a caller who has it already (RFC 9110, RFC 9111, RFC 5861).
 */
@Provider
public class Finishing implements ContainerResponseFilter {

    private static final long FRESH_SECONDS = 60;
    private static final long STALE_WHILE_REVALIDATE_SECONDS = 600;
    private static final long STALE_IF_ERROR_SECONDS = 86_400;

    private static final Pattern TAG_SEPARATOR = Pattern.compile("\\s*,\\s*");

    @Inject
    Asked asked;

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (response.getStatus() != 200 || !response.hasEntity() || response.getEntity() instanceof byte[]) {
            return;
        }
        var headers = response.getHeaders();
        byte[] body;
        MediaType type;
        String opaque;
        if (response.getEntity() instanceof Document document) {
            body = document.content();
            type = document.type();
            opaque = document.tag();
            headers.putSingle(HttpHeaders.CACHE_CONTROL, cacheControl(Instant.MAX));
            headers.putSingle(HttpHeaders.VARY, "Accept, Accept-Encoding");
        } else if (asked.isForCurators()) {
            // Not kept by anyone, and a tag here is the strong one of a record that its resource gives.
            response.setEntity(Json.write(response.getEntity(), asked.view()), null, MediaType.APPLICATION_JSON_TYPE);
            return;
        } else {
            var view = asked.view();
            body = Json.write(response.getEntity(), view);
            type = MediaType.APPLICATION_JSON_TYPE;
            opaque = Digest.of(body);
            asked.catalogue()
                    .nextChangeAfter(asked.today())
                    .ifPresent(day ->
                            view.changesAt(day.atStartOfDay(Asked.BELGIUM).toInstant()));
            headers.putSingle(HttpHeaders.CACHE_CONTROL, cacheControl(view.sameUntil()));
            headers.putSingle(
                    HttpHeaders.VARY,
                    asked.languageIsInAddress()
                            ? "Accept, Accept-Encoding"
                            : "Accept, Accept-Encoding, Accept-Language");
            headers.putSingle(
                    HttpHeaders.CONTENT_LANGUAGE,
                    view.spoken().stream().map(Language::tag).collect(Collectors.joining(", ")));
        }
        var tag = "W/\"" + opaque + "\"";
        headers.putSingle(HttpHeaders.ETAG, tag);
        if (matches(request.getHeaderString(HttpHeaders.IF_NONE_MATCH), tag)) {
            response.setStatus(304);
            response.setEntity(null);
        } else {
            response.setEntity(body, null, type);
        }
    }

    /** None of the three ages, the stale ones counted from the end of the fresh one, reaches beyond the next change. */
    private static String cacheControl(Instant change) {
        long most = change == Instant.MAX
                ? Long.MAX_VALUE
                : Math.max(0, Duration.between(Instant.now(), change).toSeconds());
        long fresh = Math.min(FRESH_SECONDS, most);
        return "public, max-age=" + fresh
                + ", stale-while-revalidate=" + Math.min(STALE_WHILE_REVALIDATE_SECONDS, most - fresh)
                + ", stale-if-error=" + Math.min(STALE_IF_ERROR_SECONDS, most - fresh);
    }

    /** Weak comparison (RFC 9110, 8.8.3.2): {@code W/} does not count. */
    private static boolean matches(String ifNoneMatch, String tag) {
        return ifNoneMatch != null
                && (ifNoneMatch.strip().equals("*")
                        || Arrays.stream(TAG_SEPARATOR.split(ifNoneMatch.strip()))
                                .anyMatch(known -> opaque(known).equals(opaque(tag))));
    }

    private static String opaque(String tag) {
        return tag.startsWith("W/") ? tag.substring(2) : tag;
    }
}
