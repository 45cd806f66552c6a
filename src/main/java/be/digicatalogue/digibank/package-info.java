/**
 * The digibanks and other e-inclusion networks, the services they offer and the points where a citizen can go.
 * The data comes from {@code digibanks.csv}, {@code digibank-municipalities.csv}, {@code services.csv} and
 * {@code service-points.csv}, gathered from public pages; the list is known to be incomplete.
 * The one rule: a point whose building is not known stands at its locality or municipality, and says so.
 */
package be.digicatalogue.digibank;
