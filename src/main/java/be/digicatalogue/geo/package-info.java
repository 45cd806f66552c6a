/**
 * Points on the earth: distances, boxes, outlines and the nearest of many.
 * Coordinates are WGS84 degrees; distances are great circles on a sphere of the mean Earth radius, in metres.
 * The one rule: order by the rounded distance, then by position in the list, so that every page agrees with the next.
 */
package be.digicatalogue.geo;
