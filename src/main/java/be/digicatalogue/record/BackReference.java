package be.digicatalogue.record;

/**
 * References that records of one kind show but the tables of another kind hold: the rows of offices hold the offices of a
 * chamber. The kind that shows them declares the back reference, and the kind that holds them fills it ({@link
 * RecordType#fills}).
 *
 * @param kind the kind whose records show the references
 * @param property the property that shows them
 */
public record BackReference(RecordKind kind, String property) {}
