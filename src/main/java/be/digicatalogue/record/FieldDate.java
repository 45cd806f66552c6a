package be.digicatalogue.record;

import be.digicatalogue.fact.Certainty;
import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.LocalDate;
import java.time.Period;
import java.time.Year;
import java.time.YearMonth;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;

/**
 * The date of a field of a record, according to its source. In JSON the dates of a record are an object, see {@link
 * FieldDatesSerializer}.
 *
 * @param date a year, a month or a day
 */
@Description("The date of a field of a record, according to its source.")
public record FieldDate(
        @NonNull @Description("The name of the field.") String field,

        @Description("A year, a month or a day, as precise as the source gives it.")
        String date,

        @JsonIgnore @Ignore Certainty certainty) {

    private static final int YEAR_LENGTH = 4;
    private static final int MONTH_LENGTH = 7;

    /**
     * The last day of the review period. The period starts at the end of a year or month, or at its beginning when the date
     * is uncertain.
     */
    LocalDate lastDay(Period period) {
        if (certainty != Certainty.EXACT) {
            return LocalDate.parse(date + "-01-01".substring(date.length() - YEAR_LENGTH))
                    .plus(period);
        }
        var month =
                switch (date.length()) {
                    case YEAR_LENGTH -> Year.parse(date).atMonth(12);
                    case MONTH_LENGTH -> YearMonth.parse(date);
                    default -> null;
                };
        return month == null
                ? LocalDate.parse(date).plus(period)
                : month.plusMonths(period.toTotalMonths()).atEndOfMonth().plusDays(period.getDays());
    }
}
