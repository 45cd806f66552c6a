package be.digicatalogue.geo;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

/** Something with its distance from the asked origin; without an origin there is no distance. */
public record Nearby<T>(@JsonUnwrapped T item, Integer distanceMetres) {}
