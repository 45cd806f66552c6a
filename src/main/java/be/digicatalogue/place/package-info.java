/**
 * Municipalities with their mergers, and the localities behind each postal code.
 * The data comes from {@code municipalities.csv} (Statbel) and {@code places.csv} (GeoNames, Onroerend Erfgoed, Statbel).
 * The one rule: a name that fits several places is never guessed at, the candidates are told.
 */
package be.digicatalogue.place;
