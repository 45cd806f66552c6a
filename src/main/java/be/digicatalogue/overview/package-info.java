/**
 * The starting points for callers, assistants and operators: the entry point, the counts, the revision and the health.
 * They are {@code /v1}, {@code /health}, the GraphQL field {@code catalogue} and the metrics of the catalogue.
 * The one rule: it iterates over the record types, and names no kind.
 */
package be.digicatalogue.overview;
