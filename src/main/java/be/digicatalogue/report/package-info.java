/**
 * Reports of anybody that something in the catalogue is wrong, and what curators make of them. They are kept in the database
 * alone, beside the facts: never in a revision, in the catalogue in memory or in a cache.
 * The one rule: nothing is kept of who reports, and an answer is given only for what is committed.
 */
package be.digicatalogue.report;
