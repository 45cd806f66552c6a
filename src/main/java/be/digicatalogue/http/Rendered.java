package be.digicatalogue.http;

import jakarta.ws.rs.core.MediaType;

/** An answer that a face wrote in a form of its own, such as a calendar, as the view of its request says. */
public record Rendered(byte[] content, MediaType type) {}
