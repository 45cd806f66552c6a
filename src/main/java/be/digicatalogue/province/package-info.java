/**
 * The five Flemish provinces, and the Brussels region for places only.
 * The data comes from {@code provinces.csv} and {@code province-outlines.geojson} (Statbel).
 * The one rule: lists show the five; Brussels is a place to be in, never the home of a digihub.
 */
package be.digicatalogue.province;
