package be.digicatalogue.record;

import be.digicatalogue.fact.Fact;
import java.time.LocalDate;
import java.util.List;

/** A fact whose fields have review periods. {@link Ages} computes what follows from their dates. */
public interface Dated extends Fact {

    /** The known dates of its fields, in the order in which the kind declares them. */
    List<FieldDate> knownOn();

    /** The day on which the whole record was last checked; {@code null} when it never was. */
    LocalDate verifiedOn();
}
