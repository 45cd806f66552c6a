package be.digicatalogue.fact;

/** Something the catalogue knows, can name and can point at. */
public interface Fact {

    /** A stable slug, unique among the facts of its type. */
    String id();

    /** The path segment under which facts of this kind are served, such as {@code voka-offices}. */
    String type();

    /** What a reader calls it, in each language that has a name of its own. */
    Text label();

    default Reference reference() {
        return new Reference(type(), id());
    }
}
