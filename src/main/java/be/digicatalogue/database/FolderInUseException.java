package be.digicatalogue.database;

/** Another process serves the data folder, so nothing is wrong with its database. */
final class FolderInUseException extends NoDatabaseException {

    private static final long serialVersionUID = 1;

    FolderInUseException(String sentence) {
        super(sentence);
    }
}
