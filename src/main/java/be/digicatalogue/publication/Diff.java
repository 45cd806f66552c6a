package be.digicatalogue.publication;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The changes of a publication: their numbers, and the first {@value #MOST} changes field by field.
 *
 * @param tables the numbers of added, changed and removed rows of each table
 */
record Diff(int added, int changed, int removed, Map<String, Map<String, Long>> tables, List<RowChange> changes) {

    static final int MOST = 1_000;

    static Diff of(List<RowChange> changes) {
        var tables = changes.stream()
                .collect(Collectors.groupingBy(
                        RowChange::table,
                        TreeMap::new,
                        Collectors.groupingBy(
                                change -> change.kind().toString(), TreeMap::new, Collectors.counting())));
        return new Diff(
                count(changes, RowChange.Kind.ADDED),
                count(changes, RowChange.Kind.CHANGED),
                count(changes, RowChange.Kind.REMOVED),
                Map.copyOf(tables),
                changes.stream().limit(MOST).toList());
    }

    private static int count(List<RowChange> changes, RowChange.Kind kind) {
        return (int) changes.stream().filter(change -> change.kind() == kind).count();
    }
}
