/**
 * One place in, everything that serves it out: the digihub of its province with its partners, the Voka offices, the
 * digibanks of its municipality and the nearest service points. It holds no data of its own.
 * The one rule: where something does not exist for a place, the answer says so and gives what is nearest.
 */
package be.digicatalogue.guide;
