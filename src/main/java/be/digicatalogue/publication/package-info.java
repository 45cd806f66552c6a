/**
 * How facts get into PostgreSQL: a dataset of files is read into rows and written, with its revision, in one transaction.
 * The bundled dataset lies in {@code src/main/resources/dataset}.
 * The one rule: facts, revision and notification commit together or not at all.
 */
package be.digicatalogue.publication;
