package be.digicatalogue;

import be.digicatalogue.fact.Belgium;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;

/** The clock of the service under test: the system's, until a test sets it. */
@Singleton
public final class TestClock implements InstantSource {

    /** {@code null} for the system's clock. */
    private static volatile Instant set;

    @Override
    public Instant instant() {
        var fixed = set;
        return fixed == null ? Instant.now() : fixed;
    }

    /** Stops the clock at a time in Belgium. */
    public static void stopAt(String belgian) {
        set = LocalDateTime.parse(belgian).atZone(Belgium.ZONE).toInstant();
    }

    public static void goOn() {
        set = null;
    }
}
