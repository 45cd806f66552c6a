/**
 * Parameters of a request, checked in one place for all faces: query parameters of REST and arguments of GraphQL.
 * A query reads its parameters through {@link be.digicatalogue.question.Parameters}, which reports all errors at once.
 * The one rule: nothing is silently ignored or corrected.
 */
package be.digicatalogue.question;
