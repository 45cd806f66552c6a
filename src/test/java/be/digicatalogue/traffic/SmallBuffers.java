package be.digicatalogue.traffic;

import io.quarkus.vertx.http.HttpServerOptionsCustomizer;
import io.vertx.core.http.HttpServerOptions;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Buffers of the system that do not hold a whole list, for tests of those who read one slowly. */
@ApplicationScoped
class SmallBuffers implements HttpServerOptionsCustomizer {

    @ConfigProperty(name = "test.send-buffer")
    Optional<Integer> bytes;

    @Override
    public void customizeHttpServer(HttpServerOptions options) {
        bytes.ifPresent(options::setSendBufferSize);
    }
}
