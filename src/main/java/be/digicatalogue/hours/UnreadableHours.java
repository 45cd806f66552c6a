package be.digicatalogue.hours;

import be.digicatalogue.fact.Language;
import be.digicatalogue.fact.Message;

/** Hours that cannot be evaluated, with the reason. The message is the reason in English. */
public class UnreadableHours extends IllegalArgumentException {

    private static final long serialVersionUID = 1;

    private final transient Message reason;

    UnreadableHours(Message reason) {
        super(reason.in(Language.EN));
        this.reason = reason;
    }

    /** One or more sentences. */
    public Message reason() {
        return reason;
    }
}
