package be.digicatalogue.confirmation;

import be.digicatalogue.publication.Curating;
import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.HashMap;
import java.util.Map;

/** A service with curators that may send mail, with few that may wait. */
public final class Mailing implements QuarkusTestProfile {

    static final int PER_MINUTE = 20;
    static final int QUEUE = 30;

    @Override
    public Map<String, String> getConfigOverrides() {
        var settings = new HashMap<>(new Curating().getConfigOverrides());
        settings.put("catalogue.confirmations.per-minute", String.valueOf(PER_MINUTE));
        settings.put("catalogue.confirmations.queue", String.valueOf(QUEUE));
        return settings;
    }
}
