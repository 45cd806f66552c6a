package be.digicatalogue.http;

import be.digicatalogue.fact.Fact;
import be.digicatalogue.record.RecordKind;

/** The REST face of a kind of record, for other faces that return the same records in another format. */
public interface RecordFace {

    RecordKind kind();

    /** The list for the current request. */
    PagedAnswer list();

    /** A record as shown on its own. */
    default Object shown(Fact record) {
        return record;
    }
}
