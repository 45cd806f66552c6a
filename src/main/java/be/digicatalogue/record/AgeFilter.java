package be.digicatalogue.record;

import be.digicatalogue.question.Parameters;
import java.time.LocalDate;

/**
 * A filter by the age of fields.
 *
 * @param overdue only records with a field that is past its review period
 * @param undated only records with a field that has a review period and no date
 */
public record AgeFilter(boolean overdue, boolean undated, LocalDate today) {

    /** No filter. */
    public static final AgeFilter NONE = new AgeFilter(false, false, null);

    public static AgeFilter read(Parameters parameters, LocalDate today) {
        return new AgeFilter(
                Boolean.TRUE.equals(parameters.bool("overdue")),
                Boolean.TRUE.equals(parameters.bool("undated")),
                today);
    }

    public boolean admits(Dated fact, Ages ages) {
        return (!overdue || !ages.overdue(fact, today).isEmpty())
                && (!undated || !ages.undated(fact, today).isEmpty());
    }
}
