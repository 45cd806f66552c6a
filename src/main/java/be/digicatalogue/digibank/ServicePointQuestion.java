package be.digicatalogue.digibank;

import be.digicatalogue.fact.Reference;
import be.digicatalogue.fact.Words;
import be.digicatalogue.geo.BoundingBox;
import be.digicatalogue.place.Municipalities;
import be.digicatalogue.place.Origin;
import be.digicatalogue.place.Places;
import be.digicatalogue.province.Provinces;
import be.digicatalogue.question.PageRequest;
import be.digicatalogue.question.Parameters;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Set;

/**
 * The citizen's question: which service points, seen from where. Every part that is {@code null} or empty asks nothing;
 * the others must all be met.
 *
 * @param radiusMetres 1 to 100 000, with an origin only
 * @param services the point offers all of these
 * @param openAt the point is open at this instant, and tells how open it is then instead of now; now when it is past
 * @param openNow the point is open at the moment of the question
 * @param overdue a field of the point is past its review period
 * @param undated a field of the point has a review period and no date
 * @param now the moment of the question
 */
public record ServicePointQuestion(
        Origin origin,
        Integer radiusMetres,
        BoundingBox box,
        Set<ServiceCode> services,
        LocationType locationType,
        Reference province,
        Reference municipality,
        Reference digibank,
        Words words,
        Instant openAt,
        boolean openNow,
        boolean overdue,
        boolean undated,
        ZonedDateTime now,
        Set<String> facets,
        PageRequest page) {

    private static final List<String> FACETS = List.of("service", "province", "locationType", "opening");

    private static final int LARGEST_RADIUS_METRES = 100_000;

    /** The moment at which points are to be open. */
    Instant moment() {
        return isAhead() ? openAt : now.toInstant();
    }

    /** Whether it is about a moment that is yet to come. */
    boolean isAhead() {
        return openAt != null && openAt.isAfter(now.toInstant());
    }

    static ServicePointQuestion read(
            Parameters parameters,
            ZonedDateTime now,
            Provinces provinces,
            Municipalities municipalities,
            Places places,
            Digibanks digibanks) {
        var origin = places.origin(parameters);
        var radius = parameters.whole("radius", 1, LARGEST_RADIUS_METRES);
        if (radius != null && !parameters.has("lat") && !parameters.has("postalCode") && !parameters.has("place")) {
            parameters.refuse("radius", "A radius needs an origin: lat and lon, postalCode or place.");
        }
        var province = parameters.named("province", provinces);
        var municipality = municipalities.inForce(parameters, now.toLocalDate());
        var digibank = parameters.named("digibank", digibanks);
        var openAt = parameters.instant("openAt", now.getZone());
        var openNow = parameters.bool("openNow");
        if (openAt != null && Boolean.TRUE.equals(openNow)) {
            parameters.refuse("openNow", "Allowed: openAt or openNow, not both.");
        }
        return new ServicePointQuestion(
                origin,
                radius,
                box(parameters),
                parameters.codes("service", ServiceCode.class),
                parameters.code("locationType", LocationType.class),
                province == null ? null : province.reference(),
                municipality == null ? null : municipality.reference(),
                digibank == null ? null : digibank.reference(),
                parameters.words("q"),
                openAt,
                Boolean.TRUE.equals(openNow),
                Boolean.TRUE.equals(parameters.bool("overdue")),
                Boolean.TRUE.equals(parameters.bool("undated")),
                now,
                parameters.facets(FACETS),
                parameters.page());
    }

    private static BoundingBox box(Parameters parameters) {
        var edges = parameters.decimals("bbox", "four numbers minLon,minLat,maxLon,maxLat in degrees", 4);
        if (edges == null) {
            return null;
        }
        var box = new BoundingBox(edges.get(0), edges.get(1), edges.get(2), edges.get(3));
        if (box.minLon() < -180 || box.maxLon() > 180 || box.minLat() < -90 || box.maxLat() > 90) {
            parameters.refuse("bbox", "Allowed: longitudes from -180 to 180 and latitudes from -90 to 90.");
        } else if (box.minLon() > box.maxLon() || box.minLat() > box.maxLat()) {
            parameters.refuse("bbox", "Allowed: minLon,minLat,maxLon,maxLat, each minimum at most its maximum.");
        }
        return box;
    }
}
