package be.digicatalogue.record;

import java.time.Period;
import java.util.List;

/**
 * A field of a kind of record with a review period, after which its value may no longer be true.
 *
 * @param name the property of the record, such as {@code openingHours}
 * @param period the review period, unless the operator configures another one
 * @param parts the columns that hold the field, named as in changes and attributes; a record without a value in any of them
 * lacks the field
 */
public record ReviewedField(String name, Period period, List<String> parts) {}
