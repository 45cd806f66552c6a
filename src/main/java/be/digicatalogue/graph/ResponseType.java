package be.digicatalogue.graph;

import be.digicatalogue.http.Accept;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The media types of GraphQL answers, the preferred one first. */
enum ResponseType {
    /** The HTTP status says whether the request succeeded. */
    GRAPHQL_RESPONSE("application/graphql-response+json"),
    /**
     * For clients that predate the specification: they attribute any status other than 200 to a proxy, so every well-formed
     * request has status 200.
     */
    JSON("application/json");

    private final String mediaType;
    private final String contentType;

    ResponseType(String mediaType) {
        this.mediaType = mediaType;
        this.contentType = mediaType + "; charset=utf-8";
    }

    String contentType() {
        return contentType;
    }

    /** The status of a well-formed request that cannot be executed. */
    int requestError() {
        return this == JSON ? 200 : 400;
    }

    /**
     * The type that a client prefers (RFC 9110, 12.5.1). Between two with equal weight, one that is named precedes one that
     * matches a wildcard, then the first one.
     *
     * @param headers the {@code Accept} headers; ranges with another charset are ignored, because JSON has one encoding
     * @return empty when they allow neither
     */
    static Optional<ResponseType> accepted(List<String> headers) {
        return Accept.of(headers).inUtf8().flatMap(accept -> Stream.of(values())
                .filter(type -> accept.allows(type.mediaType))
                .max(Comparator.comparing((ResponseType type) -> accept.preference(type.mediaType))
                        .thenComparing(Comparator.reverseOrder())));
    }
}
