package be.digicatalogue.hours;

import be.digicatalogue.fact.Text;
import java.time.Instant;
import java.util.Objects;

/**
 * A period in which a place is open.
 *
 * @param why the remark of the exception that applies, or that the hours do not say when it closes, as in {@code 10:00+};
 * {@code null} when there is no remark
 * @param believed false when the hours are overdue or undated on the day
 */
public record OpenStretch(Instant from, Instant to, Text why, boolean believed) {

    boolean goesOnIn(OpenStretch next) {
        return to.equals(next.from) && Objects.equals(why, next.why) && believed == next.believed;
    }

    OpenStretch until(OpenStretch last) {
        return new OpenStretch(from, last.to, why, believed);
    }
}
