package be.digicatalogue.http;

import java.time.Instant;

/**
 * When what was written is right: an answer of tomorrow must not outlive a clock that is set back.
 *
 * @param from the first instant
 * @param until the instant of the next change
 */
record Validity(Instant from, Instant until) {

    static final Validity ALWAYS = new Validity(Instant.MIN, Instant.MAX);

    boolean includes(Instant instant) {
        return !instant.isBefore(from) && instant.isBefore(until);
    }
}
