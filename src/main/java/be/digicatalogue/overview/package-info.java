/**
 * Where callers, assistants and operators start: what there is, how much of it, at which revision, and how the service is.
 * The one rule: it counts and lists what the types of records say, and names none of them.
 */
package be.digicatalogue.overview;
