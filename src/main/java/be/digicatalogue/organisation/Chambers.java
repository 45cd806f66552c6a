package be.digicatalogue.organisation;

import be.digicatalogue.fact.Facts;
import java.util.List;

/** The Voka chambers, by name. */
public final class Chambers extends Facts<Chamber> {

    public Chambers(List<Chamber> chambers) {
        super(byName(chambers));
    }
}
