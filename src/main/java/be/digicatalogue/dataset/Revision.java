package be.digicatalogue.dataset;

import java.time.Instant;

/** A published state of the catalogue: its number, which increases by one, and its publication time. */
public record Revision(long number, Instant publishedAt) {}
