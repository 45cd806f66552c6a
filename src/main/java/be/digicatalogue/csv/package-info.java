/**
 * Records as rows for spreadsheets and statistics: CSV (RFC 4180) in UTF-8.
 * The columns are those of the schema that the contract has for the records, in its order.
 * The one rule: a row says everything that the JSON of its record says, and nothing in it is taken for a formula.
 */
package be.digicatalogue.csv;
