package be.digicatalogue.fact;

/** The certainty of the date of a field. */
public enum Certainty implements Coded {
    /** The source states the date. */
    EXACT,
    /** The date is approximate. */
    ABOUT,
    /** The date or later. */
    NOT_BEFORE,
    /** The date follows from something other than the source's statement about the field. */
    INFERRED
}
