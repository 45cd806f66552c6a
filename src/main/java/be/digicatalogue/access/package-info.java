/**
 * Who may change the catalogue: curators, known by a bearer token, and the gate before everything under /admin.
 * Tokens are configured as hashes or come, signed, from an issuer that is configured; without either nobody gets in.
 * The one rule: an answer never tells why a token was refused, and the log never tells the token.
 */
package be.digicatalogue.access;
