package be.digicatalogue.fact;

/** Something that the catalogue knows, names and refers to. */
public interface Fact {

    /** A stable slug, unique among the facts of its type. */
    String id();

    /** The path segment of the URLs of this kind of fact, such as {@code voka-offices}. */
    String type();

    /** The name for people, in each language that has one. */
    Text label();

    default Reference reference() {
        return new Reference(type(), id());
    }
}
