/**
 * The programmes: how a digihub and a digibank work, their calendar, and every number that the sources give.
 * The data comes from {@code programmes.csv}, {@code programme-texts.csv}, {@code subjects.csv}, {@code figures.csv},
 * {@code timeline.csv} and {@code disagreements.csv}.
 * The one rule: where two sources disagree both statements are shown, and they refer to each other.
 */
package be.digicatalogue.programme;
