/**
 * Municipalities with their mergers, and the localities of each postal code.
 * The data comes from {@code municipalities.csv} (Statbel) and {@code places.csv} (GeoNames, Onroerend Erfgoed, Statbel).
 * Names in other languages are in {@code municipality-names.csv} and {@code place-names.csv} (Statbel).
 * Outlines for maps are beside the dataset ({@code outlines/municipalities-2025.geojson}, Statbel).
 * {@code PlaceNames} reads what people type for a place, for every face.
 * The one rule: for an ambiguous name the service lists the candidates and never guesses.
 */
package be.digicatalogue.place;
