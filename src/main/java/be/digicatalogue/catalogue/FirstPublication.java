package be.digicatalogue.catalogue;

import io.smallrye.mutiny.Uni;

/** Fills a database to which nothing has been published yet. */
public interface FirstPublication {

    /**
     * Publishes the bundled dataset as the first revision; what has been published stays as it is. The dataset is read on the
     * thread that calls.
     *
     * @return whether it was published
     */
    Uni<Boolean> publishFirst();
}
