/**
 * The pages for people: the finder of digibanks, the digihubs for entrepreneurs, the figures, and a page for each office,
 * partner and service point. They are rendered on the server from the current catalogue.
 * The one rule: everything except the interactive map works without JavaScript, and nothing comes from another origin.
 */
package be.digicatalogue.page;
