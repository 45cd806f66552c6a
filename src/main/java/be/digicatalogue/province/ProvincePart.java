package be.digicatalogue.province;

import be.digicatalogue.record.RecordLookup;

/** A part that a province can include in its answer. A feature that knows both provides it as a bean. */
public interface ProvincePart {

    /** The name of the property and of its value in {@code embed}, such as {@code vokaOffices}. */
    String name();

    /**
     * The part of a province; {@code null} when it has none. A whole list calls this while it is streamed, after the
     * request scope has ended.
     */
    Object of(Province province, RecordLookup records);
}
