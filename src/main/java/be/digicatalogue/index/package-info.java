/**
 * Finding records by words: one Lucene index in memory over everything in the catalogue, behind every {@code q} and behind
 * the search over all kinds of record. What a record is found by is told by its type.
 * The one rule: what is spelled right comes before what is forgiven, and a question that finds something as it is spelled
 * is not answered with anything else.
 */
package be.digicatalogue.index;
