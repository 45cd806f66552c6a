/**
 * What all facts have in common: an identity, references to other facts, texts in several languages, periods.
 * These are plain values without a database or HTTP; every feature builds on them.
 * The one rule: an unknown value is {@code null} and therefore absent, never invented.
 */
package be.digicatalogue.fact;
