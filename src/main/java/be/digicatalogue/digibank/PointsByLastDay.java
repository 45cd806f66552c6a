package be.digicatalogue.digibank;

import java.time.LocalDate;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.roaringbitmap.FastAggregation;
import org.roaringbitmap.RoaringBitmap;

/** Points, as bitmaps of their numbers, by the last day on which something that they say is believed. */
final class PointsByLastDay {

    /** The points whose day is past, and the last such day; that of a day without any before it is {@code null}. */
    private record Past(LocalDate last, RoaringBitmap points) {}

    private static final Past NONE = new Past(null, new RoaringBitmap());

    private final NavigableMap<LocalDate, RoaringBitmap> byDay = new TreeMap<>();
    private volatile Past latest = NONE;

    /** @param lastDay {@code null} for what is not believed at all */
    void add(LocalDate lastDay, int number) {
        byDay.computeIfAbsent(lastDay == null ? LocalDate.MIN : lastDay, first -> new RoaringBitmap())
                .add(number);
    }

    /** Whether there is a point at all. */
    boolean isEmpty() {
        return byDay.isEmpty();
    }

    /** The points of which it is no longer believed on a day; not to be changed. */
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

    /** The points whose last day it is; not to be changed. */
    RoaringBitmap on(LocalDate day) {
        return byDay.getOrDefault(day, NONE.points());
    }
}
