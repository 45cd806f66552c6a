package be.digicatalogue.publication;

import be.digicatalogue.fact.Digest;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;

/** The strong entity tag of a row: it depends only on the values of the row, not on the revision of its last change. */
public final class RowTag {

    private RowTag() {}

    public static String of(ObjectNode row) {
        return "\"" + Digest.of(row.toString().getBytes(StandardCharsets.UTF_8)) + "\"";
    }
}
