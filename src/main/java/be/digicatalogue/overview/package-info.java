/**
 * The starting points for callers, assistants and operators: the entry point, the counts, the revision and the health.
 * The one rule: it iterates over the record types, and names no kind.
 */
package be.digicatalogue.overview;
