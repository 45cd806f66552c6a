package be.digicatalogue.place;

import be.digicatalogue.geo.GeoPoint;
import java.util.List;

/**
 * Where a caller stands.
 *
 * @param point what distances are measured from
 * @param places the localities that were named; for bare coordinates and for a municipality there are none
 * @param municipality the municipality that was named by its own name or NIS code, if that is how it was said
 */
public record Origin(GeoPoint point, List<Place> places, Municipality municipality) {}
