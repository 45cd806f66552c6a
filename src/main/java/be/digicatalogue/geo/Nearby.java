package be.digicatalogue.geo;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

/** An item with its distance from the origin of the request, {@code null} without an origin. */
public record Nearby<T>(@JsonUnwrapped T item, Integer distanceMetres) {}
