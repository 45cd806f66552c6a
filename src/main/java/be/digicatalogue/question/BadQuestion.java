package be.digicatalogue.question;

import be.digicatalogue.fact.Language;
import java.util.List;
import java.util.stream.Collectors;

/** A query with invalid parameters, with everything that is wrong with them. */
public final class BadQuestion extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient List<Issue> issues;

    public BadQuestion(List<Issue> issues) {
        super(sentences(issues, Language.EN), null, false, false);
        this.issues = List.copyOf(issues);
    }

    public List<Issue> issues() {
        return issues;
    }

    /** All errors in one text. */
    public String message(Language language) {
        return sentences(issues, language);
    }

    private static String sentences(List<Issue> issues, Language language) {
        return issues.stream().map(issue -> issue.detail().in(language)).collect(Collectors.joining(" "));
    }
}
