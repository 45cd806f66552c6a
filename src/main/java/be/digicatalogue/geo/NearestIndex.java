package be.digicatalogue.geo;

import java.util.List;
import java.util.PriorityQueue;
import java.util.function.IntConsumer;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Finds the nearest of many points: a balanced kd-tree over unit vectors, laid out in flat arrays, that walks outward
 * from the origin and applies the filter as it goes. Points are known by their position in the list, and positions
 * decide between points at the same rounded distance. Building takes O(n log² n), a search O(log n + k log k) when the
 * filter lets a fair share through; where it lets few through, {@link #nearestOf} over those is the better way.
 */
public final class NearestIndex {

    private final double[] xs;
    private final double[] ys;
    private final double[] zs;
    /** Positions in tree order: the median of a range is its node, smaller coordinates stand before it. */
    private final int[] tree;

    public NearestIndex(List<GeoPoint> points) {
        int n = points.size();
        xs = new double[n];
        ys = new double[n];
        zs = new double[n];
        for (int i = 0; i < n; i++) {
            var vector = UnitVector.of(points.get(i));
            xs[i] = vector.x();
            ys[i] = vector.y();
            zs[i] = vector.z();
        }
        tree = IntStream.range(0, n).toArray();
        build(0, n, 0);
    }

    /** A point that was found, by its position in the list. */
    public record Hit(int position, int distanceMetres) {}

    /**
     * The nearest points that pass the filter, nearest first.
     *
     * @param most how many at the most
     * @param radiusMetres points farther than this are left out
     */
    public List<Hit> nearest(GeoPoint origin, int most, int radiusMetres, IntPredicate filter) {
        var search = new Search(UnitVector.of(origin), most, radiusMetres);
        if (most > 0) {
            search.walk(0, tree.length, 0, filter);
        }
        return search.hits();
    }

    /** The same answer out of a few candidates, without the tree. */
    public List<Hit> nearestOf(IntStream candidates, GeoPoint origin, int most, int radiusMetres) {
        var search = new Search(UnitVector.of(origin), most, radiusMetres);
        if (most > 0) {
            candidates.forEach(search::offer);
        }
        return search.hits();
    }

    /** Tells the positions of all points within the radius, in no order. */
    public void within(GeoPoint origin, int radiusMetres, IntConsumer found) {
        new Within(UnitVector.of(origin), radiusMetres, found).walk(0, tree.length, 0);
    }

    private void build(int from, int to, int axis) {
        if (to - from < 2) {
            return;
        }
        int middle = (from + to) >>> 1;
        select(from, to - 1, middle, coordinates(axis));
        build(from, middle, next(axis));
        build(middle + 1, to, next(axis));
    }

    /** Hoare's quickselect: afterwards the wanted rank is in place, smaller coordinates before it. */
    private void select(int low, int high, int rank, double[] by) {
        while (low < high) {
            double pivot = by[tree[(low + high) >>> 1]];
            int i = low;
            int j = high;
            while (i <= j) {
                while (by[tree[i]] < pivot) {
                    i++;
                }
                while (by[tree[j]] > pivot) {
                    j--;
                }
                if (i <= j) {
                    int swap = tree[i];
                    tree[i++] = tree[j];
                    tree[j--] = swap;
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

    private double[] coordinates(int axis) {
        return axis == 0 ? xs : axis == 1 ? ys : zs;
    }

    private static int next(int axis) {
        return axis == 2 ? 0 : axis + 1;
    }

    private static double coordinate(UnitVector vector, int axis) {
        return axis == 0 ? vector.x() : axis == 1 ? vector.y() : vector.z();
    }

    private double squaredChord(int position, UnitVector origin) {
        double dx = xs[position] - origin.x();
        double dy = ys[position] - origin.y();
        double dz = zs[position] - origin.z();
        return dx * dx + dy * dy + dz * dz;
    }

    /** Keeps the best hits in a heap whose top is the worst of them. */
    private final class Search {

        private final UnitVector origin;
        private final int most;
        private final int radiusMetres;
        /** Distance in the upper, position in the lower half, so that plain order is the order of the answer. */
        private final PriorityQueue<Long> best = new PriorityQueue<>((a, b) -> Long.compare(b, a));

        private int reachMetres;
        /** Squared chord beyond which nothing can be among the best any more. */
        private double reach;

        Search(UnitVector origin, int most, int radiusMetres) {
            this.origin = origin;
            this.most = most;
            this.radiusMetres = radiusMetres;
            reachTo(radiusMetres);
        }

        void walk(int from, int to, int axis, IntPredicate filter) {
            if (from >= to) {
                return;
            }
            int middle = (from + to) >>> 1;
            int position = tree[middle];
            double across = coordinate(origin, axis) - coordinates(axis)[position];
            if (across < 0) {
                walk(from, middle, next(axis), filter);
            } else {
                walk(middle + 1, to, next(axis), filter);
            }
            if (filter.test(position)) {
                offer(position);
            }
            if (across * across <= reach) {
                if (across < 0) {
                    walk(middle + 1, to, next(axis), filter);
                } else {
                    walk(from, middle, next(axis), filter);
                }
            }
        }

        void offer(int position) {
            double chord = squaredChord(position, origin);
            if (chord > reach) {
                return;
            }
            int metres = UnitVector.metres(chord);
            if (metres > reachMetres) {
                return;
            }
            long hit = (long) metres << 32 | position;
            if (best.size() < most) {
                best.add(hit);
            } else if (hit < best.peek()) {
                best.poll();
                best.add(hit);
            }
            if (best.size() == most) {
                reachTo((int) (best.peek() >>> 32));
            }
        }

        List<Hit> hits() {
            return best.stream()
                    .sorted()
                    .map(hit -> new Hit((int) (long) hit, (int) (hit >>> 32)))
                    .toList();
        }

        /** Whatever rounds to the reach still counts, hence the half metre and a little for rounding errors. */
        private void reachTo(int metres) {
            reachMetres = Math.min(metres, radiusMetres);
            reach = UnitVector.squaredChord(reachMetres + 0.501);
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
            this.reach = UnitVector.squaredChord(radiusMetres + 0.501);
            this.found = found;
        }

        void walk(int from, int to, int axis) {
            if (from >= to) {
                return;
            }
            int middle = (from + to) >>> 1;
            int position = tree[middle];
            double across = coordinate(origin, axis) - coordinates(axis)[position];
            boolean reachesOver = across * across <= reach;
            if (UnitVector.metres(squaredChord(position, origin)) <= radiusMetres) {
                found.accept(position);
            }
            if (across < 0 || reachesOver) {
                walk(from, middle, next(axis));
            }
            if (across >= 0 || reachesOver) {
                walk(middle + 1, to, next(axis));
            }
        }
    }
}
