/**
 * The database of the catalogue: a PostgreSQL of the operator, named by one URL, or an embedded one that this service starts
 * from binaries in the Maven registry and keeps in a data folder.
 *
 * <p>Two roles are separate: the owner of the schema runs the migrations, the serving role reads and publishes.
 * The one rule: every failure reaches the operator as one sentence that names the folder or the variable, never a password.
 */
package be.digicatalogue.database;
