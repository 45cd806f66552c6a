package be.digicatalogue.http;

import java.util.function.Consumer;

/**
 * One step on the way of every request to its face. A step either answers the request or calls {@code next}, once, at once
 * or later on the event loop of the request. Which steps there are, and in which order, is said by the pipeline alone.
 */
public interface RequestStep {

    void handle(RequestContext context, Consumer<RequestContext> next);
}
