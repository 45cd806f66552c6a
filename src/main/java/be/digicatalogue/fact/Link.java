package be.digicatalogue.fact;

/** An address within this service, from {@code /v1} on; the answer shows it absolute. */
public record Link(String path) {}
