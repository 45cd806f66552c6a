package be.digicatalogue.http;

import be.digicatalogue.question.BadQuestion;
import io.quarkus.resteasy.reactive.server.runtime.ResteasyReactiveRecorder;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;
import java.util.List;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.handlers.BlockingHandler;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveContainerRequestContext;

/**
 * Passes a request whose search may take long on to a worker thread, as if its face were annotated with {@code @Blocking}. Other
 * requests of these faces search for nothing or among few records, and stay on their event loop. GraphQL and assistants, whose searches are in
 * the body, do the same by themselves.
 */
@Provider
@Searching
public class WorkerDispatch implements ContainerRequestFilter {

    private static final String WORDS = "q";
    private static final BlockingHandler WORKERS = new BlockingHandler(ResteasyReactiveRecorder.EXECUTOR_SUPPLIER);

    private final RequestContext context;

    WorkerDispatch(RequestContext context) {
        this.context = context;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        if (context.routing().request().query() != null
                && context.catalogueIfRead()
                        .filter(catalogue -> catalogue.search().takesLong(length()))
                        .isPresent()) {
            try {
                WORKERS.handle((ResteasyReactiveRequestContext)
                        ((ResteasyReactiveContainerRequestContext) request).getServerRequestContext());
            } catch (Exception impossible) {
                throw new IllegalStateException("a request cannot change its thread", impossible);
            }
        }
    }

    private int length() {
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
