/**
 * Limits that keep the service responsive when clients are too many, too slow or too demanding: connections with timeouts,
 * rejection of new work while the event loops lag, and an optional rate limit per client. No feature knows of it.
 * The one rule: health and metrics always pass, and what costs nothing (a cached answer) is never rejected.
 */
package be.digicatalogue.traffic;
