/**
 * Who takes part in the digihubs: knowledge partners (universities, colleges, research centres and others) and the Voka
 * chambers that lead. The data comes from {@code organisations.csv}; membership is a fact of the digihub feature.
 * The one rule: a name is given as the organisation writes it and as the source wrote it, and never translated.
 */
package be.digicatalogue.organisation;
