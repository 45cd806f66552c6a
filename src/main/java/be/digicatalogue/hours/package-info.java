/**
 * When a place is open at an instant: hours in the {@code opening_hours} syntax of OpenStreetMap, dated exceptions and the
 * public holidays of Belgium. {@code ch.poole:OpeningHoursParser} parses the hours and {@code jollyday} has the holidays; this
 * package evaluates them, in the local time of Brussels.
 * The one rule: nothing is guessed. Hours that cannot be evaluated are rejected, and what hours do not say is
 * {@code unknown}, which is neither open nor closed.
 */
package be.digicatalogue.hours;
