/**
 * The database behind the catalogue: an operator's PostgreSQL, named by one URL, or a real one that this service starts
 * itself from the registry's binaries and keeps in a data folder.
 *
 * <p>Two roles, always: the owner of the schema migrates, the serving role reads and publishes. Whatever goes wrong here
 * reaches the operator as one sentence that names the folder or the variable, and never a password.
 */
package be.digicatalogue.database;
