package be.digicatalogue.hours;

import be.digicatalogue.fact.Text;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** One calendar day in local time, from midnight to midnight, divided where the state changes. */
final class Day {

    /** The state of a span; {@code endUnknown} when its end is only the latest possible one. */
    record DaySpan(OpeningState state, boolean endUnknown, Text why) {

        static final DaySpan CLOSED = new DaySpan(OpeningState.CLOSED, false, null);
    }

    final Text holiday;
    private final int[] starts;
    private final DaySpan[] pieces;

    private Day(Text holiday, int[] starts, DaySpan[] pieces) {
        this.holiday = holiday;
        this.starts = starts;
        this.pieces = pieces;
    }

    /** The same day with every period unknown. */
    Day unknown(Text why) {
        return new Day(holiday, new int[1], new DaySpan[] {new DaySpan(OpeningState.UNKNOWN, false, why)});
    }

    int size() {
        return starts.length;
    }

    int start(int index) {
        return starts[index];
    }

    DaySpan piece(int index) {
        return pieces[index];
    }

    int indexAt(int minute) {
        int found = Arrays.binarySearch(starts, minute);
        return found >= 0 ? found : -found - 2;
    }

    DaySpan at(int minute) {
        return pieces[indexAt(minute)];
    }

    /** A day, or the hours that begin on a day including those after midnight, onto which rules are painted one by one. */
    static final class Canvas {

        private final int length;
        private final TreeMap<Integer, DaySpan> pieces = new TreeMap<>();

        Canvas(int length, DaySpan background) {
            this.length = length;
            pieces.put(0, background);
        }

        void clear() {
            pieces.clear();
            pieces.put(0, DaySpan.CLOSED);
        }

        /** @param shift the minutes by which the span is moved, minus a day for the hours that yesterday adds to today */
        void paint(Span span, int shift, Rule rule) {
            paint(span, shift, rule.state(), rule.why(), rule.join() == Rule.Join.FALL_BACK);
        }

        void paint(Span span, int shift, OpeningState state, Text why, boolean whereClosed) {
            boolean endUnknown = span.openEnd() && state == OpeningState.OPEN;
            paint(span.from() + shift, span.to() + shift, new DaySpan(state, endUnknown, why), whereClosed);
            if (span.mayLastTo() > span.to()) {
                var reason = why == null ? Reasons.END_NOT_PUBLISHED : why;
                paint(
                        span.to() + shift,
                        span.mayLastTo() + shift,
                        new DaySpan(OpeningState.UNKNOWN, false, reason),
                        whereClosed);
            }
        }

        void paint(int from, int to, DaySpan piece, boolean whereClosed) {
            int start = Math.max(from, 0);
            int end = Math.min(to, length);
            if (start >= end) {
                return;
            }
            cut(start);
            if (end < length) {
                cut(end);
            }
            for (var entry : pieces.subMap(start, end).entrySet()) {
                if (!whereClosed || entry.getValue().state() == OpeningState.CLOSED) {
                    entry.setValue(piece);
                }
            }
        }

        /** Replaces every piece that is not already unknown. */
        void doubt(DaySpan unknown) {
            pieces.replaceAll((start, piece) -> piece.state() == OpeningState.UNKNOWN ? piece : unknown);
        }

        /** Makes the pieces unknown where the other canvas has another state. */
        void doubtWhereOtherThan(Canvas other, DaySpan unknown) {
            other.pieces.keySet().forEach(this::cut);
            for (var entry : pieces.entrySet()) {
                if (other.pieces.floorEntry(entry.getKey()).getValue().state()
                        != entry.getValue().state()) {
                    entry.setValue(unknown);
                }
            }
        }

        private void cut(int minute) {
            pieces.putIfAbsent(minute, pieces.floorEntry(minute).getValue());
        }

        /** The pieces in order, with equal neighbours joined. */
        List<Map.Entry<Integer, DaySpan>> pieces() {
            var joined = new ArrayList<Map.Entry<Integer, DaySpan>>();
            DaySpan last = null;
            for (var entry : pieces.entrySet()) {
                if (!entry.getValue().equals(last)) {
                    joined.add(Map.entry(entry.getKey(), entry.getValue()));
                    last = entry.getValue();
                }
            }
            return joined;
        }

        Day day(Text holiday) {
            var joined = pieces();
            return new Day(
                    holiday,
                    joined.stream().mapToInt(Map.Entry::getKey).toArray(),
                    joined.stream().map(Map.Entry::getValue).toArray(DaySpan[]::new));
        }
    }
}
