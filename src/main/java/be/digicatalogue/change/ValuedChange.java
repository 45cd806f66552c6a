package be.digicatalogue.change;

import be.digicatalogue.history.Change;
import be.digicatalogue.history.ChangedValues;
import com.fasterxml.jackson.annotation.JsonUnwrapped;

/**
 * A change as REST answers it.
 *
 * @param values {@code null} unless they were asked for and are kept
 */
public record ValuedChange(@JsonUnwrapped Change change, ChangedValues values) {

    static ValuedChange of(Change change, boolean values) {
        return new ValuedChange(change, values ? change.values() : null);
    }
}
