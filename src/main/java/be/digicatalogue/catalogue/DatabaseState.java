package be.digicatalogue.catalogue;

/** The state of the database as this instance sees it. Reads continue in every state. */
public enum DatabaseState {
    /** The primary, which accepts writes and notifies. */
    PRIMARY,
    /** A replica, which follows the primary: publications still arrive, but nothing can be published here. */
    REPLICA,
    /** No server can be reached. */
    AWAY
}
