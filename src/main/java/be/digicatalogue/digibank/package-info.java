/**
 * The digibanks and other networks for digital inclusion, their services, and the points where citizens get help.
 * The data comes from {@code digibanks.csv}, {@code digibank-municipalities.csv}, {@code services.csv} and
 * {@code service-points.csv}, gathered from public pages; the list is known to be incomplete.
 * The one rule: a point whose building is unknown is located at its locality or municipality, and says so.
 */
package be.digicatalogue.digibank;
