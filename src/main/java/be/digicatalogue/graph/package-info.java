/**
 * What every GraphQL answer has in common: how it is asked over HTTP, the documents that are known, Relay connections,
 * arguments checked as questions, errors with their codes, the revision. The fields themselves live with their features.
 * The one rule: an argument means and is refused exactly as the REST parameter of its name.
 */
package be.digicatalogue.graph;
