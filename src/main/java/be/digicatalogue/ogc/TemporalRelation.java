package be.digicatalogue.ogc;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;

/** The temporal functions of CQL2, as the Time Ontology in OWL defines them. */
enum TemporalRelation {
    AFTER(false, (one, other) -> other.to().isBefore(one.from())),
    BEFORE(false, (one, other) -> one.to().isBefore(other.from())),
    CONTAINS(
            true,
            (one, other) -> one.from().isBefore(other.from()) && other.to().isBefore(one.to())),
    DISJOINT(
            false, (one, other) -> one.to().isBefore(other.from()) || other.to().isBefore(one.from())),
    DURING(true, (one, other) -> CONTAINS.holds(other, one)),
    EQUALS(false, Interval::equals),
    FINISHEDBY(
            true, (one, other) -> one.from().isBefore(other.from()) && one.to().equals(other.to())),
    FINISHES(true, (one, other) -> FINISHEDBY.holds(other, one)),
    INTERSECTS(false, (one, other) -> !DISJOINT.holds(one, other)),
    MEETS(true, (one, other) -> one.to().equals(other.from())),
    METBY(true, (one, other) -> MEETS.holds(other, one)),
    OVERLAPPEDBY(true, (one, other) -> overlaps(other, one)),
    OVERLAPS(true, TemporalRelation::overlaps),
    STARTEDBY(
            true, (one, other) -> one.from().equals(other.from()) && other.to().isBefore(one.to())),
    STARTS(true, (one, other) -> STARTEDBY.holds(other, one));

    private final boolean ofIntervalsOnly;
    private final BiPredicate<Interval, Interval> test;

    TemporalRelation(boolean ofIntervalsOnly, BiPredicate<Interval, Interval> test) {
        this.ofIntervalsOnly = ofIntervalsOnly;
        this.test = test;
    }

    /** The function with a name, in capitals. */
    static Optional<TemporalRelation> named(String function) {
        return Arrays.stream(values())
                .filter(each -> each.function().equals(function))
                .findFirst();
    }

    /** The names of the functions. */
    static List<String> names() {
        return Arrays.stream(values()).map(TemporalRelation::function).toList();
    }

    private String function() {
        return "T_" + name();
    }

    /** True when the standard defines it for intervals only, not for days and instants. */
    boolean ofIntervalsOnly() {
        return ofIntervalsOnly;
    }

    boolean holds(Interval one, Interval other) {
        return test.test(one, other);
    }

    private static boolean overlaps(Interval one, Interval other) {
        return one.from().isBefore(other.from())
                && other.from().isBefore(one.to())
                && one.to().isBefore(other.to());
    }
}
