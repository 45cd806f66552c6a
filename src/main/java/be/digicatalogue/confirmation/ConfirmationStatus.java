package be.digicatalogue.confirmation;

import be.digicatalogue.fact.Coded;

/** How far a question to an operator is. */
public enum ConfirmationStatus implements Coded {
    /** Its mail waits to be sent. */
    QUEUED,
    /** Its link is out, and may still be answered. */
    SENT,
    /** Its link has expired without an answer. */
    UNANSWERED,
    ANSWERED,
    /** Its mail could not be sent. */
    FAILED
}
