package be.digicatalogue.page;

import be.digicatalogue.question.Issue;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * What is wrong with the query of a visitor, in words for them.
 *
 * @param place true when it is about the location of the visitor
 * @param candidates the possible meanings of a typed place; empty when there are none
 */
public record Wrong(String message, boolean place, List<PlaceCandidate> candidates) {

    /** @param href the URL of the query with this place */
    public record PlaceCandidate(String name, String href) {}

    /**
     * A typed place that is not understood.
     *
     * @param href the URL of the query with another place
     */
    static Wrong place(Visit visit, Issue issue, UnaryOperator<String> href) {
        return new Wrong(
                issue.candidates().isEmpty()
                        ? issue.detail().in(visit.language())
                        : visit.texts().placeUnclear(issue.value()),
                true,
                issue.candidates().stream()
                        .map(candidate -> new PlaceCandidate(
                                candidate.province() == null
                                        ? candidate.value()
                                        : candidate.value() + ", "
                                                + candidate.province().in(visit.language()),
                                href.apply(candidate.value())))
                        .toList());
    }
}
