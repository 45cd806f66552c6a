package be.digicatalogue.fact;

import java.time.ZoneId;

/** The country whose facts these are. */
public final class Belgium {

    /** Days begin and end where the facts hold. */
    public static final ZoneId ZONE = ZoneId.of("Europe/Brussels");

    private Belgium() {}
}
