package be.digicatalogue.overview;

import be.digicatalogue.catalogue.Catalogue;
import be.digicatalogue.dataset.Reuse;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;

/** A catalogue in a few words: its revision, its size, how it may be used. */
@Name("Catalogue")
@Description("The catalogue in a few words: its revision, its size, how it may be used.")
public record Summary(
        @Description("Number of the revision that this answer comes from.")
        long revision,

        @NonNull @Description("When that revision was published.")
        Instant publishedAt,

        @NonNull @Description("How many records of each kind there are.")
        List<@NonNull RecordCount> counts,

        @NonNull @Description("How long fields are believed after their dates.")
        List<@NonNull ReviewPeriod> reviewPeriods,

        @NonNull @Description("Under which licences the data may be reused.")
        String licence,

        @NonNull @Description("The credit line to show with reused data.")
        String credit) {

    static Summary of(Catalogue catalogue) {
        return new Summary(
                catalogue.revision().number(),
                catalogue.revision().publishedAt(),
                RecordCount.of(catalogue),
                ReviewPeriod.of(catalogue.ages().periods()),
                Reuse.LICENCE,
                Reuse.CREDIT);
    }
}
