package be.digicatalogue.record;

import java.util.List;

/** Tells which kinds of record there are: the root implements it, and is found as a {@link java.util.ServiceLoader} finds. */
public interface RecordTypeList {

    /** In the order in which they are listed. */
    List<RecordType<?, ?>> types();
}
