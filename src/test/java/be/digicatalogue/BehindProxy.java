package be.digicatalogue;

import be.digicatalogue.publication.Curating;
import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** A service behind proxies that it believes, with few places for long answers. */
public final class BehindProxy implements QuarkusTestProfile {

    public static final int STREAMS = 20;
    public static final int WHOLE_READERS = 6;
    public static final int IN_FLIGHT = 40;

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.ofEntries(
                Map.entry("quarkus.http.proxy.proxy-address-forwarding", "true"),
                Map.entry("quarkus.http.proxy.trusted-proxies", "127.0.0.0/8"),
                Map.entry("catalogue.admin.tokens", Curating.TOKENS),
                Map.entry("test.send-buffer", "16384"),
                Map.entry("catalogue.changes.streams", String.valueOf(STREAMS)),
                Map.entry("catalogue.whole.readers", String.valueOf(WHOLE_READERS)),
                Map.entry("catalogue.traffic.in-flight", String.valueOf(IN_FLIGHT)));
    }
}
