/**
 * The catalogue as open-data portals harvest it: datasets, distributions and data services by DCAT-AP 3 and DCAT-AP
 * Vlaanderen, as JSON-LD and Turtle. Made of what the service has and of the catalogue at hand; its version is the revision.
 * The one rule: what it names as a distribution or a service is there.
 */
package be.digicatalogue.dcat;
