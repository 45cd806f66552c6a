package be.digicatalogue.http;

import be.digicatalogue.catalogue.CurrentCatalogue;
import be.digicatalogue.fact.Message;
import be.digicatalogue.history.ChangeCursor;
import be.digicatalogue.history.Changes;
import be.digicatalogue.question.Issue;
import jakarta.inject.Singleton;

/** Refuses positions that the history does not have, so that no client reads on in a history that it does not know. */
@Singleton
public class HistoryPositions {

    private final CurrentCatalogue current;

    HistoryPositions(CurrentCatalogue current) {
        this.current = current;
    }

    /**
     * A position that the history has.
     *
     * @param in the part of the request with the position, as in {@link Issue}
     * @param name the name of the parameter
     * @throws Refusal when this history does not have it (410), or when this instance may lag behind the one that gave it (503)
     */
    public ChangeCursor known(Changes history, ChangeCursor position, String in, String name) {
        if (history.has(position)) {
            return position;
        }
        if (position.revision() > history.end().revision() && !current.isUpToDate()) {
            throw new Refusal(
                    Problem.serviceUnavailable(Message.of("problem.revisionNotRead", (Object) position.revision())));
        }
        throw gone(history, position, in, name);
    }

    /** The refusal of a position that the history does not have. */
    public static Refusal gone(Changes history, ChangeCursor position, String in, String name) {
        return new Refusal(Problem.gone(Issue.notFound(
                in,
                name,
                position.toString(),
                Message.of(
                        "problem.noSuchPosition",
                        position.toString(),
                        history.end().toString()))));
    }
}
