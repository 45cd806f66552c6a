/**
 * What other websites show of the catalogue with one tag: a script that defines elements. It is written by hand in
 * {@code src/main/resources/embed/v1.js} and served as it is.
 * The one rule: what a site has pinned goes on. An earlier script is kept beside the newest under its own name,
 * {@code v1-<version>.js}.
 */
package be.digicatalogue.embed;
