package be.digicatalogue.fact;

/** A path within this service, such as {@code /v1/partners}; answers show it as an absolute URL. */
public record Link(String path) {}
