/**
 * The guide to one place: the digihub of its province with its partners, the Voka offices, the digibanks of its
 * municipality and the nearest service points. It has no data of its own.
 * The one rule: where something does not exist for a place, the answer says so and gives the nearest instead.
 */
package be.digicatalogue.guide;
