package be.digicatalogue.provenance;

import be.digicatalogue.fact.Facts;
import be.digicatalogue.fact.SortKey;
import java.util.List;

/** All sources: the documents by date, then the open data. */
public final class Sources extends Facts<Source> {

    public Sources(List<Source> sources) {
        super(sources, Sources::byDate);
    }

    /** Undated sources come last. */
    private static SortKey byDate(Source source) {
        return source.date() == null
                ? SortKey.of(source.kind().ordinal(), 1, source.id())
                : SortKey.of(source.kind().ordinal(), 0, source.date(), source.id());
    }
}
