/**
 * What operators need from a running service, in addition to the metrics of the features: traces, which are sent only when
 * an endpoint is configured, the access log, a bound on the number of metrics, and what a setting may be.
 * The one rule: callers cannot make measurements or logs grow without limit, or put personal data into them.
 */
package be.digicatalogue.operation;
