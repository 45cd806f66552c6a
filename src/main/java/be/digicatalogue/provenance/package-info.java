/**
 * The sources of the facts: documents and open data sets.
 * The data comes from {@code sources.csv}; the evidence of a fact is in its own row.
 * The one rule: no fact without a source or a web address.
 */
package be.digicatalogue.provenance;
