package be.digicatalogue.province;

import be.digicatalogue.record.RecordLookup;

/** Something that belongs to a province and can come with it: a feature that knows both offers it as a bean. */
public interface ProvincePart {

    /** The property under which it comes, such as {@code vokaOffices}; {@code embed} asks for it by this name. */
    String name();

    /**
     * What belongs to a province; {@code null} when there is none. A list that is written whole asks for it while it is written,
     * when the request is over.
     */
    Object of(Province province, RecordLookup records);
}
