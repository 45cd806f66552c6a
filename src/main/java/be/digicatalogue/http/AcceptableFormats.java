package be.digicatalogue.http;

import be.digicatalogue.fact.Message;
import java.util.List;
import java.util.Optional;

/**
 * The forms in which one address answers, the one that is given when nothing else is asked first.
 *
 * @param address its template
 * @param mediaTypes all that it answers, whichever of them are formats
 * @param names of the formats
 * @param all every format that some address has
 */
record AcceptableFormats(
        String address, List<String> mediaTypes, List<Format> formats, List<String> names, List<Format> all) {

    AcceptableFormats(String address, List<String> mediaTypes, List<Format> formats, List<Format> all) {
        this(address, mediaTypes, formats, formats.stream().map(Format::name).toList(), all);
    }

    /** The parameter that names a format; it goes before {@code Accept}. */
    static final String PARAMETER = "f";

    /** Whether there is a choice. */
    boolean isChoice() {
        return formats.size() > 1;
    }

    Optional<Format> named(String name) {
        return formats.stream().filter(format -> format.name().equals(name)).findFirst();
    }

    /** True for a format that other addresses have and this one has not. */
    boolean isElsewhere(String name) {
        return named(name).isEmpty()
                && all.stream().anyMatch(format -> format.name().equals(name));
    }

    /** The format that a client likes best, of equals the first; empty when none is acceptable. */
    Optional<Format> accepted(Accept accept) {
        return accept.best(formats, Format::mediaType);
    }

    /** The problem for a client that accepts none of them. */
    Problem notAcceptable() {
        return Problem.status(
                406,
                isChoice()
                        ? Message.of("problem.formatNotAcceptable", mediaTypes, names)
                        : Message.of("problem.notAcceptable", mediaTypes));
    }
}
