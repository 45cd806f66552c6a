package be.digicatalogue.catalogue;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.time.temporal.ChronoUnit;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Health as the Belgif REST guide tells it, and readiness for a balancer: ready is who has a catalogue to serve. */
@Path("/health")
public class HealthResource {

    private final CurrentCatalogue current;

    HealthResource(CurrentCatalogue current) {
        this.current = current;
    }

    /** DEGRADED when the database is away: nothing can be published, reads go on. */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Response health() {
        var away = current.databaseAwaySince();
        var status = current.get().isEmpty() ? "DOWN" : away.isPresent() ? "DEGRADED" : "UP";
        var since = away.map(instant -> ",\"since\":\"" + instant.truncatedTo(ChronoUnit.SECONDS) + "\"")
                .orElse("");
        return Response.status(status.equals("DOWN") ? 503 : 200)
                .header("Cache-Control", "no-store")
                .entity(("{\"status\":\"" + status + "\"" + since + "}").getBytes(StandardCharsets.UTF_8))
                .build();
    }

    @Readiness
    HealthCheck catalogue() {
        return () -> HealthCheckResponse.named("A catalogue is served")
                .status(current.get().isPresent())
                .build();
    }
}
