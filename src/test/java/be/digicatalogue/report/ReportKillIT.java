package be.digicatalogue.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import be.digicatalogue.PackagedService;
import be.digicatalogue.database.EmbeddedDatabase;
import be.digicatalogue.database.PostgresFaults;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Whatever is killed while people report, the service or its database: every report that was acknowledged is there. */
@Timeout(value = 20, unit = TimeUnit.MINUTES)
class ReportKillIT {

    private static final int KILLS = Integer.parseInt(System.getenv().getOrDefault("REPORT_KILLS", "3"));
    private static final Map<String, String> UNLIMITED =
            Map.of("CATALOGUE_REPORTS_PER_CLIENT", "1000000", "CATALOGUE_REPORTS_OPEN", "1000000");
    private static final Random CHANCE = new Random(24);

    @TempDir
    Path folder;

    @Test
    void noAcknowledgedReportIsLost() throws Exception {
        var acknowledged = new ArrayList<String>();
        try (var database = EmbeddedDatabase.start(folder.resolve("data"))) {
            var postgres = new PostgresFaults(folder.resolve("data"));
            for (int kill = 0; kill < KILLS; kill++) {
                var service = start("killed-" + kill, database).ready();
                var stop = new AtomicBoolean();
                var reporter = new Thread(() -> reportUntil(stop, service, acknowledged));
                reporter.start();
                int before = acknowledged(acknowledged).size();
                while (acknowledged(acknowledged).size() < before + 5) {
                    Thread.sleep(20);
                }
                Thread.sleep(CHANCE.nextInt(200));
                if (kill % 2 == 0) {
                    service.kill();
                } else {
                    postgres.kill();
                    Thread.sleep(500);
                    service.kill();
                }
                stop.set(true);
                reporter.join();
            }
            var witness = start("witness", database).ready();
            try {
                var addresses = acknowledged(acknowledged);
                assertTrue(addresses.size() >= 5 * KILLS, addresses::toString);
                for (var address : addresses) {
                    assertEquals(200, witness.get(address).statusCode(), address);
                }
            } finally {
                witness.close();
            }
        }
    }

    private PackagedService start(String name, EmbeddedDatabase database) {
        return PackagedService.start(name, database.servingUrl(), database.ownerUrl(), folder, UNLIMITED);
    }

    private static List<String> acknowledged(List<String> all) {
        synchronized (all) {
            return List.copyOf(all);
        }
    }

    private static void reportUntil(AtomicBoolean stop, PackagedService service, List<String> acknowledged) {
        while (!stop.get()) {
            try {
                var answer = service.post("/v1/reports", "application/json", """
                        {"type": "service-points", "problem": "missing", "message": "Een plek"}""");
                if (answer.statusCode() == 201) {
                    var address =
                            URI.create(answer.headers().firstValue("Location").orElseThrow());
                    synchronized (acknowledged) {
                        acknowledged.add(address.getPath());
                    }
                }
            } catch (IOException killed) {
                return;
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }
}
