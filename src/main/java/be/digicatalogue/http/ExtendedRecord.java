package be.digicatalogue.http;

/** An answer with a record and its embedded parts. */
public interface ExtendedRecord {

    Object shown();
}
