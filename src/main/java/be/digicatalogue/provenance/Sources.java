package be.digicatalogue.provenance;

import be.digicatalogue.fact.Facts;
import java.util.Comparator;
import java.util.List;

/** All sources: the documents by date, then the open data. */
public final class Sources extends Facts<Source> {

    public Sources(List<Source> sources) {
        super(sources.stream()
                .sorted(Comparator.comparing(Source::kind)
                        .thenComparing(Source::date, Comparator.nullsLast(Comparator.naturalOrder()))
                        .thenComparing(Source::id))
                .toList());
    }
}
