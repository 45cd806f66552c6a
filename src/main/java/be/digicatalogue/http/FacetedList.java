package be.digicatalogue.http;

import be.digicatalogue.question.Facet;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.Map;

/** A list with what helps a reader on: counts to narrow it down, and what comes closest when it is empty. */
public record FacetedList<T, A>(
        @JsonUnwrapped PagedList<T> list, List<A> alternatives, Map<String, List<Facet.Count>> facets)
        implements PagedAnswer {}
