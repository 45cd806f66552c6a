/**
 * What each revision changed: which records were added, changed and removed. It comes from the table {@code change}, which the
 * database writes by itself, and is kept in memory, without the values.
 * The one rule: a reader who follows it from the beginning ends with exactly the records that the catalogue lists.
 */
package be.digicatalogue.history;
