package be.digicatalogue.database;

/** The service has no database. The message is one sentence for the operator, with the problem and its solution. */
public class NoDatabaseException extends RuntimeException {

    public NoDatabaseException(String sentence) {
        super(sentence);
    }

    public NoDatabaseException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
