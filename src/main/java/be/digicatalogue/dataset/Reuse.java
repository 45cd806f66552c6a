package be.digicatalogue.dataset;

/** The terms under which the facts may be reused. */
public final class Reuse {

    /** Facts from open data keep the licence of that data. */
    public static final String LICENCE =
            "Statbel open data licence for municipalities, provinces and outlines; CC BY 4.0 for"
                    + " places (GeoNames, Onroerend Erfgoed); MIT for the service points in the Maasland"
                    + " (tdebois/planning_digihulp_maasland); each other fact names its source in its evidence.";

    public static final String CREDIT =
            "Statbel (statistische sectoren, 1 January 2025), via Provincies in Cijfers; Statbel"
                    + " (REFNIS, 2020); GeoNames (CC BY 4.0); Onroerend Erfgoed (CC BY 4.0); tdebois, planning_digihulp_maasland (MIT,"
                    + " copyright 2026 tdebois).";

    private Reuse() {}
}
