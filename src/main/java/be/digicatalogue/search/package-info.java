/**
 * The search over all kinds of record, for REST, GraphQL and assistants. Package {@code index} finds the records.
 * A search that finds nothing returns suggestions instead.
 * The one rule: every face finds the same records in the same order.
 */
package be.digicatalogue.search;
