package be.digicatalogue.graph;

import be.digicatalogue.http.Accept;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The media types of GraphQL answers, the preferred one first. */
enum ResponseType {
    /** The status tells what became of the request. */
    GRAPHQL_RESPONSE("application/graphql-response+json"),
    /**
     * For clients from before the specification: what comes with another status than 200 they take for the word of some
     * proxy, so every request of the right form is answered with 200.
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

    /** The status of a request that has the right form, but cannot be executed. */
    int requestError() {
        return this == JSON ? 200 : 400;
    }

    /**
     * The type that a client prefers (RFC 9110, 12.5.1). Of two that are equally welcome it is the one that is named rather
     * than meant by a wildcard, and then the first.
     *
     * @param headers {@code Accept} as it was sent; JSON has one encoding, so ranges in others are none of ours
     * @return empty when they allow neither
     */
    static Optional<ResponseType> accepted(List<String> headers) {
        return Accept.of(headers).inUtf8().flatMap(accept -> Stream.of(values())
                .filter(type -> accept.allows(type.mediaType))
                .max(Comparator.comparing((ResponseType type) -> accept.preference(type.mediaType))
                        .thenComparing(Comparator.reverseOrder())));
    }
}
