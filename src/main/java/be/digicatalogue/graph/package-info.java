/**
 * What all GraphQL answers have in common: GraphQL over HTTP, registered documents, Relay connections, checked arguments,
 * errors with their codes, the revision. The fields themselves are in the packages of their features.
 * The one rule: an argument has the meaning and the limits of the REST parameter of its name.
 */
package be.digicatalogue.graph;
