/**
 * How facts get into PostgreSQL: what somebody wants to publish is read, checked and written, with its revision, in one
 * transaction.
 * The one rule: facts, revision and notification commit together or not at all.
 */
package be.digicatalogue.publication;
