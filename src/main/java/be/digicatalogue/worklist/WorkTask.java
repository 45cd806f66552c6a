package be.digicatalogue.worklist;

import be.digicatalogue.fact.Coded;

/** Why a curator should look at a record, most urgent first. */
public enum WorkTask implements Coded {
    /** Somebody reported it, and no curator has decided. */
    REPORT,
    /** The checks warn of it. */
    FINDING,
    /** Another source contradicts it. */
    DISAGREEMENT,
    /** An operator was asked whether it is still right, and did not answer. */
    UNANSWERED,
    /** A field is past its review period. */
    OVERDUE,
    /** Nobody knows of when a field is. */
    UNDATED
}
