/**
 * The script with which other websites show parts of the catalogue as HTML elements. It is written by hand in
 * {@code src/main/resources/embed/v1.js} and served unchanged.
 * The one rule: a pinned script keeps working. A released script stays beside the newest one as {@code v1-<version>.js}.
 */
package be.digicatalogue.embed;
