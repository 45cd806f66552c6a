package be.digicatalogue.access;

/** A request that does not say who asks. Its message is for the log alone and holds nothing of the token. */
final class NotAdmitted extends Exception {

    private static final long serialVersionUID = 1;

    NotAdmitted(String reason) {
        super(reason, null, false, false);
    }
}
