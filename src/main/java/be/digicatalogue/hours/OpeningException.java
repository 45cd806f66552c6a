package be.digicatalogue.hours;

import be.digicatalogue.fact.Evidence;
import be.digicatalogue.fact.Text;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;

/**
 * Days with other hours than usual, such as a week of closure or an open Sunday. On its days an exception replaces the usual
 * hours completely, including those that would continue after midnight.
 *
 * @param validFrom the first day
 * @param validTo the last day; it may be the same as the first
 * @param hours {@code off}, or times as in {@code 10:00-12:00,13:00-15:00}
 * @param remark a remark for people, or {@code null}
 */
@Description("Days with other hours than usual.")
public record OpeningException(
        @NonNull @Description("First day.") LocalDate validFrom,

        @NonNull @Description("Last day; it may be the same as the first.")
        LocalDate validTo,

        @NonNull @Description("The hours of these days in OpenStreetMap syntax: off, or times.")
        String hours,

        @Ignore Text remark,

        @NonNull @Description("The evidence of this record.")
        List<@NonNull Evidence> evidence) {}
