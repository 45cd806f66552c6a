/**
 * Routes that benchmarks compare with; compiled with the Maven profile {@code bench} only.
 * The one rule: they run in the process that is measured, so that a ratio does not depend on the machine.
 */
package be.digicatalogue.bench;
