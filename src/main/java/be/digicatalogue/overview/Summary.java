package be.digicatalogue.overview;

import be.digicatalogue.catalogue.Catalogue;
import be.digicatalogue.dataset.Reuse;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;

/** A summary of a catalogue: its revision, its size and the terms for using it. */
@Name("Catalogue")
@Description("A summary of the catalogue: its revision, its size and the terms for using it.")
public record Summary(
        @Description("Number of the revision that this response comes from.")
        long revision,

        @NonNull @Description("Its position in the history: pass it as after to follow the changes from here on.")
        String position,

        @NonNull @Description("The time at which that revision was published.")
        Instant publishedAt,

        @NonNull @Description("The number of records of each kind.")
        List<@NonNull RecordCount> counts,

        @NonNull @Description("The review periods of fields after their dates.")
        List<@NonNull ReviewPeriod> reviewPeriods,

        @NonNull @Description("The licences under which the data may be reused.")
        String licence,

        @NonNull @Description("The credit line to show with reused data.")
        String credit) {

    static Summary of(Catalogue catalogue) {
        return new Summary(
                catalogue.revision().number(),
                catalogue.revision().position(),
                catalogue.revision().publishedAt(),
                RecordCount.of(catalogue),
                ReviewPeriod.of(catalogue.ages().periods()),
                Reuse.LICENCE,
                Reuse.CREDIT);
    }
}
