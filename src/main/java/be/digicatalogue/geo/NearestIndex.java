package be.digicatalogue.geo;

import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;
import java.util.function.Function;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.apache.lucene.util.LongHeap;
import org.roaringbitmap.RoaringBitmap;

/**
 * Finds the nearest of many items: a balanced kd-tree over unit vectors, laid out in flat arrays. Each item has a number in
 * the order of the tree, in which a part of the tree is a range of numbers, so that items near to each other mostly have
 * numbers near to each other. A search is told the numbers that are wanted; it walks outward from the origin and passes
 * over the parts without any. It takes about as long as if there were no others. Building takes O(n log² n).
 */
public final class NearestIndex<T> {

    /** A part of the tree with about so many wanted items is not worth a walk: each of them is looked at. */
    private static final int FEW = 8;

    private final List<T> items;
    /** By number: the rank of the item in the list that was given. The median of a range is its node. */
    private final int[] ranks;
    /** By number, of nodes only: the axis that divides their range, smaller coordinates stand before it. */
    private final byte[] axes;

    private final double[] xs;
    private final double[] ys;
    private final double[] zs;

    private final RoaringBitmap every;

    /**
     * The index of a list.
     *
     * @param items their order decides between items at the same rounded distance
     */
    public NearestIndex(List<T> items, Function<T, GeoPoint> location) {
        this.items = items;
        int n = items.size();
        var coordinates = new double[3][n];
        for (int rank = 0; rank < n; rank++) {
            var vector = UnitVector.of(location.apply(items.get(rank)));
            for (int axis = 0; axis < coordinates.length; axis++) {
                coordinates[axis][rank] = coordinate(vector, axis);
            }
        }
        ranks = IntStream.range(0, n).toArray();
        axes = new byte[n];
        build(0, n, coordinates);
        xs = byNumber(coordinates[0]);
        ys = byNumber(coordinates[1]);
        zs = byNumber(coordinates[2]);
        every = RoaringBitmap.bitmapOfRange(0, n);
    }

    /** The items by their numbers. */
    public List<T> byNumber() {
        return IntStream.of(ranks).mapToObj(items::get).toList();
    }

    /** The nearest of all, nearest first. */
    public List<Nearby<T>> nearest(GeoPoint origin, int most) {
        return nearest(origin, most, every);
    }

    /**
     * The nearest of those that are wanted, nearest first.
     *
     * @param most how many at the most
     * @param wanted their numbers
     */
    public List<Nearby<T>> nearest(GeoPoint origin, int most, RoaringBitmap wanted) {
        if (most == 0) {
            return List.of();
        }
        var search = new Search(UnitVector.of(origin), most, wanted);
        if (most > 0) {
            search.walk(0, ranks.length);
        }
        return search.found();
    }

    /** Tells the numbers of all items within the radius. */
    public void within(GeoPoint origin, int radiusMetres, IntConsumer found) {
        new Within(UnitVector.of(origin), radiusMetres, found).walk(0, ranks.length);
    }

    private void build(int from, int to, double[][] coordinates) {
        if (to - from < 2) {
            return;
        }
        int middle = (from + to) >>> 1;
        int axis = widest(from, to, coordinates);
        axes[middle] = (byte) axis;
        select(from, to - 1, middle, coordinates[axis]);
        build(from, middle, coordinates);
        build(middle + 1, to, coordinates);
    }

    /** The axis along which a range spreads most, so that its parts do not become slivers. */
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

    /** Hoare's quickselect: afterwards the wanted rank is in place, smaller coordinates before it. */
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

    private double[] byNumber(double[] byRank) {
        return IntStream.of(ranks).mapToDouble(rank -> byRank[rank]).toArray();
    }

    private double coordinate(int number, int axis) {
        return axis == 0 ? xs[number] : axis == 1 ? ys[number] : zs[number];
    }

    private static double coordinate(UnitVector vector, int axis) {
        return axis == 0 ? vector.x() : axis == 1 ? vector.y() : vector.z();
    }

    /** How far an origin lies beyond the plane that divides the range of a node. */
    private double across(UnitVector origin, int node) {
        return coordinate(origin, axes[node]) - coordinate(node, axes[node]);
    }

    private double squaredChord(int number, UnitVector origin) {
        double dx = xs[number] - origin.x();
        double dy = ys[number] - origin.y();
        double dz = zs[number] - origin.z();
        return dx * dx + dy * dy + dz * dz;
    }

    /** Whatever rounds to the reach still counts, hence the half metre and a little for rounding errors. */
    private static double squaredReach(int metres) {
        return UnitVector.squaredChord(metres + 0.501);
    }

    /** Keeps the best in a heap whose top is the worst of them. */
    private final class Search {

        private final UnitVector origin;
        private final int most;
        private final RoaringBitmap wanted;
        /** The size of a range of which about {@link #FEW} are wanted. */
        private final long small;
        /**
         * Distance in the upper, rank in the lower half, so that plain order is the order of the answer; negated, since the
         * least of the heap is the one that gives way.
         */
        private final LongHeap best;

        /** Squared chord beyond which nothing can be among the best any more. */
        private double reach = Double.POSITIVE_INFINITY;

        Search(UnitVector origin, int most, RoaringBitmap wanted) {
            this.origin = origin;
            this.most = most;
            this.best = new LongHeap(most);
            this.wanted = wanted;
            this.small = (long) FEW * ranks.length / Math.max(1, wanted.getCardinality());
        }

        void walk(int from, int to) {
            long next = wanted.nextValue(from);
            if (next < 0 || next >= to) {
                return;
            }
            if (to - from <= small) {
                while (next >= 0 && next < to) {
                    offer((int) next);
                    next = wanted.nextValue((int) next + 1);
                }
                return;
            }
            int node = (from + to) >>> 1;
            double across = across(origin, node);
            if (across < 0) {
                walk(from, node);
            } else {
                walk(node + 1, to);
            }
            if (wanted.contains(node)) {
                offer(node);
            }
            if (across * across <= reach) {
                if (across < 0) {
                    walk(node + 1, to);
                } else {
                    walk(from, node);
                }
            }
        }

        private void offer(int number) {
            double chord = squaredChord(number, origin);
            if (chord > reach) {
                return;
            }
            long hit = (long) UnitVector.metres(chord) << 32 | ranks[number];
            if (best.insertWithOverflow(-hit) && best.size() == most) {
                reach = squaredReach((int) (-best.top() >>> 32));
            }
        }

        List<Nearby<T>> found() {
            var found = new long[best.size()];
            for (int last = found.length - 1; last >= 0; last--) {
                found[last] = -best.pop();
            }
            return new Hits(found);
        }
    }

    /** Items in order with their distances, of which nothing but that is held: there may be as many as in the index. */
    private final class Hits extends AbstractList<Nearby<T>> implements RandomAccess {

        /** Distance in the upper, rank in the lower half. */
        private final long[] hits;

        Hits(long[] hits) {
            this.hits = hits;
        }

        @Override
        public Nearby<T> get(int index) {
            return new Nearby<>(items.get((int) hits[index]), (int) (hits[index] >>> 32));
        }

        @Override
        public int size() {
            return hits.length;
        }
    }

    private final class Within {

        private final UnitVector origin;
        private final int radiusMetres;
        private final double reach;
        private final IntConsumer found;

        Within(UnitVector origin, int radiusMetres, IntConsumer found) {
            this.origin = origin;
            this.radiusMetres = radiusMetres;
            this.reach = squaredReach(radiusMetres);
            this.found = found;
        }

        void walk(int from, int to) {
            if (from >= to) {
                return;
            }
            int node = (from + to) >>> 1;
            double across = across(origin, node);
            boolean reachesOver = across * across <= reach;
            if (across < 0 || reachesOver) {
                walk(from, node);
            }
            if (UnitVector.metres(squaredChord(node, origin)) <= radiusMetres) {
                found.accept(node);
            }
            if (across >= 0 || reachesOver) {
                walk(node + 1, to);
            }
        }
    }
}
