package be.digicatalogue.linked;

import java.util.Map;
import java.util.Optional;

/** Where the records that have a page for people have it. */
final class Pages {

    /** By type, the address that the id of a record comes behind: {@code "digibanks", "/digibanken/"}. */
    private static final Map<String, String> BEFORE_ID = Map.of();

    private Pages() {}

    static Optional<String> of(String type, String id) {
        return Optional.ofNullable(BEFORE_ID.get(type)).map(before -> before + id);
    }
}
