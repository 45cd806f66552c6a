/**
 * Facts as files that other programs keep: lists and tables whole, and what features need to give contacts for an address
 * book (vCard) and hours for a calendar (iCalendar). All comes from the catalogue at hand.
 * The one rule: a file says no more than the record does; what is not known is not in it.
 */
package be.digicatalogue.export;
