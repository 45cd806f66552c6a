package be.digicatalogue.hours;

import be.digicatalogue.fact.Text;

/** Hours that cannot be evaluated, with the reason. The message is the reason in English. */
public class UnreadableHours extends IllegalArgumentException {

    private static final long serialVersionUID = 1;

    private final transient Text reason;

    UnreadableHours(String nl, String en) {
        super(en);
        reason = Text.of(nl, en);
    }

    /** One or more sentences in Dutch and English. */
    public Text reason() {
        return reason;
    }
}
