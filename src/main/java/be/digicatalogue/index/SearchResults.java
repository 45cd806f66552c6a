package be.digicatalogue.index;

import be.digicatalogue.question.Slice;
import java.util.List;

/**
 * The result of a search.
 *
 * @param suggestions other searches, each of which finds something; only when nothing was found
 */
public record SearchResults(Slice<SearchHit> found, List<String> suggestions) {}
