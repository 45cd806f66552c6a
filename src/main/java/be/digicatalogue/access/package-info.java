/**
 * Curators, who may change the catalogue: their bearer tokens and roles, and the check in front of everything under /admin.
 * Tokens are configured as hashes or signed by a configured issuer. Without either, nobody has access.
 * The one rule: an answer never says why a token was rejected, and the log never contains a token.
 */
package be.digicatalogue.access;
