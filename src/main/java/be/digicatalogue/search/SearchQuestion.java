package be.digicatalogue.search;

import be.digicatalogue.fact.Words;
import be.digicatalogue.question.Page;
import be.digicatalogue.question.Parameters;
import java.util.Set;

/**
 * What to search for.
 *
 * @param types only records of these kinds; empty for all
 */
public record SearchQuestion(Words words, Set<RecordType> types, Page page) {

    public static SearchQuestion read(Parameters parameters) {
        if (!parameters.has("q")) {
            parameters.refuse("q", "It is missing. Give it the words to search for.");
        }
        return new SearchQuestion(parameters.words("q"), parameters.codes("type", RecordType.class), parameters.page());
    }
}
