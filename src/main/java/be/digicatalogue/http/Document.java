package be.digicatalogue.http;

import jakarta.ws.rs.core.MediaType;

/** An answer that is finished but for its entity tag and how long it may be kept. */
record Document(byte[] content, MediaType type) {}
