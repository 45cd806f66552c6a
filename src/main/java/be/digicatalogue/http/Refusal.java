package be.digicatalogue.http;

import be.digicatalogue.fact.Language;
import java.util.OptionalInt;

/** Ends a request with a problem. */
public final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1;

    private static final int SOON_SECONDS = 2;

    private final transient Problem problem;
    /** 0 when trying again does not help. */
    private final int retryAfterSeconds;

    /** A refusal that a client may retry when the status is 503, else not. */
    public Refusal(Problem problem) {
        this(problem, problem.status() == 503 ? SOON_SECONDS : 0);
    }

    private Refusal(Problem problem, int retryAfterSeconds) {
        super(problem.detail().in(Language.EN), null, false, false);
        this.problem = problem;
        this.retryAfterSeconds = retryAfterSeconds;
    }

    /** A refusal that a client may retry. */
    public static Refusal forAMoment(Problem problem) {
        return new Refusal(problem, SOON_SECONDS);
    }

    /** A refusal that a client may retry after a number of seconds. */
    public static Refusal after(int seconds, Problem problem) {
        return new Refusal(problem, seconds);
    }

    /** The number of seconds after which to try again; empty when that does not help. */
    public OptionalInt retryAfterSeconds() {
        return retryAfterSeconds == 0 ? OptionalInt.empty() : OptionalInt.of(retryAfterSeconds);
    }

    public Problem problem() {
        return problem;
    }
}
