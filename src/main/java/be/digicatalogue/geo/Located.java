package be.digicatalogue.geo;

/** Something with a location; {@code null} when the location is unknown. */
public interface Located {

    Location location();
}
