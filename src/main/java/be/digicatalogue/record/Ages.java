package be.digicatalogue.record;

import be.digicatalogue.fact.Age;
import be.digicatalogue.fact.Fact;
import be.digicatalogue.fact.Lasting;
import be.digicatalogue.fact.Reference;
import java.time.LocalDate;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Computes, in one place, what follows from the dates of fields: which fields are overdue, which are undated, and on which
 * day each review period ends. A record that has ended does not age, because statements about the past stay valid.
 */
public final class Ages {

    /**
     * A field of a kind.
     *
     * @param isIn tells whether a record has the field
     */
    private record AgingField(ReviewedField field, Predicate<Fact> isIn) {}

    private final ReviewPeriods periods;
    private final Map<Reference, Set<String>> changedSinceVerified;
    /** By the code of the kind. */
    private final Map<String, List<AgingField>> fields = new HashMap<>();

    /**
     * The ages of the records of one catalogue.
     *
     * @param changedSinceVerified the columns of each record that changed after its day of verification was set, named as in
     * {@link ReviewedField#parts}; records without such columns are absent
     */
    public Ages(ReviewPeriods periods, Map<Reference, Set<String>> changedSinceVerified) {
        this.periods = periods;
        this.changedSinceVerified = changedSinceVerified;
        periods.all().forEach((kind, its) -> {
            var type = Schema.loaded().type(kind).orElseThrow();
            fields.put(
                    kind.code(),
                    its.stream()
                            .map(field -> new AgingField(field, type.having(field)))
                            .toList());
        });
    }

    /** The review periods of the fields. */
    public ReviewPeriods periods() {
        return periods;
    }

    /** The fields with a review period that a record has; none when the record has ended. */
    public List<String> known(Dated fact, LocalDate today) {
        return aging(fact, today).map(ReviewedField::name).toList();
    }

    /** The fields that are past their review period on a day. */
    public List<String> overdue(Dated fact, LocalDate today) {
        return aging(fact, today)
                .filter(field -> {
                    var lastDay = age(fact, field).lastDay();
                    return lastDay != null && today.isAfter(lastDay);
                })
                .map(ReviewedField::name)
                .toList();
    }

    /** The fields without a date. */
    public List<String> undated(Dated fact, LocalDate today) {
        return aging(fact, today)
                .filter(field -> age(fact, field).lastDay() == null)
                .map(ReviewedField::name)
                .toList();
    }

    /** The last days of the review periods of the fields of a record; a field without a date has none. */
    public Stream<LocalDate> lastDays(Dated fact) {
        return fields(fact).map(field -> age(fact, field).lastDay()).filter(Objects::nonNull);
    }

    /**
     * The age of a field of a record, whether the record has the field or not.
     *
     * @throws IllegalArgumentException when records of the kind have no such field
     */
    public Age age(RecordKind kind, String id, String field, List<FieldDate> knownOn, LocalDate verifiedOn) {
        return fields.getOrDefault(kind.code(), List.of()).stream()
                .map(AgingField::field)
                .filter(each -> each.name().equals(field))
                .findFirst()
                .map(each -> age(kind.reference(id), each, knownOn, verifiedOn))
                .orElseThrow(() -> new IllegalArgumentException(kind + " has no " + field + " that ages"));
    }

    private Stream<ReviewedField> aging(Dated fact, LocalDate today) {
        return fact instanceof Lasting lasting && lasting.endedOn(today) ? Stream.empty() : fields(fact);
    }

    /** The fields that a record has. */
    private Stream<ReviewedField> fields(Dated fact) {
        return fields.getOrDefault(fact.type(), List.of()).stream()
                .filter(field -> field.isIn().test(fact))
                .map(AgingField::field);
    }

    private Age age(Dated fact, ReviewedField field) {
        return age(fact.reference(), field, fact.knownOn(), fact.verifiedOn());
    }

    private Age age(Reference record, ReviewedField field, List<FieldDate> knownOn, LocalDate verifiedOn) {
        var date = knownOn.stream()
                .filter(each -> each.field().equals(field.name()))
                .findFirst()
                .orElse(null);
        var verified = verifiedOn != null && isVerified(record, field) ? verifiedOn : null;
        var lastDay = Stream.of(
                        date == null ? null : date.lastDay(field.period()),
                        verified == null ? null : verified.plus(field.period()))
                .filter(Objects::nonNull)
                .max(LocalDate::compareTo)
                .orElse(null);
        return date == null
                ? new Age(null, null, verified, lastDay)
                : new Age(date.date(), date.certainty(), verified, lastDay);
    }

    private boolean isVerified(Reference record, ReviewedField field) {
        return changedSinceVerified.isEmpty()
                || Collections.disjoint(changedSinceVerified.getOrDefault(record, Set.of()), field.parts());
    }
}
