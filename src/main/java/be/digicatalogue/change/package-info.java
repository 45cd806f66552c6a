/**
 * The changes of each revision, for clients that keep a copy: page by page, as a stream and over GraphQL.
 * Package {@code history} holds the changes; this package serves them.
 * The one rule: a client that follows the changes from the beginning ends with exactly the records that the catalogue lists.
 */
package be.digicatalogue.change;
