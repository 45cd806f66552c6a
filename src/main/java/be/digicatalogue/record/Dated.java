package be.digicatalogue.record;

import be.digicatalogue.fact.Fact;
import java.time.LocalDate;
import java.util.List;

/** A fact with fields that may be believed for some time only. What follows of its dates is told by {@link Ages}. */
public interface Dated extends Fact {

    /** Of when its fields are, where that is known; in the order in which the kind reviews them. */
    List<FieldDate> knownOn();

    /** The day on which the whole of it was last checked; {@code null} when it never was. */
    LocalDate verifiedOn();
}
