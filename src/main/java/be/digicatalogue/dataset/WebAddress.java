package be.digicatalogue.dataset;

import be.digicatalogue.fact.Message;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Set;
import org.apache.commons.validator.routines.DomainValidator;

/**
 * The rule of web addresses: {@code http} or {@code https}, a domain under an existing top-level domain (RFC 3986, the list of
 * IANA in Commons Validator), in any script. What is no public address, such as one of a local network, is refused.
 */
final class WebAddress {

    private static final Set<String> SCHEMES = Set.of("http", "https");

    private WebAddress() {}

    /** What is expected instead of a text that is no such address; {@code null} for an address. */
    static Message problem(String text) {
        try {
            var address = new URI(text);
            var authority = address.getAuthority();
            if (SCHEMES.contains(String.valueOf(address.getScheme())) && authority != null) {
                if (authority.indexOf('@') >= 0) {
                    return Message.of("expected.webAddressWithoutUser");
                }
                var host = authority.replaceFirst(":[0-9]{1,5}$", "");
                return isDomain(host) ? null : Message.of("expected.publicDomain", host);
            }
        } catch (URISyntaxException malformed) {
            // reported below
        }
        return Message.of("expected.webAddress");
    }

    /** True for a domain that can exist on the internet: no IP address, no local name. */
    static boolean isDomain(String host) {
        return DomainValidator.getInstance(false).isValid(host) && !host.endsWith(".");
    }
}
