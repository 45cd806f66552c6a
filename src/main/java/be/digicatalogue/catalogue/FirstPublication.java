package be.digicatalogue.catalogue;

import io.smallrye.mutiny.Uni;

/** Fills a database in which nothing has been published yet. */
public interface FirstPublication {

    /**
     * Publishes the bundled dataset as the first revision, unless something has been published already. Reads the dataset on
     * the calling thread.
     *
     * @return true when it was published
     */
    Uni<Boolean> publishFirst();
}
