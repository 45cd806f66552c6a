package be.digicatalogue.programme;

import be.digicatalogue.fact.Facts;
import be.digicatalogue.fact.SortKey;
import java.util.List;
import java.util.Map;

/** The programmes, in the order of the dataset. */
public final class Programmes extends Facts<Programme> {

    /** @param positions the position of each programme in the dataset, by id */
    public Programmes(List<Programme> programmes, Map<String, Integer> positions) {
        super(programmes, programme -> SortKey.of(positions.get(programme.id()), programme.id()));
    }
}
