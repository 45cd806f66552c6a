/**
 * Facts as files and rows: the tables with their columns, reading and writing them as CSV, zip and workbook, and the dataset
 * that comes with the service, which lies in {@code src/main/resources/dataset}. What is wrong with a file is told by row and column.
 * The one rule: writing a file and reading it back changes nothing.
 */
package be.digicatalogue.dataset;
