package be.digicatalogue.http;

import java.util.function.Consumer;

/**
 * One step of every request on its way to a face. A step either answers the request, or calls {@code next} exactly once,
 * immediately or later, on the event loop of the request. Only the pipeline defines the steps and their order.
 */
public interface RequestStep {

    void handle(RequestContext context, Consumer<RequestContext> next);
}
