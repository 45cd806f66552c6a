/**
 * What operators want of a running service beyond what the features measure themselves: traces, sent to whoever collects
 * them, and only where an address is given; measurements that nobody can make grow without end.
 */
package be.digicatalogue.operation;
