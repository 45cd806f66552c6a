package be.digicatalogue.report;

import io.smallrye.mutiny.Uni;

/** Tables that hold for a while what people wrote, or how they can be reached. */
public interface PersonalData {

    /**
     * Removes what is not kept any longer.
     *
     * @return the number of rows from which something was removed
     */
    Uni<Integer> forget();
}
