package be.digicatalogue.index;

import be.digicatalogue.fact.Message;
import be.digicatalogue.fact.Words;
import be.digicatalogue.question.PageRequest;
import be.digicatalogue.question.Parameters;
import be.digicatalogue.record.RecordKind;
import be.digicatalogue.record.RecordType;
import be.digicatalogue.record.Schema;
import java.util.List;
import java.util.Set;

/**
 * A search.
 *
 * @param types only records of these kinds; empty for all
 */
public record SearchQuestion(Words words, Set<RecordKind> types, PageRequest page) {

    private static final List<RecordKind> SEARCHED = Schema.loaded().types().stream()
            .filter(RecordType::isSearched)
            .<RecordKind>map(RecordType::kind)
            .sorted()
            .toList();

    public static SearchQuestion read(Parameters parameters) {
        if (!parameters.has("q")) {
            parameters.refuse("q", Message.of("parameter.missing", "q", Message.of("expected.words")));
        }
        return new SearchQuestion(
                parameters.words("q"),
                parameters.codes("type", RecordKind.class, SEARCHED),
                parameters.page("search", List.of("q")));
    }
}
