package be.digicatalogue.database;

/** The service has no database to run on. The message is one sentence for the operator: what is wrong and what helps. */
public class NoDatabaseException extends RuntimeException {

    public NoDatabaseException(String sentence) {
        super(sentence);
    }

    public NoDatabaseException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
