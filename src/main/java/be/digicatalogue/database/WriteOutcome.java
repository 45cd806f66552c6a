package be.digicatalogue.database;

/** What became of a transaction that ended with a fault. */
public enum WriteOutcome {
    NOT_WRITTEN,
    WRITTEN,
    /** Its commit was sent, and the fault does not tell whether the database received it. */
    NOT_KNOWN
}
