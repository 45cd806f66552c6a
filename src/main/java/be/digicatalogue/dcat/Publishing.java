package be.digicatalogue.dcat;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The publisher of the catalogue and its contact, as the operator configures them. */
@ApplicationScoped
public class Publishing {

    private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+");

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

    /** As a {@code mailto} URI. */
    Optional<String> email() {
        return email;
    }

    /**
     * The {@code mailto} URI of an e-mail address.
     *
     * @throws IllegalArgumentException when it is not an e-mail address
     */
    public static String mailto(String email) {
        if (!EMAIL.matcher(email.strip()).matches()) {
            throw new IllegalArgumentException(email + " is not an e-mail address");
        }
        try {
            return new URI("mailto", email.strip(), null).toASCIIString();
        } catch (URISyntaxException malformed) {
            throw new IllegalArgumentException(email + " is not an e-mail address", malformed);
        }
    }
}
