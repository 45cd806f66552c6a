/**
 * What a kind of record is: its identity ({@link be.digicatalogue.record.RecordKind}) and its description
 * ({@link be.digicatalogue.record.RecordType}), which search, history, maps, linked data, exports and counts iterate over.
 * It knows kinds by their names only; the list of record types is at the root.
 * The one rule: whatever the general parts need to know of a kind is in its record type, once.
 */
package be.digicatalogue.record;
