package be.digicatalogue.geo;

import be.digicatalogue.question.Selection;
import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;
import java.util.function.Function;
import java.util.function.IntConsumer;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import org.roaringbitmap.RoaringBitmap;

/**
 * Finds the nearest of many items: a balanced kd-tree over unit vectors, stored in flat arrays. Each item has a number
 * in tree order, so a subtree is a range of numbers and neighbours mostly have close numbers. A search gets the numbers
 * of the matching items, walks outward from the origin and skips subtrees without a match. Its time hardly depends on
 * how many other items there are. Building takes O(n log² n).
 *
 * <p>An item whose place is only known to lie within a circle comes where it would come at its farthest: the order is that
 * of {@link Nearby#farthestMetres}. Each subtree has the least and the greatest radius of its items, so that it is still
 * skipped as a whole.
 */
public final class NearestIndex<T> {

    /** Ranges with at most about this many matching items are scanned instead of walked. */
    private static final int FEW = 8;

    /** The number of values of an item, and the place of its radius among them, behind the coordinates. */
    private static final int WIDTH = 4;

    private static final int RADIUS = 3;

    private final List<T> items;
    private final ToIntFunction<T> uncertainty;
    /** By number: the rank of the item in the given list. The median of a range is its node. */
    private final int[] ranks;
    /** By number, for nodes only: the axis that divides their range; smaller coordinates come before the node. */
    private final byte[] axes;

    /**
     * By number, {@link #WIDTH} values each: x, y, z, and the radius in metres of the circle in which the item lies. They are
     * together because they are read together.
     */
    private final double[] places;

    /** By number, for nodes: the least and the greatest of these radiuses in their range. */
    private final int[] leastUncertain;

    private final int[] mostUncertain;

    private final RoaringBitmap every;

    /**
     * Builds the index of a list.
     *
     * @param items the items; their order breaks ties at the same rounded distance
     * @param uncertainty the radius in metres of the circle in which an item lies; 0 when its place is known
     */
    public NearestIndex(List<T> items, Function<T, GeoPoint> location, ToIntFunction<T> uncertainty) {
        this.items = items;
        this.uncertainty = uncertainty;
        int n = items.size();
        var coordinates = new double[RADIUS][n];
        for (int rank = 0; rank < n; rank++) {
            var vector = UnitVector.of(location.apply(items.get(rank)));
            for (int axis = 0; axis < coordinates.length; axis++) {
                coordinates[axis][rank] = coordinate(vector, axis);
            }
        }
        ranks = IntStream.range(0, n).toArray();
        axes = new byte[n];
        build(0, n, coordinates);
        places = new double[n * WIDTH];
        leastUncertain = new int[n];
        for (int number = 0; number < n; number++) {
            int rank = ranks[number];
            for (int axis = 0; axis < RADIUS; axis++) {
                places[number * WIDTH + axis] = coordinates[axis][rank];
            }
            leastUncertain[number] = uncertainty.applyAsInt(items.get(rank));
            places[number * WIDTH + RADIUS] = leastUncertain[number];
        }
        mostUncertain = leastUncertain.clone();
        boundUncertain(0, n);
        every = RoaringBitmap.bitmapOfRange(0, n);
    }

    private void boundUncertain(int from, int to) {
        if (to - from < 2) {
            return;
        }
        int node = node(from, to);
        boundUncertain(from, node);
        boundUncertain(node + 1, to);
        widen(node, from, node);
        widen(node, node + 1, to);
    }

    /** Includes the radiuses of a part of the range of a node. */
    private void widen(int node, int from, int to) {
        if (from < to) {
            int part = node(from, to);
            leastUncertain[node] = Math.min(leastUncertain[node], leastUncertain[part]);
            mostUncertain[node] = Math.max(mostUncertain[node], mostUncertain[part]);
        }
    }

    private static int node(int from, int to) {
        return (from + to) >>> 1;
    }

    /** The items by their numbers. */
    public List<T> byNumber() {
        return IntStream.of(ranks).mapToObj(items::get).toList();
    }

    /** The nearest of all items, nearest first. */
    public List<Nearby<T>> nearest(GeoPoint origin, int most) {
        return nearest(origin, most, every);
    }

    /**
     * The nearest of the matching items, nearest first.
     *
     * @param most the largest number of items to return
     * @param wanted the numbers of the matching items
     */
    public List<Nearby<T>> nearest(GeoPoint origin, int most, RoaringBitmap wanted) {
        return nearest(origin, Selection.lowest(most), wanted);
    }

    /**
     * The selected ones among the matching items, nearest first. Of each item the selection gets its {@link #place}.
     *
     * @param wanted the numbers of the matching items
     */
    public List<Nearby<T>> nearest(GeoPoint origin, Selection selection, RoaringBitmap wanted) {
        new Search(UnitVector.of(origin), selection, wanted).walk(0, ranks.length, 0);
        return new Hits(selection.inOrder());
    }

    /**
     * The place of an item in the order of distance, as a number.
     *
     * @param farthestMetres how far away it is at most
     * @param rank the rank of the item in the list of the index, which breaks ties
     */
    public static long place(int farthestMetres, int rank) {
        return (long) farthestMetres << Integer.SIZE | rank;
    }

    /** Passes the numbers of all items that may lie within the radius to the consumer. */
    public void within(GeoPoint origin, int radiusMetres, IntConsumer found) {
        new Within(UnitVector.of(origin), radiusMetres, found).walk(0, ranks.length, 0);
    }

    private void build(int from, int to, double[][] coordinates) {
        if (to - from < 2) {
            return;
        }
        int middle = node(from, to);
        int axis = widest(from, to, coordinates);
        axes[middle] = (byte) axis;
        select(from, to - 1, middle, coordinates[axis]);
        build(from, middle, coordinates);
        build(middle + 1, to, coordinates);
    }

    /** The axis along which a range extends furthest, so that its parts do not become slivers. */
    private int widest(int from, int to, double[][] coordinates) {
        int widest = 0;
        double width = -1;
        for (int axis = 0; axis < coordinates.length; axis++) {
            double least = Double.POSITIVE_INFINITY;
            double greatest = Double.NEGATIVE_INFINITY;
            for (int number = from; number < to; number++) {
                double coordinate = coordinates[axis][ranks[number]];
                least = Math.min(least, coordinate);
                greatest = Math.max(greatest, coordinate);
            }
            if (greatest - least > width) {
                widest = axis;
                width = greatest - least;
            }
        }
        return widest;
    }

    /** Hoare's quickselect: afterwards the item of the given rank is in place, with smaller coordinates before it. */
    private void select(int low, int high, int rank, double[] by) {
        while (low < high) {
            double pivot = by[ranks[(low + high) >>> 1]];
            int i = low;
            int j = high;
            while (i <= j) {
                while (by[ranks[i]] < pivot) {
                    i++;
                }
                while (by[ranks[j]] > pivot) {
                    j--;
                }
                if (i <= j) {
                    int swap = ranks[i];
                    ranks[i++] = ranks[j];
                    ranks[j--] = swap;
                }
            }
            if (rank <= j) {
                high = j;
            } else if (rank >= i) {
                low = i;
            } else {
                return;
            }
        }
    }

    private double coordinate(int number, int axis) {
        return places[number * WIDTH + axis];
    }

    private int radius(int number) {
        return (int) places[number * WIDTH + RADIUS];
    }

    private static double coordinate(UnitVector vector, int axis) {
        return axis == 0 ? vector.x() : axis == 1 ? vector.y() : vector.z();
    }

    /** The signed distance of an origin from the plane that divides the range of a node. */
    private double across(UnitVector origin, int node) {
        return coordinate(origin, axes[node]) - coordinate(node, axes[node]);
    }

    private double squaredChord(int number, UnitVector origin) {
        double dx = coordinate(number, 0) - origin.x();
        double dy = coordinate(number, 1) - origin.y();
        double dz = coordinate(number, 2) - origin.z();
        return dx * dx + dy * dy + dz * dz;
    }

    /** Half a metre, because distances are rounded, and a margin for rounding errors. */
    private static final double ROUNDING_METRES = 0.501;

    /** A search that leaves out what is too far away to be selected. */
    private final class Search {

        private final UnitVector origin;
        private final Selection selection;
        private final RoaringBitmap wanted;
        /** The size of a range in which about {@link #FEW} items match. */
        private final long small;

        /** The place of the farthest item that can still be selected, in metres too, and the squared chord of these. */
        private long farthest;

        private double farthestMetres;
        private double reach;

        Search(UnitVector origin, Selection selection, RoaringBitmap wanted) {
            this.origin = origin;
            this.selection = selection;
            this.wanted = wanted;
            this.small = (long) FEW * ranks.length / Math.max(1, wanted.getCardinality());
            limit(selection.highestOfInterest());
        }

        /** @param awayMetres the least distance of the range from the origin */
        void walk(int from, int to, double awayMetres) {
            if (awayMetres > farthestMetres) {
                return;
            }
            long next = wanted.nextValue(from);
            if (next < 0 || next >= to) {
                return;
            }
            int node = node(from, to);
            if (awayMetres + leastUncertain[node] > farthestMetres) {
                return;
            }
            if (to - from <= small) {
                while (next >= 0 && next < to) {
                    consider((int) next);
                    next = wanted.nextValue((int) next + 1);
                }
                return;
            }
            double across = across(origin, node);
            double beyond = Math.max(awayMetres, UnitVector.leastMetres(across));
            if (across < 0) {
                walk(from, node, awayMetres);
            } else {
                walk(node + 1, to, awayMetres);
            }
            if (wanted.contains(node)) {
                consider(node);
            }
            if (across < 0) {
                walk(node + 1, to, beyond);
            } else {
                walk(from, node, beyond);
            }
        }

        private void consider(int number) {
            double chord = squaredChord(number, origin);
            if (chord > reach) {
                return;
            }
            selection.offer(place(UnitVector.metres(chord) + radius(number), ranks[number]));
            long now = selection.highestOfInterest();
            if (now != farthest) {
                limit(now);
            }
        }

        private void limit(long place) {
            farthest = place;
            farthestMetres = (int) (place >>> Integer.SIZE) + ROUNDING_METRES;
            reach = UnitVector.squaredChord(farthestMetres);
        }
    }

    /**
     * The found items in order with their distances. It stores one number for each item, because there may be as many
     * as in the index.
     */
    private final class Hits extends AbstractList<Nearby<T>> implements RandomAccess {

        /** The distance at the farthest in the upper half, rank in the lower half. */
        private final long[] hits;

        Hits(long[] hits) {
            this.hits = hits;
        }

        @Override
        public Nearby<T> get(int index) {
            var item = items.get((int) hits[index]);
            int uncertainMetres = uncertainty.applyAsInt(item);
            return Nearby.at((int) (hits[index] >>> Integer.SIZE) - uncertainMetres, uncertainMetres, item);
        }

        @Override
        public int size() {
            return hits.length;
        }
    }

    private final class Within {

        private final UnitVector origin;
        private final int radiusMetres;
        private final IntConsumer found;

        Within(UnitVector origin, int radiusMetres, IntConsumer found) {
            this.origin = origin;
            this.radiusMetres = radiusMetres;
            this.found = found;
        }

        /** @param awayMetres the least distance of the range from the origin */
        void walk(int from, int to, double awayMetres) {
            if (from >= to) {
                return;
            }
            int node = node(from, to);
            if (awayMetres - mostUncertain[node] > radiusMetres + ROUNDING_METRES) {
                return;
            }
            double across = across(origin, node);
            double beyond = Math.max(awayMetres, UnitVector.leastMetres(across));
            walk(from, node, across < 0 ? awayMetres : beyond);
            if (UnitVector.metres(squaredChord(node, origin)) - radius(node) <= radiusMetres) {
                found.accept(node);
            }
            walk(node + 1, to, across < 0 ? beyond : awayMetres);
        }
    }
}
