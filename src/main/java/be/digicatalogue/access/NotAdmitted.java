package be.digicatalogue.access;

/** A request without a valid token. The message is for the log only and contains nothing of the token. */
final class NotAdmitted extends Exception {

    private static final long serialVersionUID = 1;

    NotAdmitted(String reason) {
        super(reason, null, false, false);
    }
}
