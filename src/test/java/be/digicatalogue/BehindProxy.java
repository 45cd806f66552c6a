package be.digicatalogue;

import be.digicatalogue.publication.Curating;
import io.quarkus.test.junit.QuarkusTestProfile;
import java.nio.file.Path;
import java.util.Map;

/** A service behind proxies that it believes, with an access log and few places for long answers. */
public final class BehindProxy implements QuarkusTestProfile {

    /** The lines of the access log, from the start of the application on. */
    public static final Path LOG = Path.of("target/behind-proxy.log");

    public static final int STREAMS = 20;
    public static final int WHOLE_READERS = 6;
    public static final int IN_FLIGHT = 40;

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.ofEntries(
                Map.entry("quarkus.http.proxy.proxy-address-forwarding", "true"),
                Map.entry("quarkus.http.proxy.allow-forwarded", "true"),
                Map.entry("quarkus.http.proxy.allow-x-forwarded", "true"),
                Map.entry("quarkus.http.proxy.strict-forwarded-control", "false"),
                Map.entry("quarkus.http.proxy.enable-forwarded-host", "true"),
                Map.entry("quarkus.http.proxy.trusted-proxies", "127.0.0.0/8"),
                Map.entry("catalogue.admin.tokens", Curating.TOKENS),
                Map.entry("quarkus.http.access-log.enabled", "true"),
                Map.entry("quarkus.log.file.enabled", "true"),
                Map.entry("quarkus.log.file.path", LOG.toString()),
                Map.entry("quarkus.log.file.json.enabled", "false"),
                // A thousand refusals with their stack traces would take longer than the tests.
                Map.entry("quarkus.log.file.filter", "quiet-refusals"),
                Map.entry("quarkus.log.file.format", "%c %m%n"),
                Map.entry("test.send-buffer", "16384"),
                Map.entry("catalogue.changes.streams", String.valueOf(STREAMS)),
                Map.entry("catalogue.whole.readers", String.valueOf(WHOLE_READERS)),
                Map.entry("catalogue.traffic.in-flight", String.valueOf(IN_FLIGHT)));
    }
}
