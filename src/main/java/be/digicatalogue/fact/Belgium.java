package be.digicatalogue.fact;

import java.time.ZoneId;

/** Belgium, the country that the facts are about. */
public final class Belgium {

    /** The time zone in which days begin and end. */
    public static final ZoneId ZONE = ZoneId.of("Europe/Brussels");

    private Belgium() {}
}
