/**
 * What all REST answers have in common: the catalogue, language and URL of the request, links, errors, caching.
 * Faces return facts; this package adds everything else, in one place.
 * The one rule: one request sees one catalogue, also in headers and links.
 */
package be.digicatalogue.http;
