package be.digicatalogue.digibank;

import be.digicatalogue.fact.Facts;
import be.digicatalogue.geo.BoundingBox;
import be.digicatalogue.geo.GeoPoint;
import be.digicatalogue.geo.Nearby;
import be.digicatalogue.geo.NearestIndex;
import be.digicatalogue.place.Municipalities;
import be.digicatalogue.place.Places;
import be.digicatalogue.province.Provinces;
import be.digicatalogue.question.Found;
import be.digicatalogue.question.Page;
import be.digicatalogue.question.Parameters;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.roaringbitmap.RoaringBitmap;

/**
 * The service points, by name or nearest first. For each value of a filter there is a bitmap of the points that have it,
 * so that a question with any filters costs the intersection of a few bitmaps and the walk to the page that was asked.
 */
public final class ServicePoints extends Facts<ServicePoint> {

    private static final int ANY_DISTANCE = Integer.MAX_VALUE;

    private final Provinces provinces;
    private final Municipalities municipalities;
    private final Places places;
    private final Digibanks digibanks;

    /** In the order of ids, which decides between points at the same distance. Bitmaps and index count in this order. */
    private final List<ServicePoint> byId;

    private final int[] byName;
    private final Map<Object, RoaringBitmap> having = new HashMap<>();
    private final NearestIndex nearest;
    /** From south to north, where a box begins its search. */
    private final int[] byLatitude;

    public ServicePoints(
            List<ServicePoint> points,
            Provinces provinces,
            Municipalities municipalities,
            Places places,
            Digibanks digibanks) {
        super(byName(points));
        this.provinces = provinces;
        this.municipalities = municipalities;
        this.places = places;
        this.digibanks = digibanks;
        this.byId =
                points.stream().sorted(Comparator.comparing(ServicePoint::id)).toList();
        var positions = new HashMap<String, Integer>();
        for (int position = 0; position < byId.size(); position++) {
            var point = byId.get(position);
            positions.put(point.id(), position);
            note(point.locationType(), position);
            note(point.province(), position);
            note(point.address().municipality(), position);
            note(point.digibank(), position);
            for (var service : point.services()) {
                note(service, position);
            }
        }
        this.byName =
                all().stream().mapToInt(point -> positions.get(point.id())).toArray();
        this.byLatitude = IntStream.range(0, byId.size())
                .boxed()
                .sorted(Comparator.comparingDouble(
                        position -> byId.get(position).location().lat()))
                .mapToInt(Integer::intValue)
                .toArray();
        this.nearest = new NearestIndex(
                byId.stream().map(point -> point.location().point()).toList());
    }

    public ServicePointQuestion question(Parameters parameters, LocalDate today) {
        return ServicePointQuestion.read(parameters, today, provinces, municipalities, places, digibanks);
    }

    public Found<Nearby<ServicePoint>> answer(ServicePointQuestion question) {
        var wanted = wanted(question);
        return question.origin() == null
                ? inOrderOfNames(wanted, question.page())
                : nearestFirst(wanted, question.origin().point(), question.radiusMetres(), question.page());
    }

    /** The nearest of all, wherever they are. */
    public List<Nearby<ServicePoint>> nearest(GeoPoint origin, int most) {
        return nearby(nearest.nearest(origin, most, ANY_DISTANCE, position -> true));
    }

    private RoaringBitmap wanted(ServicePointQuestion question) {
        var wanted = RoaringBitmap.bitmapOfRange(0, byId.size());
        for (var service : question.services()) {
            wanted.and(having(service));
        }
        for (var value :
                new Object[] {question.locationType(), question.province(), question.municipality(), question.digibank()
                }) {
            if (value != null) {
                wanted.and(having(value));
            }
        }
        if (question.box() != null) {
            wanted.and(within(question.box()));
        }
        if (question.words() != null) {
            wanted.and(RoaringBitmap.bitmapOf(wanted.stream()
                    .filter(position -> byId.get(position).words().match(question.words()))
                    .toArray()));
        }
        return wanted;
    }

    private RoaringBitmap having(Object value) {
        return having.getOrDefault(value, new RoaringBitmap());
    }

    private void note(Object value, int position) {
        if (value != null) {
            having.computeIfAbsent(value, first -> new RoaringBitmap()).add(position);
        }
    }

    private RoaringBitmap within(BoundingBox box) {
        var within = new RoaringBitmap();
        for (int i = firstAtLatitude(box.minLat()); i < byLatitude.length; i++) {
            var point = byId.get(byLatitude[i]).location().point();
            if (point.lat() > box.maxLat()) {
                break;
            }
            if (box.contains(point)) {
                within.add(byLatitude[i]);
            }
        }
        return within;
    }

    private int firstAtLatitude(double latitude) {
        int low = 0;
        int high = byLatitude.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (byId.get(byLatitude[middle]).location().lat() < latitude) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private Found<Nearby<ServicePoint>> inOrderOfNames(RoaringBitmap wanted, Page page) {
        var items = IntStream.of(byName)
                .filter(wanted::contains)
                .skip(page.offset())
                .limit(page.size())
                .mapToObj(position -> new Nearby<>(byId.get(position), null))
                .toList();
        return new Found<>(items, wanted.getCardinality(), page);
    }

    private Found<Nearby<ServicePoint>> nearestFirst(
            RoaringBitmap wanted, GeoPoint origin, Integer radiusMetres, Page page) {
        int radius = radiusMetres == null ? ANY_DISTANCE : radiusMetres;
        int candidates = wanted.getCardinality();
        int total = radiusMetres == null ? candidates : nearest.count(origin, radius, wanted::contains);
        int reach = (int) Math.min(page.offset() + page.size(), total);
        if (page.offset() >= total) {
            return new Found<>(List.of(), total, page);
        }
        // The walk passes about reach * all / candidates points, the scan all candidates: take the shorter way.
        var hits = (double) candidates * candidates <= (double) reach * byId.size()
                ? nearest.nearestOf(wanted.stream(), origin, reach, radius)
                : nearest.nearest(origin, reach, radius, wanted::contains);
        return new Found<>(nearby(hits.subList((int) page.offset(), hits.size())), total, page);
    }

    private List<Nearby<ServicePoint>> nearby(List<NearestIndex.Hit> hits) {
        return hits.stream()
                .map(hit -> new Nearby<>(byId.get(hit.position()), hit.distanceMetres()))
                .toList();
    }
}
