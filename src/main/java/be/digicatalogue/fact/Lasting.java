package be.digicatalogue.fact;

import java.time.LocalDate;

/** A fact that holds for a period; either end may be unknown. Both days are the first and last that count. */
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
