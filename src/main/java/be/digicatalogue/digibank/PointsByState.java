package be.digicatalogue.digibank;

import be.digicatalogue.hours.Moment;
import be.digicatalogue.hours.OpeningHours;
import be.digicatalogue.hours.OpeningState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.roaringbitmap.FastAggregation;
import org.roaringbitmap.RoaringBitmap;

/**
 * The points that are open, closed or unknown at an instant, as bitmaps of their numbers. Points with the same hours are
 * evaluated once, and the states of the present instant are cached until one of them changes.
 */
final class PointsByState {

    /**
     * The points in each state.
     *
     * @param from the evaluated instant
     * @param until the first instant at which a point may have another state; known only for the present instant
     */
    record States(Map<OpeningState, RoaringBitmap> points, Instant from, Instant until) {

        RoaringBitmap of(OpeningState state) {
            return points.get(state);
        }

        boolean holdAt(Instant instant) {
            return !instant.isBefore(from) && instant.isBefore(until);
        }
    }

    private final Map<OpeningHours, RoaringBitmap> byHours = new HashMap<>();
    private volatile States latest;

    /** The hours of the points, by number. */
    PointsByState(List<OpeningHours> hours) {
        for (int number = 0; number < hours.size(); number++) {
            byHours.computeIfAbsent(hours.get(number), first -> new RoaringBitmap())
                    .add(number);
        }
    }

    States at(Instant instant) {
        return at(instant, null);
    }

    States now(Instant now) {
        var known = latest;
        if (known == null || !known.holdAt(now)) {
            var until = byHours.keySet().stream()
                    .map(hours -> hours.at(now).sameUntil())
                    .min(Instant::compareTo)
                    .orElse(Instant.MAX);
            known = at(now, until);
            latest = known;
        }
        return known;
    }

    /** The points that are not known to be open at an instant, but are known to open after it. */
    RoaringBitmap opensAfter(Instant instant) {
        var moment = Moment.of(instant);
        return FastAggregation.or(byHours.entrySet().stream()
                .filter(each -> each.getKey().stateAt(moment) != OpeningState.OPEN
                        && each.getKey().opensAfter(instant) != null)
                .map(Map.Entry::getValue)
                .iterator());
    }

    private States at(Instant instant, Instant until) {
        var moment = Moment.of(instant);
        var parts = new EnumMap<OpeningState, List<RoaringBitmap>>(OpeningState.class);
        for (var state : OpeningState.values()) {
            parts.put(state, new ArrayList<>());
        }
        byHours.forEach((hours, points) -> parts.get(hours.stateAt(moment)).add(points));
        var states = new EnumMap<OpeningState, RoaringBitmap>(OpeningState.class);
        parts.forEach((state, points) -> states.put(state, FastAggregation.or(points.iterator())));
        return new States(states, instant, until);
    }
}
