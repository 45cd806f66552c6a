/**
 * What curators should look at: facts that are old or doubtful, and what others told them. What follows from the catalogue is
 * worked out from its current revision; what is kept in the database, such as reports, comes from {@link
 * be.digicatalogue.worklist.StoredWork}.
 */
package be.digicatalogue.worklist;
