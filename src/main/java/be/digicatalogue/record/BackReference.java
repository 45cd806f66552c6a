package be.digicatalogue.record;

/**
 * References that records of one kind show and the tables of another hold: the offices of a chamber are known from the rows
 * of offices. The kind that shows them declares it, the kind that holds them fills it ({@link RecordType#fills}).
 *
 * @param kind whose records show them
 * @param property under which they are shown
 */
public record BackReference(RecordKind kind, String property) {}
