/**
 * What a kind of record is: its identity ({@link be.digicatalogue.record.RecordKind}), and its description beside the record
 * ({@link be.digicatalogue.record.RecordType}), from which every general part of the service is made: search, history,
 * maps, linked data, exports, counts. It knows no kind but by name; the kinds there are stand in one list at the root.
 * The one rule: what is to be known of a kind in general is said here once, and iterated over everywhere else.
 */
package be.digicatalogue.record;
