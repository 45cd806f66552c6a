package be.digicatalogue.dataset;

import java.time.Instant;

/**
 * A published state of the catalogue: its number, which increases by one, its random id, which tells it from a revision with
 * the same number after a restored back-up, and its publication time.
 */
public record Revision(long number, String id, Instant publishedAt) {

    /** Its position in the history, which no revision of another history has. */
    public String position() {
        return number + "-" + id;
    }
}
