package be.digicatalogue.linked;

import be.digicatalogue.fact.Language;
import java.util.Map;
import java.util.Optional;

/** Where the records that have a page for people have it. */
final class Pages {

    /** By type, the address that the id of a record comes behind. */
    private static final Map<String, String> BEFORE_ID = Map.of(
            "service-points",
            "/digibanken/",
            "voka-offices",
            "/voka/",
            "partners",
            "/partners/",
            "consortia",
            "/digihubs/");

    private Pages() {}

    static Optional<String> of(String type, String id, Language language) {
        return Optional.ofNullable(BEFORE_ID.get(type))
                .map(before -> (language == Language.NL ? "" : "/" + language.tag()) + before + id);
    }
}
