/**
 * The offices of the Voka chambers, where an entrepreneur can call or drop in.
 * The data comes from {@code voka-offices.csv}, gathered from public pages; the parliamentary answer counts 13 and lists
 * none. The one rule: each office says how far its address is confirmed.
 */
package be.digicatalogue.voka;
