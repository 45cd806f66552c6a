/**
 * Where facts come from: the source documents and the open data sets.
 * The data comes from {@code sources.csv}; the evidence stands in the row of each fact.
 * The one rule: no fact without a source or a web address.
 */
package be.digicatalogue.provenance;
