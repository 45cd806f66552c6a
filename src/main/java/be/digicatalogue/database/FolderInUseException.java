package be.digicatalogue.database;

/** Another process uses the data folder, so its database works. */
final class FolderInUseException extends NoDatabaseException {

    private static final long serialVersionUID = 1;

    FolderInUseException(String sentence) {
        super(sentence);
    }
}
