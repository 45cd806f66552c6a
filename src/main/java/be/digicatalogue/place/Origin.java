package be.digicatalogue.place;

import be.digicatalogue.geo.GeoPoint;
import java.util.List;

/**
 * The location of a caller.
 *
 * @param point the point from which distances are measured
 * @param places the named localities; empty for coordinates and for a municipality
 * @param municipality the municipality, when the caller named it by its own name or NIS code
 */
public record Origin(GeoPoint point, List<Place> places, Municipality municipality) {}
