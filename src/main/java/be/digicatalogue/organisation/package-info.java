/**
 * The organisations that take part in the digihubs: knowledge partners (universities, colleges, research centres and
 * others) and the Voka chambers, which lead. The data comes from {@code organisations.csv}; membership belongs to digihubs.
 * The one rule: a record has the name as the organisation writes it and as the source wrote it, never translated.
 */
package be.digicatalogue.organisation;
