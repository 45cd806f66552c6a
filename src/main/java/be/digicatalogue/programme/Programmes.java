package be.digicatalogue.programme;

import be.digicatalogue.fact.Facts;
import java.util.List;

/** The programmes, in the order of the dataset. */
public final class Programmes extends Facts<Programme> {

    public Programmes(List<Programme> programmes) {
        super(programmes);
    }
}
