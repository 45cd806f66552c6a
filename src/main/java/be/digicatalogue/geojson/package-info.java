/**
 * Records on a map, as GeoJSON (RFC 7946), for REST and for every other face that shows features.
 * A feature has the properties of the JSON of its record.
 * The one rule: no location is invented; a record whose location is unknown is a feature without a geometry.
 */
package be.digicatalogue.geojson;
