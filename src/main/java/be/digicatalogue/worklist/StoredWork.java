package be.digicatalogue.worklist;

import java.util.List;

/** Work that is kept in the database rather than in the catalogue. Each bean of this type adds its items to the worklist. */
public interface StoredWork {

    WorkTask task();

    /**
     * The open items, oldest first.
     *
     * @throws be.digicatalogue.http.Refusal 503 when the database is away
     */
    List<WorkItem> open(WorkRows rows);
}
