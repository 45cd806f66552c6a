/**
 * The catalogue as a Linked Data Event Stream: the newest version of every record and the deletion of every removed one, in
 * pages that never change. Everything comes from the current catalogue and its history, not from the database.
 * The one rule: a client that follows the stream has, for each record, what the catalogue says about it.
 */
package be.digicatalogue.ldes;
