package be.digicatalogue.http;

import be.digicatalogue.catalogue.Catalogue;
import java.util.Iterator;

/**
 * An answer of any length, which is made piece by piece while it is read.
 *
 * @param catalogue what it is made of from beginning to end
 * @param head what is told of it before any of it is made
 */
public record StreamedRepresentation(Catalogue catalogue, Representation head, Iterator<byte[]> pieces) {}
