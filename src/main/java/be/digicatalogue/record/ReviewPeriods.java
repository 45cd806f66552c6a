package be.digicatalogue.record;

import java.time.Period;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The review period of each field of each kind: as the kind declares it, unless the operator configures another one. */
public final class ReviewPeriods {

    /** Years, months and days; longer numbers would exceed the calendar. */
    private static final Pattern PERIOD = Pattern.compile("P(?=.)([0-9]{1,4}Y)?([0-9]{1,4}M)?([0-9]{1,4}D)?");

    private final Map<RecordKind, List<ReviewedField>> fields;

    private ReviewPeriods(Map<RecordKind, List<ReviewedField>> fields) {
        this.fields = fields;
    }

    /** The periods that the kinds declare. */
    public static ReviewPeriods usual() {
        var fields = new LinkedHashMap<RecordKind, List<ReviewedField>>();
        for (var type : Schema.loaded().types()) {
            if (!type.reviewed().isEmpty()) {
                fields.put(type.kind(), type.reviewed());
            }
        }
        return new ReviewPeriods(fields);
    }

    /**
     * The same periods with another one for a field.
     *
     * @param period an ISO 8601 period, such as {@code P6M}
     * @throws IllegalArgumentException when it is not a positive period of years, months or days
     */
    public ReviewPeriods with(RecordKind kind, String field, String period) {
        var given = period(period);
        var others = new LinkedHashMap<>(fields);
        others.computeIfPresent(kind, (its, all) -> all.stream()
                .map(each -> each.name().equals(field) ? new ReviewedField(field, given, each.parts()) : each)
                .toList());
        return new ReviewPeriods(others);
    }

    /**
     * Reads an ISO 8601 period, such as {@code P6M}.
     *
     * @throws IllegalArgumentException when it is not a positive period of years, months or days
     */
    public static Period period(String text) {
        if (!PERIOD.matcher(text).matches() || Period.parse(text).isZero()) {
            throw new IllegalArgumentException("allowed: years, months or days, such as P6M, and more than none");
        }
        return Period.parse(text);
    }

    /** The fields of each kind that has any, with their effective periods. */
    public Map<RecordKind, List<ReviewedField>> all() {
        return Collections.unmodifiableMap(fields);
    }
}
