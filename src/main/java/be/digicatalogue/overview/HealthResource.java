package be.digicatalogue.overview;

import be.digicatalogue.catalogue.CurrentCatalogue;
import be.digicatalogue.database.DatabaseMonitor;
import be.digicatalogue.database.Servers;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * The health in the format of the Belgif REST guide, and readiness for load balancers: an instance with a catalogue is ready.
 */
@Path("/health")
public class HealthResource {

    private final CurrentCatalogue current;
    private final DatabaseMonitor monitor;
    private final Servers servers;
    private final String version;

    HealthResource(
            CurrentCatalogue current,
            DatabaseMonitor monitor,
            Servers servers,
            @ConfigProperty(name = "quarkus.application.version") String version) {
        this.current = current;
        this.monitor = monitor;
        this.servers = servers;
        this.version = version;
    }

    /**
     * DEGRADED when nothing can be published, while reads continue: the database, or the primary among several servers, cannot be
     * reached, does not answer, or has a full disk. A service that is configured with a replica only is UP on it.
     */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Response health() {
        var database = monitor.state();
        boolean degraded =
                switch (database) {
                    case PRIMARY -> false;
                    case REPLICA -> servers.areSeveral();
                    case STARTING, FULL, AWAY -> true;
                };
        var status = current.get().isEmpty() ? "DOWN" : degraded ? "DEGRADED" : "UP";
        var since = monitor.readOnlySince()
                .filter(instant -> degraded)
                .map(instant -> ",\"since\":\"" + instant.truncatedTo(ChronoUnit.SECONDS) + "\"")
                .orElse("");
        return Response.status(status.equals("DOWN") ? 503 : 200)
                .header("Cache-Control", "no-store")
                .entity(("{\"status\":\"" + status + "\",\"database\":\""
                                + database.name().toLowerCase(Locale.ROOT) + "\"" + since + ",\"version\":\"" + version
                                + "\"}")
                        .getBytes(StandardCharsets.UTF_8))
                .build();
    }

    @Readiness
    HealthCheck catalogue() {
        return () -> HealthCheckResponse.named("A catalogue is served")
                .status(current.get().isPresent())
                .build();
    }
}
