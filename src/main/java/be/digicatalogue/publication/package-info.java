/**
 * Publishing facts: a bundle or a record is read, checked and written to PostgreSQL, with its revision, in one transaction.
 * Dry runs undergo the same checks and write nothing.
 * The one rule: facts, revision and notification commit together or not at all.
 */
package be.digicatalogue.publication;
