package be.digicatalogue.record;

import be.digicatalogue.fact.Fact;
import be.digicatalogue.fact.Lasting;
import be.digicatalogue.fact.Reference;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * How complete and how fresh the records of a catalogue are on a day. Records that have ended do not count, because nobody
 * has to check them any more.
 *
 * @param kinds the kinds whose fields have review periods
 * @param gaps the records that no record of another kind serves
 */
public record Quality(LocalDate day, List<KindQuality> kinds, List<Gap> gaps) {

    /**
     * The fields of a kind.
     *
     * @param records the number of records that have not ended
     */
    public record KindQuality(RecordKind kind, int records, List<FieldQuality> fields) {}

    /**
     * A field of a kind, in numbers of records.
     *
     * @param known records that have the field
     * @param dated those whose date is known
     * @param overdue those whose date is past its review period
     * @param undated those whose date nobody knows
     */
    public record FieldQuality(ReviewedField field, int known, int dated, int overdue, int undated) {}

    /**
     * Records that should be served and are not.
     *
     * @param served the kind of these records
     * @param by the kind that should serve each of them
     * @param total the number of records to serve
     */
    public record Gap(RecordKind served, RecordKind by, int total, List<Reference> missing) {}

    /** Counts all records of a catalogue. */
    public static Quality of(RecordLookup records, Ages ages, LocalDate day) {
        var kinds = new ArrayList<KindQuality>();
        ages.periods().all().forEach((kind, fields) -> {
            var type = Schema.loaded().type(kind).orElseThrow();
            kinds.add(count(kind, fields, present(type, records, day), ages, day));
        });
        var gaps = Schema.loaded()
                .listed()
                .flatMap(type -> gap(type, records, day).stream())
                .toList();
        return new Quality(day, List.copyOf(kinds), gaps);
    }

    private static KindQuality count(
            RecordKind kind, List<ReviewedField> fields, List<? extends Fact> records, Ages ages, LocalDate day) {
        var known = new HashMap<String, Integer>();
        var overdue = new HashMap<String, Integer>();
        var undated = new HashMap<String, Integer>();
        for (var fact : records) {
            var dated = (Dated) fact;
            ages.known(dated, day).forEach(field -> known.merge(field, 1, Integer::sum));
            ages.overdue(dated, day).forEach(field -> overdue.merge(field, 1, Integer::sum));
            ages.undated(dated, day).forEach(field -> undated.merge(field, 1, Integer::sum));
        }
        return new KindQuality(
                kind,
                records.size(),
                fields.stream()
                        .map(field -> {
                            int having = known.getOrDefault(field.name(), 0);
                            int without = undated.getOrDefault(field.name(), 0);
                            return new FieldQuality(
                                    field, having, having - without, overdue.getOrDefault(field.name(), 0), without);
                        })
                        .toList());
    }

    private static Optional<Gap> gap(RecordType<?, ?> by, RecordLookup records, LocalDate day) {
        return by.covered().map(kind -> {
            var served = present(by, records, day).stream()
                    .map(by::served)
                    .filter(Objects::nonNull)
                    .collect(Collectors.toSet());
            var all = present(Schema.loaded().type(kind).orElseThrow(), records, day);
            return new Gap(
                    kind,
                    by.kind(),
                    all.size(),
                    all.stream()
                            .map(Fact::reference)
                            .filter(each -> !served.contains(each))
                            .toList());
        });
    }

    /** The records that lists show and that have not ended. */
    private static List<? extends Fact> present(RecordType<?, ?> type, RecordLookup records, LocalDate day) {
        return type.listed(records).stream()
                .filter(fact -> !(fact instanceof Lasting lasting && lasting.endedOn(day)))
                .toList();
    }
}
