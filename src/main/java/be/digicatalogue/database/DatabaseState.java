package be.digicatalogue.database;

/** The state of the database as this instance sees it. Reads continue in every state. */
public enum DatabaseState {
    /** It has not been reached yet since the start of this instance, or it does not accept connections yet itself. */
    STARTING,
    /** The primary, which accepts writes and notifies. */
    PRIMARY,
    /** The primary, whose disk is full: publications still arrive, but nothing can be written. */
    FULL,
    /** A replica, which follows the primary: publications still arrive, but nothing can be published here. */
    REPLICA,
    /** No server can be reached, or it does not answer. */
    AWAY;

    /** True when this instance is connected to a primary, which notifies it. */
    public boolean isPrimary() {
        return this == PRIMARY || this == FULL;
    }
}
