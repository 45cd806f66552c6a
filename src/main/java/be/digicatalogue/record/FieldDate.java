package be.digicatalogue.record;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.LocalDate;
import java.time.Period;
import java.time.Year;
import java.time.YearMonth;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;

/**
 * Of when a field of a record is, as its source says. In JSON the dates of a record are an object, see
 * {@link FieldDatesSerializer}.
 *
 * @param date a year, a month or a day
 */
@Description("Of when a field of a record is, as its source says.")
public record FieldDate(
        @NonNull @Description("The field.") String field,

        @Description("A year, a month or a day, as precise as the source.")
        String date,

        @JsonIgnore @Ignore Certainty certainty) {

    private static final int YEAR_LENGTH = 4;
    private static final int MONTH_LENGTH = 7;

    /**
     * The last day on which the field is believed. A period counts from the end of a year or month, and from the beginning of
     * one that is uncertain.
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
