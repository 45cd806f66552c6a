package be.digicatalogue.digibank;

import be.digicatalogue.fact.Age;
import be.digicatalogue.fact.Belgium;
import be.digicatalogue.hours.HoursAt;
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
 * evaluated once, and the states of the present instant are cached until one of them changes. Points whose hours are overdue
 * or undated on the day count as unknown.
 */
final class PointsByState {

    /**
     * The points in each state.
     *
     * @param openByOlderHours the points that are open according to overdue or undated hours, so that their state is unknown
     * @param from the evaluated instant
     * @param until the first instant at which a point may have another state; known only for the present instant
     */
    record States(
            Map<OpeningState, RoaringBitmap> points, RoaringBitmap openByOlderHours, Instant from, Instant until) {

        RoaringBitmap of(OpeningState state) {
            return points.get(state);
        }

        boolean holdAt(Instant instant) {
            return !instant.isBefore(from) && instant.isBefore(until);
        }
    }

    /** Undated: never within a review period. */
    private final Map<OpeningHours, RoaringBitmap> byHours = new HashMap<>();

    private final PointsByLastDay believed = new PointsByLastDay();
    private volatile States latest;

    /** The hours of the points, by number. */
    PointsByState(List<HoursAt> points) {
        for (int number = 0; number < points.size(); number++) {
            var its = points.get(number);
            byHours.computeIfAbsent(its.hours(), first -> new RoaringBitmap()).add(number);
            if (its.age() != null) {
                believed.add(its.age().lastDay(), number);
            }
        }
    }

    States at(Instant instant) {
        return at(instant, null);
    }

    States now(Instant now) {
        var known = latest;
        if (known == null || !known.holdAt(now)) {
            known = at(now, sameUntil(now));
            latest = known;
        }
        return known;
    }

    private Instant sameUntil(Instant now) {
        var until = byHours.keySet().stream()
                .map(hours -> hours.at(now).sameUntil())
                .min(Instant::compareTo)
                .orElse(Instant.MAX);
        var midnight =
                Moment.of(now).day().plusDays(1).atStartOfDay(Belgium.ZONE).toInstant();
        return believed.isEmpty() || until.isBefore(midnight) ? until : midnight;
    }

    /** The points that are not known to be open at an instant, but are known to open after it. */
    RoaringBitmap opensAfter(Instant instant) {
        var moment = Moment.of(instant);
        var today = moment.day();
        var horizon = today.plusDays(OpeningHours.HORIZON.toDays() + 1);
        var past = believed.before(today);
        var pastThen = believed.before(horizon);
        var opening = new ArrayList<RoaringBitmap>();
        byHours.forEach((hours, points) -> {
            if (opensAfter(instant, moment, hours, null)) {
                opening.add(RoaringBitmap.andNot(points, pastThen));
            }
            if (hours.hasExceptions() && opensAfter(instant, moment, hours, Age.UNDATED)) {
                opening.add(RoaringBitmap.and(points, past));
            }
            for (var day = today; day.isBefore(horizon); day = day.plusDays(1)) {
                if (RoaringBitmap.intersects(points, believed.on(day))
                        && opensAfter(instant, moment, hours, new Age(null, null, null, day))) {
                    opening.add(RoaringBitmap.and(points, believed.on(day)));
                }
            }
        });
        return FastAggregation.or(opening.iterator());
    }

    private static boolean opensAfter(Instant instant, Moment moment, OpeningHours hours, Age age) {
        return hours.stateAt(moment, age) != OpeningState.OPEN && hours.opensAfter(instant, age) != null;
    }

    private States at(Instant instant, Instant until) {
        var moment = Moment.of(instant);
        var parts = new EnumMap<OpeningState, List<RoaringBitmap>>(OpeningState.class);
        for (var state : OpeningState.values()) {
            parts.put(state, new ArrayList<>());
        }
        var excepted = new ArrayList<RoaringBitmap>();
        byHours.forEach((hours, points) -> {
            parts.get(hours.stateAt(moment)).add(points);
            if (hours.hasExceptionOn(moment)) {
                excepted.add(points);
            }
        });
        var states = new EnumMap<OpeningState, RoaringBitmap>(OpeningState.class);
        parts.forEach((state, points) -> states.put(state, FastAggregation.or(points.iterator())));
        var unbelieved = RoaringBitmap.andNot(believed.before(moment.day()), FastAggregation.or(excepted.iterator()));
        var older = RoaringBitmap.and(states.get(OpeningState.OPEN), unbelieved);
        states.get(OpeningState.OPEN).andNot(unbelieved);
        states.get(OpeningState.CLOSED).andNot(unbelieved);
        states.get(OpeningState.UNKNOWN).or(unbelieved);
        return new States(states, older, instant, until);
    }
}
