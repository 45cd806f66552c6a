package be.digicatalogue.question;

import java.util.List;
import java.util.stream.Collectors;

/** A query with invalid parameters, with everything that is wrong with them. */
public final class BadQuestion extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient List<Issue> issues;

    public BadQuestion(List<Issue> issues) {
        super(issues.stream().map(BadQuestion::sentence).collect(Collectors.joining(" ")), null, false, false);
        this.issues = List.copyOf(issues);
    }

    public List<Issue> issues() {
        return issues;
    }

    private static String sentence(Issue issue) {
        var sent = issue.value() == null ? "" : " (sent: '" + issue.value() + "')";
        return issue.name() + sent + ": " + issue.detail();
    }
}
