package be.digicatalogue.graph;

import be.digicatalogue.fact.Message;
import be.digicatalogue.http.JsonInput;
import be.digicatalogue.http.MalformedJson;
import be.digicatalogue.http.QueryString;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The parameters of a request (GraphQL over HTTP). Exactly one of document, document id and hash is required, but a document
 * may be sent with its hash, so that later requests can send the hash alone.
 *
 * @param query the source text of the document
 * @param documentId the id of a registered document
 * @param hash the SHA-256 of a document in hexadecimal, as in automatic persisted queries
 * @param operationName the operation to execute; {@code null} when the document has only one
 * @param variables the variables by name
 */
record GraphRequest(String query, String documentId, String hash, String operationName, Map<String, Object> variables) {

    /** An example of a valid body. */
    static final String EXAMPLE = "{\"query\": \"{ provinces { name } }\"}";

    private static final Pattern SHA_256 = Pattern.compile("[0-9a-f]{64}");

    /** Documents are often pasted into JSON with their line breaks. */
    private static final ObjectReader OBJECT = JsonInput.READER
            .with(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
            .forType(new TypeReference<Map<String, Object>>() {});

    /**
     * Parses the parameters of a URL. An empty parameter counts as absent.
     *
     * @throws GraphRefusal when they are malformed
     * @throws be.digicatalogue.question.BadQuestion when they cannot be decoded
     */
    static GraphRequest ofAddress(String query) {
        var sent = QueryString.parse(query);
        return of(
                only(sent, "query"),
                only(sent, "documentId"),
                only(sent, "operationName"),
                object("variables", only(sent, "variables")),
                object("extensions", only(sent, "extensions")));
    }

    /**
     * Parses the parameters of a body. A {@code null} counts as absent; unknown properties are ignored.
     *
     * @throws GraphRefusal when the body is not valid JSON, or the parameters are malformed
     */
    static GraphRequest ofBody(byte[] body) {
        if (isArray(body)) {
            throw GraphRefusal.malformed(null, Message.of("graphql.batch", EXAMPLE));
        }
        var sent = object(null, body);
        return of(
                text(sent, "query"),
                text(sent, "documentId"),
                text(sent, "operationName"),
                map(sent, "variables"),
                map(sent, "extensions"));
    }

    private static GraphRequest of(
            String query,
            String documentId,
            String operationName,
            Map<String, Object> variables,
            Map<String, Object> extensions) {
        var hash = hash(extensions.get("persistedQuery"));
        if (documentId != null && (query != null || hash != null)) {
            throw GraphRefusal.malformed("documentId", Message.of("graphql.documentIdAndQuery"));
        }
        if (documentId == null && query == null && hash == null) {
            throw GraphRefusal.malformed("query", Message.of("graphql.noDocument"));
        }
        return new GraphRequest(
                query,
                documentId,
                hash,
                operationName == null || operationName.isEmpty() ? null : operationName,
                variables);
    }

    private static String hash(Object persisted) {
        if (persisted == null) {
            return null;
        }
        if (persisted instanceof Map<?, ?> query
                && Integer.valueOf(1).equals(query.get("version"))
                && query.get("sha256Hash") instanceof String hash
                && SHA_256.matcher(hash).matches()) {
            return hash;
        }
        throw GraphRefusal.malformed(
                "extensions",
                Message.of(
                        "graphql.persistedQuery",
                        "{\"version\": 1, \"sha256Hash\": \"ecf4edb46db40b5132295c0291d62fb65d6759a9eedfa4d5d612dd5ec54a6b38\"}"));
    }

    private static String only(Map<String, List<String>> sent, String name) {
        var values = sent.get(name);
        if (values == null) {
            return null;
        }
        if (values.size() > 1) {
            throw GraphRefusal.malformed(name, Message.of("parameter.repeated", name, values.size()));
        }
        return values.get(0).isEmpty() ? null : values.get(0);
    }

    private static Map<String, Object> object(String name, String json) {
        return json == null ? Map.of() : object(name, json.getBytes(StandardCharsets.UTF_8));
    }

    /** @param name the name of the parameter; {@code null} for a body */
    private static Map<String, Object> object(String name, byte[] json) {
        try {
            Map<String, Object> read = OBJECT.readValue(json);
            if (read != null) {
                return read;
            }
        } catch (StreamReadException malformed) {
            if (name == null) {
                throw GraphRefusal.malformed(null, MalformedJson.explanation(malformed));
            }
        } catch (IOException noObject) {
            // rejected below
        }
        throw GraphRefusal.malformed(
                name, name == null ? Message.of("graphql.body", EXAMPLE) : Message.of("parameter.notObject", name));
    }

    private static String text(Map<String, Object> sent, String name) {
        var value = sent.get(name);
        if (value == null || value instanceof String) {
            return (String) value;
        }
        throw GraphRefusal.malformed(name, Message.of("parameter.notText", name));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Map<String, Object> sent, String name) {
        var value = sent.get(name);
        if (value == null) {
            return Map.of();
        }
        if (value instanceof Map) {
            return (Map<String, Object>) value;
        }
        throw GraphRefusal.malformed(name, Message.of("parameter.notObject", name));
    }

    private static boolean isArray(byte[] body) {
        for (byte each : body) {
            if (each > ' ') {
                return each == '[';
            }
        }
        return false;
    }
}
