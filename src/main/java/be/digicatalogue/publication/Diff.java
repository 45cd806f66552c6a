package be.digicatalogue.publication;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What a publication changes, for a reader: how much of each kind, and the first {@value #MOST} changes field by field.
 *
 * @param tables how many rows of each table are added, changed and removed
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
