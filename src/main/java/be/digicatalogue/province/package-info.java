/**
 * The five Flemish provinces, and the Brussels region as the location of places, offices and service points.
 * The data comes from {@code provinces.csv} and {@code province-outlines.geojson} (Statbel).
 * The one rule: lists show the five; Brussels has no digihub.
 */
package be.digicatalogue.province;
