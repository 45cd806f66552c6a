package be.digicatalogue.fact;

import java.time.LocalDate;

/** A fact that is valid for a period, first and last day included. Either end may be unknown. */
public interface Lasting {

    LocalDate validFrom();

    /** The last valid day, in Belgian time. */
    LocalDate validTo();

    default boolean validOn(LocalDate day) {
        return (validFrom() == null || !day.isBefore(validFrom())) && !endedOn(day);
    }

    default boolean endedOn(LocalDate day) {
        return validTo() != null && day.isAfter(validTo());
    }
}
