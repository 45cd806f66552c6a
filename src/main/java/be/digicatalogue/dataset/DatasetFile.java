package be.digicatalogue.dataset;

/**
 * The dataset in one file.
 *
 * @param tag of the content, as of an entity tag
 */
public record DatasetFile(byte[] content, String mediaType, String tag) {}
