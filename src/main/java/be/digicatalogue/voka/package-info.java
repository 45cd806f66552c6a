/**
 * The offices of the Voka chambers, which entrepreneurs can call or visit.
 * The data comes from {@code voka-offices.csv}, gathered from public pages; the parliamentary answer counts 13 offices and
 * lists none. The one rule: each office says how much of its address a source confirms.
 */
package be.digicatalogue.voka;
