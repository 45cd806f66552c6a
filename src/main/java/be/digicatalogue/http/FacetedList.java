package be.digicatalogue.http;

import be.digicatalogue.question.Facet;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.Map;

/** A list with facets and, when it is empty, alternatives. */
public record FacetedList<T, A>(
        @JsonUnwrapped PagedList<T> list, List<A> alternatives, Map<String, List<Facet.Count>> facets)
        implements PagedAnswer {}
