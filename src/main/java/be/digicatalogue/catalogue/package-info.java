/**
 * The catalogue: one immutable, numbered value with everything the service knows, read from PostgreSQL and replaced when a
 * newer revision is published. It builds the records of every kind from their record types, and knows no feature.
 * The one rule: a request takes the current catalogue once and uses only that one.
 */
package be.digicatalogue.catalogue;
