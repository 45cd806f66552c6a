package be.digicatalogue.digibank;

import java.time.LocalDate;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.roaringbitmap.FastAggregation;
import org.roaringbitmap.RoaringBitmap;

/** Points, as bitmaps of their numbers, by the last day of a review period. */
final class PointsByLastDay {

    /** The points whose last day has passed, and the latest of these days; {@code null} if no day has passed. */
    private record Past(LocalDate last, RoaringBitmap points) {}

    private static final Past NONE = new Past(null, new RoaringBitmap());

    private final NavigableMap<LocalDate, RoaringBitmap> byDay = new TreeMap<>();
    private volatile Past latest = NONE;

    /** @param lastDay {@code null} for an undated field */
    void add(LocalDate lastDay, int number) {
        byDay.computeIfAbsent(lastDay == null ? LocalDate.MIN : lastDay, first -> new RoaringBitmap())
                .add(number);
    }

    /** True when there are no points. */
    boolean isEmpty() {
        return byDay.isEmpty();
    }

    /** The points whose last day is before a day, or that are undated. Callers must not change the bitmap. */
    RoaringBitmap before(LocalDate day) {
        var last = byDay.lowerKey(day);
        var known = last == null ? NONE : latest;
        if (last != null && !last.equals(known.last())) {
            known = new Past(
                    last, FastAggregation.or(byDay.headMap(last, true).values().iterator()));
            latest = known;
        }
        return known.points();
    }

    /** The points with a last day. Callers must not change the bitmap. */
    RoaringBitmap on(LocalDate day) {
        return byDay.getOrDefault(day, NONE.points());
    }
}
