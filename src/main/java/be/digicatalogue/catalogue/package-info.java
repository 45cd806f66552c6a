/**
 * The composition root: one immutable, numbered value of everything the service knows, read from PostgreSQL and swapped
 * when a newer revision is published. It knows every feature's collection; features know it only in their faces.
 * The one rule: whoever answers takes the current catalogue once and uses only that one.
 */
package be.digicatalogue.catalogue;
