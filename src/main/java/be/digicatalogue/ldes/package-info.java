/**
 * The catalogue as a Linked Data Event Stream: the newest version of every record, and of every removed one that it is gone,
 * in pages that never change. Everything comes from the catalogue at hand and its history; the database is not asked.
 * The one rule: who follows the stream has, record by record, what the catalogue says of it.
 */
package be.digicatalogue.ldes;
