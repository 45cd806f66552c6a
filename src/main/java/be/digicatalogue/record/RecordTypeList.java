package be.digicatalogue.record;

import java.util.List;

/** Lists the kinds of record. The root implements it, and {@link java.util.ServiceLoader} finds the implementation. */
public interface RecordTypeList {

    /** The record types, in list order. */
    List<RecordType<?, ?>> types();
}
