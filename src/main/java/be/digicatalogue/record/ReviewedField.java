package be.digicatalogue.record;

import java.time.Period;
import java.util.List;

/**
 * A field of a kind of record that may be believed for some time only.
 *
 * @param name the property of the record, as in {@code openingHours}
 * @param period how long it is believed, unless the operator says otherwise
 * @param parts the columns that hold it, as changes and attributes name them; a record that has none of them lacks the field
 */
public record ReviewedField(String name, Period period, List<String> parts) {}
