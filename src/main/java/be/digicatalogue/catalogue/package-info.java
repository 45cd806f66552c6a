/**
 * One immutable, numbered value of everything the service knows, read from PostgreSQL and swapped when a newer revision is
 * published. It makes the records of every kind from what their types say, and knows no feature.
 * The one rule: whoever answers takes the current catalogue once and uses only that one.
 */
package be.digicatalogue.catalogue;
