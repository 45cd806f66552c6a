package be.digicatalogue.hours;

/** Hours that cannot be evaluated. The message is one sentence: what cannot be, and why. */
public class UnreadableHours extends IllegalArgumentException {

    private static final long serialVersionUID = 1;

    UnreadableHours(String message) {
        super(message);
    }
}
