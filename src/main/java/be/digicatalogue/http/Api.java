package be.digicatalogue.http;

import io.smallrye.common.annotation.NonBlocking;
import jakarta.ws.rs.core.Application;

/** The REST application. All faces compute from memory, so they run on the event loop. */
@NonBlocking
public class Api extends Application {}
