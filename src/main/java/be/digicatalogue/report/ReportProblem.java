package be.digicatalogue.report;

import be.digicatalogue.fact.Coded;

/** What is wrong, according to a report. */
public enum ReportProblem implements Coded {
    /** A record has a wrong fact. */
    WRONG,
    /** The place of a record is closed, or what the record describes does not exist any more. */
    CLOSED,
    /** The catalogue lacks a record. */
    MISSING,
    OTHER
}
