package be.digicatalogue.dataset;

/**
 * The dataset in one file.
 *
 * @param tag a hash of the content, for the entity tag
 */
public record DatasetFile(byte[] content, String mediaType, String tag) {}
