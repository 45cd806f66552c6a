package be.digicatalogue.geo;

/** Something that covers an area. */
public interface Outlined {

    Outline outline();
}
