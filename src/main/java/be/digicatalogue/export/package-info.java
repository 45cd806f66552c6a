/**
 * Facts as files for other programs: whole lists and tables, and helpers with which features write contacts for an address
 * book (vCard) and opening hours for a calendar (iCalendar).
 * The one rule: a file has no more than the record; what is unknown is not in it.
 */
package be.digicatalogue.export;
