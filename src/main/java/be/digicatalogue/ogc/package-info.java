/**
 * The located records as OGC API - Features: collections of features for maps and GIS, with coordinate reference systems
 * (Part 2) and filters in CQL2 (Part 3). The features are those of package {@code geojson}, flattened into attributes.
 * The one rule: filters use the attributes that the features have, under the same names.
 */
package be.digicatalogue.ogc;
