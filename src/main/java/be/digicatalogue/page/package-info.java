/**
 * The pages for people: the finder of digibanks, the digihubs for entrepreneurs, the figures, and a page of its own for
 * each office, partner and service point. They are rendered on the server from the catalogue at hand.
 * The one rule: everything but the moving map works without JavaScript, and nothing comes from another origin.
 */
package be.digicatalogue.page;
