package be.digicatalogue.fact;

/** A fact with a URL of its own, {@code /v1/{type}/{id}}, which answers show as {@code href}. */
public interface Addressed extends Fact {}
