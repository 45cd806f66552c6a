package be.digicatalogue.http;

import be.digicatalogue.question.BadQuestion;
import io.vertx.core.http.HttpMethod;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.function.Consumer;

/**
 * Passes a request whose search may take long on to a worker thread. Most requests search for nothing or among few records, and
 * stay on their event loop. GraphQL and assistants, whose searches are in the body, do the same by themselves.
 */
@Singleton
public class WorkerDispatch implements RequestStep {

    private static final String WORDS = "q";

    @Override
    public void handle(RequestContext context, Consumer<RequestContext> next) {
        if (searchesLong(context)) {
            var routing = context.routing();
            routing.vertx()
                    .executeBlocking(
                            () -> {
                                next.accept(context);
                                return null;
                            },
                            false)
                    .onFailure(routing::fail);
        } else {
            next.accept(context);
        }
    }

    private static boolean searchesLong(RequestContext context) {
        var http = context.routing().request();
        // A body is read on the event loop.
        if (http.query() == null || http.method() != HttpMethod.GET && http.method() != HttpMethod.HEAD) {
            return false;
        }
        var catalogue = context.catalogueIfRead();
        return catalogue.isPresent() && catalogue.get().search().takesLong(length(context));
    }

    private static int length(RequestContext context) {
        try {
            return context.parameters().getOrDefault(WORDS, List.of()).stream()
                    .mapToInt(String::length)
                    .sum();
        } catch (BadQuestion malformed) {
            // The face refuses it.
            return 0;
        }
    }
}
