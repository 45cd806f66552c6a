package be.digicatalogue.hours;

/**
 * A period of one day in local time, in minutes since its midnight. It may continue into the next day (up to 48:00).
 *
 * @param to the end, exclusive; for an open end without a time, the next midnight
 * @param openEnd true when the end is not the real one, as in {@code 10:00+} or {@code 10:00-12:00+}
 * @param fixedEnd true when the text gives the end
 */
record Span(int from, int to, boolean openEnd, boolean fixedEnd) {

    static final int DAY = 24 * 60;

    static final Span WHOLE_DAY = new Span(0, DAY, false, true);

    /**
     * The time until which a period with an open end may last. As in opening_hours.js: until midnight when it starts (or is
     * certain to last) before 17:00, 10 hours more before 22:00, else 8 hours more.
     */
    int mayLastTo() {
        if (!openEnd) {
            return to;
        }
        int certain = fixedEnd ? to : from;
        int last = certain < 17 * 60 ? DAY : certain + (certain < 22 * 60 ? 10 : 8) * 60;
        return Math.min(Math.max(last, to), 2 * DAY);
    }
}
