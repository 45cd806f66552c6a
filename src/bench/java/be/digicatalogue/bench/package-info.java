/**
 * Routes that benchmarks compare with, and data for them; compiled with the Maven profile {@code bench} only.
 * The one rule: the routes run in the process that is measured, so that a ratio does not depend on the machine.
 */
package be.digicatalogue.bench;
