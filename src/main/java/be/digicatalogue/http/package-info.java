/**
 * What every REST answer has in common: the request's catalogue, language and address, links, errors, caching.
 * Faces return facts; everything on the way out is added here, once for all.
 * The one rule: one request sees one catalogue, headers and links included.
 */
package be.digicatalogue.http;
