package be.digicatalogue.geo;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.roaringbitmap.RoaringBitmap;

class NearestIndexTest {

    private static final int ANYWHERE = Integer.MAX_VALUE;

    private final Random random = new Random(20261120);

    @Test
    void findsWhatLookingAtEveryPointFinds() {
        for (int round = 0; round < 300; round++) {
            var points = points(random.nextInt(400));
            var uncertain = points.stream().map(point -> radius()).toList();
            var index =
                    new NearestIndex<>(IntStream.range(0, points.size()).boxed().toList(), points::get, uncertain::get);
            var byNumber = index.byNumber();
            var origin = point();
            int most = random.nextInt(30);
            int radius = 1 + random.nextInt(60_000);
            int share = 1 + random.nextInt(50);
            var wanted = RoaringBitmap.bitmapOf(IntStream.range(0, points.size())
                    .filter(number -> byNumber.get(number) % share == 0)
                    .toArray());
            assertEquals(
                    bruteForce(points, uncertain, origin, most, ANYWHERE, position -> position % share == 0),
                    index.nearest(origin, most, wanted),
                    "wanted, round " + round);
            assertEquals(
                    bruteForce(points, uncertain, origin, most, ANYWHERE, position -> true),
                    index.nearest(origin, most),
                    "all, round " + round);
            var within = new TreeSet<Integer>();
            index.within(origin, radius, number -> within.add(byNumber.get(number)));
            assertEquals(
                    bruteForce(points, uncertain, origin, ANYWHERE, radius, position -> true).stream()
                            .map(Nearby::item)
                            .sorted()
                            .toList(),
                    List.copyOf(within),
                    "within, round " + round);
        }
    }

    @Test
    void itemsAtTheSameRoundedDistanceKeepTheirOrder() {
        var desk = new GeoPoint(51.05, 3.72);
        var points = new ArrayList<>(List.of(new GeoPoint(51.06, 3.72)));
        for (int i = 0; i < 50; i++) {
            points.add(i % 2 == 0 ? desk : new GeoPoint(51.050001, 3.72));
        }
        var index = new NearestIndex<>(IntStream.range(0, points.size()).boxed().toList(), points::get, position -> 0);
        assertEquals(
                IntStream.rangeClosed(1, 20).boxed().toList(),
                index.nearest(desk, 20).stream().map(Nearby::item).toList());
    }

    @Test
    void measuresGreatCirclesOnTheMeanEarth() {
        var gent = new GeoPoint(51.05, 3.7167);
        var brussels = new GeoPoint(50.8504, 4.3488);
        assertEquals(haversine(gent, brussels), gent.distanceMetres(brussels));
        assertEquals(0, gent.distanceMetres(gent));
        assertEquals(111_195, new GeoPoint(50, 4).distanceMetres(new GeoPoint(51, 4)));
    }

    private static int haversine(GeoPoint a, GeoPoint b) {
        double dLat = Math.toRadians(b.lat() - a.lat());
        double dLon = Math.toRadians(b.lon() - a.lon());
        double h = Math.pow(Math.sin(dLat / 2), 2)
                + Math.cos(Math.toRadians(a.lat()))
                        * Math.cos(Math.toRadians(b.lat()))
                        * Math.pow(Math.sin(dLon / 2), 2);
        return (int) Math.round(2 * 6_371_008.8 * Math.asin(Math.sqrt(h)));
    }

    private static List<Nearby<Integer>> bruteForce(
            List<GeoPoint> points,
            List<Integer> uncertain,
            GeoPoint origin,
            int most,
            int radius,
            IntPredicate filter) {
        return IntStream.range(0, points.size())
                .filter(filter)
                .boxed()
                .filter(position -> haversine(points.get(position), origin) - uncertain.get(position) <= radius)
                .sorted(Comparator.comparing(
                                (Integer position) -> haversine(points.get(position), origin) + uncertain.get(position))
                        .thenComparing(position -> position))
                .map(position -> new Nearby<>(
                        position,
                        haversine(points.get(position), origin),
                        uncertain.get(position) == 0 ? null : uncertain.get(position)))
                .limit(most)
                .toList();
    }

    /** Some of them at the very same place, as desks in one building are. */
    private List<GeoPoint> points(int count) {
        var points = new ArrayList<GeoPoint>();
        for (int i = 0; i < count; i++) {
            points.add(i > 0 && random.nextInt(4) == 0 ? points.get(random.nextInt(i)) : point());
        }
        return points;
    }

    /** Half of the places are known, the others lie somewhere within up to 15 km. */
    private int radius() {
        return Math.max(0, random.nextInt(30_000) - 15_000);
    }

    private GeoPoint point() {
        return new GeoPoint(50.6 + random.nextDouble(), 2.5 + 3.5 * random.nextDouble());
    }
}
