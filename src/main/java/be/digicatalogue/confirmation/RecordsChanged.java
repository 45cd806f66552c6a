package be.digicatalogue.confirmation;

/** Ends an answer about records that have been changed since the operator saw them. Nothing was written. */
public final class RecordsChanged extends RuntimeException {

    private static final long serialVersionUID = 1;

    RecordsChanged() {
        super("The records have been changed since they were shown", null, false, false);
    }
}
