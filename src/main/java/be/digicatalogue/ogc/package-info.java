/**
 * The located records as OGC API - Features: collections of features for maps and GIS, with coordinate reference systems
 * (Part 2) and filters in CQL2 (Part 3). Features are those of package {@code geojson}, flattened into attributes.
 * The one rule: what a collection can be asked about is what its features show, under the same names.
 */
package be.digicatalogue.ogc;
