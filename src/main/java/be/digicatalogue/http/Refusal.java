package be.digicatalogue.http;

import be.digicatalogue.fact.Language;
import java.util.OptionalInt;

/** Ends a request with a problem. */
public final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1;

    private static final int SOON_SECONDS = 2;

    private final transient Problem problem;
    private final boolean passes;

    /** A refusal that a client may retry when the status is 503, else not. */
    public Refusal(Problem problem) {
        this(problem, problem.status() == 503);
    }

    private Refusal(Problem problem, boolean passes) {
        super(problem.detail().in(Language.EN), null, false, false);
        this.problem = problem;
        this.passes = passes;
    }

    /** A refusal that a client may retry. */
    public static Refusal forAMoment(Problem problem) {
        return new Refusal(problem, true);
    }

    /** The number of seconds after which to try again; empty when that does not help. */
    public OptionalInt retryAfterSeconds() {
        return passes ? OptionalInt.of(SOON_SECONDS) : OptionalInt.empty();
    }

    public Problem problem() {
        return problem;
    }
}
