package be.digicatalogue.catalogue;

import java.time.Instant;
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
        Counts counts,

        @NonNull @Description("Under which licences the data may be reused.")
        String licence,

        @NonNull @Description("The credit line to show with reused data.")
        String credit) {

    /** What the catalogue took from open data keeps the licence of that data. */
    public static final String LICENCE =
            "Statbel open data licence for municipalities, provinces and outlines; CC BY 4.0 for"
                    + " places (GeoNames, Onroerend Erfgoed); each other fact names its source in its evidence.";

    public static final String CREDIT =
            "Statbel (statistische sectoren, 1 January 2025), via Provincies in Cijfers; GeoNames"
                    + " (CC BY 4.0); Onroerend Erfgoed (CC BY 4.0).";

    static Summary of(Catalogue catalogue) {
        return new Summary(
                catalogue.revision().number(),
                catalogue.revision().publishedAt(),
                Counts.of(catalogue),
                LICENCE,
                CREDIT);
    }
}
