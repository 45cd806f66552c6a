package be.digicatalogue.hours;

import be.digicatalogue.fact.Age;
import be.digicatalogue.fact.Message;
import be.digicatalogue.fact.Text;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The opening hours of a place: its usual hours, in the {@code opening_hours} syntax of OpenStreetMap, and dated exceptions.
 * Instants are converted to the local time of Brussels. When summer time ends, an hour occurs twice; when it starts, an hour
 * is skipped.
 *
 * @see <a href="https://wiki.openstreetmap.org/wiki/Key:opening_hours/specification">the specification</a>
 */
public final class OpeningHours {

    /** How far ahead an evaluation looks. */
    public static final Duration HORIZON = Duration.ofDays(14);

    /** The number of days ahead that a result may depend on: the horizon, counted from the end of the present period. */
    private static final long FARTHEST_DAYS = 2 * HORIZON.toDays() + 1;

    private static final int DAY_SECONDS = 24 * 60 * 60;
    private static final long NONE = Long.MIN_VALUE;

    private final String osm;
    private final Timetable timetable;
    private final Text inWords;

    /** The last result and its instant, valid until one of its components changes. */
    private volatile LastAnswer lastAnswer;

    private record LastAnswer(Instant from, Opening opening) {
        boolean holdsAt(Instant moment) {
            return !moment.isBefore(from) && moment.isBefore(opening.sameUntil());
        }
    }

    private OpeningHours(String osm, List<Rule> rules, List<OpeningException> exceptions) {
        this.osm = osm;
        this.timetable = new Timetable(rules, replacements(exceptions));
        this.inWords = osm == null ? null : HoursInWords.of(osm, rules);
    }

    /**
     * Parses hours.
     *
     * @throws UnreadableHours when the text or an exception cannot be evaluated, or when exceptions overlap
     */
    public static OpeningHours parse(String osm, List<OpeningException> exceptions) {
        return new OpeningHours(osm, HoursReader.rules(osm), exceptions);
    }

    /**
     * The hours of a place that publishes none: unknown, except on the days of its exceptions.
     *
     * @throws UnreadableHours when an exception cannot be evaluated, or when exceptions overlap
     */
    public static OpeningHours unknown(List<OpeningException> exceptions) {
        return new OpeningHours(null, unknown(Reasons.NONE_PUBLISHED), exceptions);
    }

    /** The hours of a place whose published hours cannot be evaluated: always unknown. */
    static OpeningHours unreadable() {
        return new OpeningHours(null, unknown(Reasons.NOT_READABLE), List.of());
    }

    private static List<Rule> unknown(Text why) {
        return List.of(new Rule(
                Rule.Join.OVERRIDE, false, Days.ALL, List.of(Span.WHOLE_DAY), OpeningState.UNKNOWN, null, why));
    }

    /** The hours as published; null when there are none. */
    public String osm() {
        return osm;
    }

    /** The usual hours in words, without exceptions; null when there are none. */
    public Text inWords() {
        return inWords;
    }

    /** True when an exception applies on the day, so that the state is known whatever the age of the usual hours. */
    public boolean hasExceptionOn(Moment moment) {
        return hasExceptions() && timetable.exceptions().contains(moment.epochDay);
    }

    public boolean hasExceptions() {
        return !timetable.exceptions().isEmpty();
    }

    /** The state only, for filters. It takes some nanoseconds for hours that are the same every week. */
    public OpeningState stateAt(Moment moment) {
        return timetable.day(moment).at(moment.minute).state();
    }

    /** The state of hours with an age, as in {@link #at(Instant, Age)}. */
    public OpeningState stateAt(Moment moment, Age age) {
        return age == null || isBelievedOn(moment.epochDay, age) ? stateAt(moment) : OpeningState.UNKNOWN;
    }

    /** The state only. To evaluate many places at one instant, use a {@link Moment}. */
    public OpeningState stateAt(Instant instant) {
        return stateAt(Moment.of(instant));
    }

    public Opening at(ZonedDateTime moment) {
        return at(moment.toInstant());
    }

    public Opening at(Instant moment) {
        var cached = lastAnswer;
        if (cached == null || !cached.holdsAt(moment)) {
            cached = new LastAnswer(moment, evaluate(moment, null));
            lastAnswer = cached;
        }
        return cached.opening();
    }

    /**
     * Evaluates hours with an age. On days on which they are overdue or undated, only exceptions say whether the place is
     * open.
     *
     * @param age {@code null} for hours that do not age
     */
    public Opening at(Instant moment, Age age) {
        var today = Moment.of(moment).day();
        if (age == null || age.isBelievedOn(today.plusDays(FARTHEST_DAYS))) {
            return at(moment);
        }
        var opening = evaluate(moment, age);
        if (isBelievedOn(today.toEpochDay(), age)) {
            return opening;
        }
        var older = at(moment);
        return opening.accordingTo(
                older.state() == OpeningState.UNKNOWN ? null : new AccordingTo(older.state(), age.knownOn()),
                older.sameUntil());
    }

    /**
     * The next instant at which the place is known to open, even after unknown hours; {@code null} when there is none within
     * 14 days.
     */
    public OffsetDateTime opensAfter(Instant moment) {
        return opensAfter(moment, null);
    }

    /** The same for hours of some age, as {@link #at(Instant, Age)}. */
    public OffsetDateTime opensAfter(Instant moment, Age age) {
        long horizon = moment.getEpochSecond() + HORIZON.toSeconds();
        var walk = new Walk(moment, age);
        while (walk.at <= horizon) {
            var before = walk.piece.state();
            walk.next();
            if (before != OpeningState.OPEN && walk.piece.state() == OpeningState.OPEN) {
                return visible(walk.at, horizon);
            }
        }
        return null;
    }

    /** The open periods between two instants, in order, truncated at both. Periods with unknown hours are not among them. */
    public List<OpenStretch> openBetween(Instant from, Instant to) {
        return openBetween(from, to, null);
    }

    /** The same for hours of some age, as {@link #at(Instant, Age)}. */
    public List<OpenStretch> openBetween(Instant from, Instant to, Age age) {
        return openBetween(from, to, age, new Walk(from, age));
    }

    /** The open periods between two instants, including likely ones on days on which the hours are overdue or undated. */
    public List<OpenStretch> openOrLikelyBetween(Instant from, Instant to, Age age) {
        return openBetween(from, to, age, new Walk(from, null));
    }

    private List<OpenStretch> openBetween(Instant from, Instant to, Age age, Walk walk) {
        var stretches = new ArrayList<OpenStretch>();
        var begin = from;
        while (begin.isBefore(to)) {
            var piece = walk.piece;
            boolean believed = age == null || isBelievedOn(walk.epochDay, age);
            walk.next();
            var next = Instant.ofEpochSecond(walk.at);
            var end = next.isBefore(to) ? next : to;
            if (piece.state() == OpeningState.OPEN && begin.isBefore(end)) {
                var stretch = new OpenStretch(begin, end, whyOpen(piece), believed);
                int last = stretches.size() - 1;
                if (last >= 0 && stretches.get(last).goesOnIn(stretch)) {
                    stretches.set(last, stretches.get(last).until(stretch));
                } else {
                    stretches.add(stretch);
                }
            }
            begin = next;
        }
        return stretches;
    }

    private static Text whyOpen(Day.DaySpan piece) {
        return piece.why() == null && piece.endUnknown() ? Reasons.END_NOT_PUBLISHED : piece.why();
    }

    private Opening evaluate(Instant moment, Age age) {
        long now = moment.getEpochSecond();
        long horizon = now + HORIZON.toSeconds();
        var walk = new Walk(moment, age);
        var here = walk.piece;
        var holiday = walk.day.holiday;
        long change = NONE;
        long closes = NONE;
        long opens = NONE;
        boolean seekCloses = here.state() == OpeningState.OPEN;
        boolean seekOpens = here.state() != OpeningState.UNKNOWN;
        var last = here;
        while (change == NONE || seekCloses || seekOpens) {
            walk.next();
            // Changes that are 14 days after the first change come within the horizon only after it.
            if (walk.at > (change == NONE ? horizon : change + HORIZON.toSeconds())) {
                if (change != NONE) {
                    break;
                }
                change = horizon;
            }
            var piece = walk.piece;
            if (change == NONE && !sameAnswer(here, holiday, piece, walk.day.holiday)) {
                change = walk.at;
            }
            if (seekCloses && piece.state() != OpeningState.OPEN) {
                seekCloses = false;
                closes = piece.state() == OpeningState.CLOSED && !last.endUnknown() ? walk.at : NONE;
            }
            if (seekOpens && piece.state() == OpeningState.UNKNOWN) {
                seekOpens = false;
            } else if (seekOpens && piece.state() == OpeningState.OPEN && last.state() != OpeningState.OPEN) {
                seekOpens = false;
                opens = walk.at;
            }
            last = piece;
        }
        return new Opening(
                here.state(),
                visible(closes, horizon),
                visible(opens, horizon),
                holiday,
                here.why(),
                null,
                Instant.ofEpochSecond(
                        Math.min(change, Math.min(comesIntoView(closes, horizon), comesIntoView(opens, horizon)))));
    }

    private boolean isBelievedOn(long epochDay, Age age) {
        return age.isBelievedOn(LocalDate.ofEpochDay(epochDay))
                || timetable.exceptions().contains(epochDay);
    }

    private static boolean sameAnswer(Day.DaySpan one, Text holiday, Day.DaySpan other, Text otherHoliday) {
        return one.state() == other.state()
                && Objects.equals(one.why(), other.why())
                && Objects.equals(holiday, otherHoliday);
    }

    private static OffsetDateTime visible(long at, long horizon) {
        return at == NONE || at > horizon
                ? null
                : Instant.ofEpochSecond(at).atZone(Moment.BRUSSELS).toOffsetDateTime();
    }

    private static long comesIntoView(long at, long horizon) {
        return at == NONE || at <= horizon ? Long.MAX_VALUE : at - HORIZON.toSeconds();
    }

    private static Map<Long, Timetable.Replacement> replacements(List<OpeningException> exceptions) {
        var replacements = new HashMap<Long, Timetable.Replacement>();
        for (var exception : exceptions) {
            var replacement = HoursReader.replacement(exception);
            for (var day = exception.validFrom(); !day.isAfter(exception.validTo()); day = day.plusDays(1)) {
                if (replacements.put(day.toEpochDay(), replacement) != null) {
                    throw new UnreadableHours(Message.of("hours.twoExceptions", day));
                }
            }
        }
        return replacements;
    }

    /** Iterates over the pieces of the hours in chronological order, in epoch seconds. */
    private final class Walk {

        /** {@code null} for hours that do not age. */
        private final Age age;

        /** Why hours of this age are not believed; {@code null} until a day needs it, since it is dear to write. */
        private Text unbelieved;

        private long epochDay;
        private Day day;
        private Day.DaySpan piece;
        private int index;
        private long at;

        /** The instant at which this part of the day would have started at midnight if its offset had not changed. */
        private long midnight;

        /** Minutes in local time. A day on which the offset changes has two parts. */
        private int partEnd;

        private long change;

        Walk(Instant moment, Age age) {
            this.age = age;
            var here = Moment.of(moment);
            enter(here.epochDay);
            if (change != NONE && moment.getEpochSecond() >= change) {
                pass();
            }
            index = day.indexAt(here.minute);
            piece = day.piece(index);
        }

        void next() {
            index++;
            if (index < day.size() && day.start(index) < partEnd) {
                at = midnight + day.start(index) * 60L;
            } else if (change != NONE) {
                pass();
            } else {
                enter(epochDay + 1);
            }
            piece = day.piece(index);
        }

        private void enter(long date) {
            epochDay = date;
            day = timetable.day(date);
            if (age != null && !isBelievedOn(date, age)) {
                if (unbelieved == null) {
                    unbelieved = Reasons.notBelieved(age);
                }
                day = day.unknown(unbelieved);
            }
            index = 0;
            midnight = midnight(date);
            at = midnight;
            partEnd = Span.DAY;
            change = NONE;
            if (midnight(date + 1) - midnight != DAY_SECONDS) {
                change = Moment.CLOCK
                        .nextTransition(Instant.ofEpochSecond(midnight))
                        .toEpochSecond();
                partEnd = (int) (change - midnight) / 60;
            }
        }

        /** Continues at the change of the offset. */
        private void pass() {
            var transition = Moment.CLOCK.nextTransition(Instant.ofEpochSecond(midnight));
            at = change;
            midnight -= transition.getDuration().toSeconds();
            partEnd = Span.DAY;
            index = day.indexAt(transition.getDateTimeAfter().toLocalTime().toSecondOfDay() / 60);
            change = NONE;
        }

        private static long midnight(long date) {
            return LocalDate.ofEpochDay(date).atStartOfDay(Moment.BRUSSELS).toEpochSecond();
        }
    }
}
