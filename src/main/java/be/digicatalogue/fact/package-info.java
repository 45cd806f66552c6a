/**
 * The shapes that all facts share: an identity, references to other facts, texts in several languages, periods.
 * Plain values without a database or HTTP in sight; every feature builds on them.
 * The one rule: an unknown is {@code null} and therefore absent, never an invented value.
 */
package be.digicatalogue.fact;
