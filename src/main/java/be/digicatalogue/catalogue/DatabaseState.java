package be.digicatalogue.catalogue;

/** What an instance has of its database at the moment; without any of it reads go on. */
public enum DatabaseState {
    /** The server that takes what is written, and notifies. */
    PRIMARY,
    /** A server that follows the primary: what is published still arrives, but nothing can be published here. */
    REPLICA,
    /** None that answers. */
    AWAY
}
