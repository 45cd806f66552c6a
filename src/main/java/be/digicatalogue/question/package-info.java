/**
 * What a caller may ask, checked in one place for both faces: query parameters of REST and arguments of GraphQL.
 * A question reads its parameters through {@link be.digicatalogue.question.Parameters}; everything wrong with them is
 * told at once. The one rule: nothing is silently ignored or corrected.
 */
package be.digicatalogue.question;
