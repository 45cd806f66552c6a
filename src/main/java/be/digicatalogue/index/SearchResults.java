package be.digicatalogue.index;

import be.digicatalogue.question.Slice;
import java.util.List;

/**
 * What a search found.
 *
 * @param suggestions other things to ask, each of which finds something; only when nothing was found
 */
public record SearchResults(Slice<SearchHit> found, List<String> suggestions) {}
