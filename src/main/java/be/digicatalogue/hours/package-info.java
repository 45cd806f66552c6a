/**
 * When a place is open: hours in the {@code opening_hours} syntax of OpenStreetMap, dated exceptions and the public
 * holidays of Belgium, asked for an instant. The grammar is read by {@code ch.poole:OpeningHoursParser}, the holidays
 * come from {@code jollyday}; what a text means is decided here, on the wall clock of Brussels.
 * The one rule: nothing is guessed. A text that cannot be evaluated is refused, and what a text leaves open is
 * {@code unknown}, which is neither open nor closed.
 */
package be.digicatalogue.hours;
