package be.digicatalogue.question;

import be.digicatalogue.fact.Digest;
import be.digicatalogue.fact.SortKey;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * Cursors as they are sent: the sort key of an item, after a hash of it and of the list and its order. So a cursor can be
 * read in every later revision, also when its item is gone. The hash finds cursors of other lists or orders and those that
 * were cut off or changed. It is no secret: a cursor made with it is only another place in a public list.
 */
final class Cursor {

    /** No cursor is longer: a key has at most a few texts of bounded length. */
    static final int LONGEST = 4_000;

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<List<Object>> PARTS = new TypeReference<>() {};
    private static final int HASH = Digest.of(new byte[0]).length();

    private Cursor() {}

    static String written(String order, SortKey key) {
        try {
            return written(order, JSON.writeValueAsBytes(key.parts()));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("cannot write texts and numbers", impossible);
        }
    }

    private static String written(String order, byte[] json) {
        var list = order.getBytes(StandardCharsets.UTF_8);
        var hashed = ByteBuffer.allocate(list.length + 1 + json.length);
        return Digest.of(hashed.put(list).put((byte) 0).put(json).array())
                + Base64.getUrlEncoder().withoutPadding().encodeToString(json);
    }

    /** The key in a cursor; empty for anything that is no cursor of this list in this order. */
    static Optional<SortKey> read(String order, String cursor) {
        if (cursor.length() <= HASH) {
            return Optional.empty();
        }
        try {
            var json = Base64.getUrlDecoder().decode(cursor.substring(HASH));
            if (!written(order, json).equals(cursor)) {
                return Optional.empty();
            }
            var parts = new ArrayList<>();
            for (var part : JSON.readValue(json, PARTS)) {
                if (part instanceof String) {
                    parts.add(part);
                } else if (part instanceof Integer || part instanceof Long) {
                    parts.add(((Number) part).longValue());
                } else {
                    return Optional.empty();
                }
            }
            return Optional.of(new SortKey(List.copyOf(parts)));
        } catch (IllegalArgumentException | IOException unreadable) {
            return Optional.empty();
        }
    }
}
