/**
 * Full-text search: one Lucene index in memory over all records of the catalogue, used by every {@code q} and by the search
 * over all kinds of record. The record type of a kind says by which texts its records are found.
 * The one rule: exact spelling comes before tolerated errors, and a query that finds something as spelled finds nothing
 * else.
 */
package be.digicatalogue.index;
