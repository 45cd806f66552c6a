package be.digicatalogue.http;

import be.digicatalogue.fact.Fact;
import be.digicatalogue.record.RecordKind;

/** The face of a kind of record over REST, for faces that give the same in another form. */
public interface RecordFace {

    RecordKind kind();

    /** The list that the request at hand asks for. */
    PagedAnswer list();

    /** A record as it is shown alone. */
    default Object shown(Fact record) {
        return record;
    }
}
