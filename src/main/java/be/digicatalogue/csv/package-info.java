/**
 * Records as rows for spreadsheets and statistics: CSV (RFC 4180) in UTF-8.
 * The columns follow the schema of the records in the contract, in its order.
 * The one rule: a row has everything that the JSON of its record has, and a spreadsheet reads no cell as a formula.
 */
package be.digicatalogue.csv;
