/**
 * The description of the catalogue for open-data portals: datasets, distributions and data services according to DCAT-AP 3
 * and DCAT-AP Vlaanderen 3, in the formats of {@link be.digicatalogue.linked.RdfFormat}. It follows from the current catalogue; its version is the revision.
 * The one rule: every distribution and service that it names exists.
 */
package be.digicatalogue.dcat;
