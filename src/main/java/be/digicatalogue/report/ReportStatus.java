package be.digicatalogue.report;

import be.digicatalogue.fact.Coded;

/** What became of a report. */
public enum ReportStatus implements Coded {
    /** Open: no curator has decided. */
    RECEIVED,
    ACCEPTED,
    DECLINED
}
