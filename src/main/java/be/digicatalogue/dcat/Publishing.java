package be.digicatalogue.dcat;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Who publishes the catalogue, and whom to write to; the operator says so, for no source does. */
@ApplicationScoped
public class Publishing {

    private final String name;
    private final Optional<String> email;

    Publishing(
            @ConfigProperty(name = "catalogue.publisher.name") String name,
            @ConfigProperty(name = "catalogue.publisher.email") Optional<String> email) {
        this.name = name;
        this.email = email.map(Publishing::mailto);
    }

    String name() {
        return name;
    }

    /** As an address of the scheme {@code mailto}. */
    Optional<String> email() {
        return email;
    }

    private static String mailto(String email) {
        try {
            return new URI("mailto", email.strip(), null).toASCIIString();
        } catch (URISyntaxException malformed) {
            throw new IllegalArgumentException("catalogue.publisher.email is no address: " + email, malformed);
        }
    }
}
