package be.digicatalogue.fact;

import java.util.Comparator;

/**
 * A reference from one fact to another. Answers show it as {@code {id, href, name}}; the catalogue resolves the name.
 */
public record Reference(String type, String id) implements Comparable<Reference> {

    private static final Comparator<Reference> ORDER =
            Comparator.comparing(Reference::type).thenComparing(Reference::id);

    @Override
    public int compareTo(Reference other) {
        return ORDER.compare(this, other);
    }
}
