package be.digicatalogue.digibank;

import be.digicatalogue.fact.Message;
import be.digicatalogue.fact.Reference;
import be.digicatalogue.fact.Words;
import be.digicatalogue.geo.BoundingBox;
import be.digicatalogue.place.Municipalities;
import be.digicatalogue.place.Origin;
import be.digicatalogue.place.Places;
import be.digicatalogue.province.Provinces;
import be.digicatalogue.question.PageRequest;
import be.digicatalogue.question.Parameters;
import be.digicatalogue.record.AgeFilter;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Set;

/**
 * The query for service points. A part that is {@code null} or empty is no filter; all others must match.
 *
 * @param radiusMetres 1 to 100 000, only with an origin
 * @param services the services, all of which the point must offer
 * @param openAt the instant at which the point must be open, and for which its state is shown instead of now; a past instant
 * counts as now
 * @param openNow whether the point must be open at the moment of the request
 * @param age which points by the age of their fields
 * @param now the moment of the request
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
        AgeFilter age,
        ZonedDateTime now,
        Set<String> facets,
        PageRequest page) {

    private static final List<String> FACETS = List.of("service", "province", "locationType", "opening");

    private static final String EDGES = "minLon,minLat,maxLon,maxLat";

    private static final int LARGEST_RADIUS_METRES = 100_000;

    /** The moment at which points must be open. */
    Instant moment() {
        return isAhead() ? openAt : now.toInstant();
    }

    /** True when it is about a moment in the future. */
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
        if (radius != null && Places.ORIGIN.stream().noneMatch(parameters::has)) {
            parameters.refuse("radius", Message.of("place.radiusWithoutOrigin"));
        }
        var province = parameters.named("province", provinces);
        var municipality = municipalities.inForce(parameters, now.toLocalDate());
        var digibank = parameters.named("digibank", digibanks);
        var openAt = parameters.instant("openAt", now.getZone());
        var openNow = parameters.bool("openNow");
        if (openAt != null && Boolean.TRUE.equals(openNow)) {
            parameters.refuse("openNow", Message.of("parameter.exclusive", List.of("openAt", "openNow")));
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
                AgeFilter.read(parameters, now.toLocalDate()),
                now,
                parameters.facets(FACETS),
                parameters.page("service-points", Places.ORIGIN));
    }

    private static BoundingBox box(Parameters parameters) {
        var edges = parameters.decimals("bbox", Message.of("expected.box", EDGES), 4);
        if (edges == null) {
            return null;
        }
        var box = new BoundingBox(edges.get(0), edges.get(1), edges.get(2), edges.get(3));
        if (box.minLon() < -180 || box.maxLon() > 180 || box.minLat() < -90 || box.maxLat() > 90) {
            parameters.expect("bbox", Message.of("expected.degrees"));
        } else if (box.minLon() > box.maxLon() || box.minLat() > box.maxLat()) {
            parameters.expect("bbox", Message.of("expected.orderedBox", EDGES));
        }
        return box;
    }
}
