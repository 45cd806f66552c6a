package be.digicatalogue.fact;

/** A fact with an address of its own, {@code /v1/{type}/{id}}, which answers show as {@code href}. */
public interface Addressed extends Fact {}
