/**
 * Questions by mail to those who run a place, whether the catalogue is right about it, and what they answer. Like reports they
 * are kept in the database alone, beside the facts; an answer becomes a day of verification or a report.
 * The one rule: only a POST answers or unsubscribes, and what it writes is one transaction with the end of its link.
 */
package be.digicatalogue.confirmation;
