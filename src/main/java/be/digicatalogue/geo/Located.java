package be.digicatalogue.geo;

/** Something that stands at a point; {@code null} where nobody knows which. */
public interface Located {

    Location location();
}
