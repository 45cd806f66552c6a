/**
 * The history of the catalogue for those who keep a copy, page by page, as a stream and over GraphQL.
 * The one rule: a reader who follows it from the beginning ends with exactly the records that the catalogue lists.
 */
package be.digicatalogue.change;
