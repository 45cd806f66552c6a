/**
 * What keeps the service answering when it is asked too much, too slowly or by too many: connections that are watched, new
 * work refused while the event loops are behind, and an optional limit per client. No feature knows of it.
 * The one rule: health and metrics are always let through, and what costs nothing (an answer at hand) is never refused.
 */
package be.digicatalogue.traffic;
