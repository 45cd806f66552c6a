package be.digicatalogue.confirmation;

import be.digicatalogue.fact.Coded;

/** What an operator says of a record. */
public enum OperatorAnswer implements Coded {
    /** Everything is still right. */
    CONFIRMED,
    /** Something is not right, as a report says. */
    CORRECTED,
    /** The operator does not know. */
    UNKNOWN
}
