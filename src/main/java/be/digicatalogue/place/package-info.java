/**
 * Municipalities with their mergers, and the localities of each postal code.
 * The data comes from {@code municipalities.csv} (Statbel) and {@code places.csv} (GeoNames, Onroerend Erfgoed, Statbel).
 * Outlines for maps are beside the dataset ({@code outlines/municipalities-2025.geojson}, Statbel).
 * The one rule: for an ambiguous name the service lists the candidates and never guesses.
 */
package be.digicatalogue.place;
