package be.digicatalogue.hours;

import be.digicatalogue.fact.Evidence;
import be.digicatalogue.fact.Text;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;

/**
 * Days on which other hours hold than usual: closed that week, open that Sunday. On its days it replaces the usual
 * hours altogether, also what they would add after midnight.
 *
 * @param validFrom first day
 * @param validTo last day, may be the first
 * @param hours {@code off}, or times as in {@code 10:00-12:00,13:00-15:00}
 * @param remark what to tell about it, if anything
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
