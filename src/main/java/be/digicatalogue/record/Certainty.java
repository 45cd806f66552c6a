package be.digicatalogue.record;

import be.digicatalogue.fact.Coded;

/** How sure the date of a field is. */
public enum Certainty implements Coded {
    /** The source says it. */
    EXACT,
    /** Somewhere around it. */
    ABOUT,
    /** It or later. */
    NOT_BEFORE,
    /** It follows from something else than what the source says of the field. */
    INFERRED
}
