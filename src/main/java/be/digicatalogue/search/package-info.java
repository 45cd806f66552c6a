/**
 * The search over all kinds of record, over REST, GraphQL and for assistants; package {@code index} finds.
 * The one rule: every face finds the same records in the same order.
 */
package be.digicatalogue.search;
