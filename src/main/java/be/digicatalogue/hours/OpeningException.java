package be.digicatalogue.hours;

import be.digicatalogue.fact.Text;
import java.time.LocalDate;

/**
 * Days on which other hours hold than usual: closed that week, open that Sunday. On its days it replaces the usual
 * hours altogether, also what they would add after midnight.
 *
 * @param from first day
 * @param to last day, may be the first
 * @param hours {@code off}, or times as in {@code 10:00-12:00,13:00-15:00}
 * @param remark what to tell about it, if anything
 */
public record OpeningException(LocalDate from, LocalDate to, String hours, Text remark) {}
