/**
 * Facts as files and rows: the tables with their columns, reading and writing them as CSV, zip and workbook, and the bundled
 * dataset in {@code src/main/resources/dataset}. Errors in a file are reported by row and column.
 * The one rule: writing a file and reading it back changes nothing.
 */
package be.digicatalogue.dataset;
