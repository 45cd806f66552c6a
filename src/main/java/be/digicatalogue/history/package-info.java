/**
 * The records that each revision added, changed and removed. They come from the table {@code change}, which triggers of the
 * database write, and are kept in memory, the newest with their values.
 * The one rule: a client that follows the changes from the beginning ends with exactly the records that the catalogue lists.
 */
package be.digicatalogue.history;
