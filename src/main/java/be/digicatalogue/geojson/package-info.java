/**
 * Records on a map, as GeoJSON (RFC 7946): for the REST face, and for every other face that shows features.
 * What a feature says is what the JSON of the record says.
 * The one rule: no place is invented; a record whose place is unknown is a feature without a geometry.
 */
package be.digicatalogue.geojson;
