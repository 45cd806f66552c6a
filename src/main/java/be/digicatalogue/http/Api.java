package be.digicatalogue.http;

import io.smallrye.common.annotation.NonBlocking;
import jakarta.ws.rs.core.Application;

/** Everything under REST computes from memory, so all of it runs on the event loop. */
@NonBlocking
public class Api extends Application {}
