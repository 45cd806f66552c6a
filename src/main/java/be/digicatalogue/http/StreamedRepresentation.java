package be.digicatalogue.http;

import be.digicatalogue.catalogue.Catalogue;
import java.util.Iterator;

/**
 * An answer of any length, which is generated while it is sent.
 *
 * @param catalogue the catalogue that the whole answer comes from
 * @param head the headers, known before any piece is generated
 */
public record StreamedRepresentation(Catalogue catalogue, Representation head, Iterator<byte[]> pieces) {}
