package be.digicatalogue.http;

/** An answer that shows a record together with what was asked to come with it. */
public interface ExtendedRecord {

    Object shown();
}
