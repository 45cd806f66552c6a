package be.digicatalogue.organisation;

import be.digicatalogue.fact.Facts;
import be.digicatalogue.record.AgeFilter;
import be.digicatalogue.record.Ages;
import java.util.List;

/** The Voka chambers, by name. */
public final class Chambers extends Facts<Chamber> {

    private final Ages ages;

    public Chambers(List<Chamber> chambers, Ages ages) {
        super(chambers, Facts::byName);
        this.ages = ages;
    }

    public List<Chamber> answer(AgeFilter question) {
        return all().stream().filter(chamber -> question.admits(chamber, ages)).toList();
    }
}
