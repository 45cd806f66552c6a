package be.digicatalogue.dataset;

import java.time.Instant;

/** The number of a published state of the catalogue, rising by one, and when it was published. */
public record Revision(long number, Instant publishedAt) {}
