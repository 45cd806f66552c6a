package be.digicatalogue.dataset;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A proposed publication: rows of some tables, each with the position where it was read, and optionally the outlines of the
 * provinces. The values have the types of their columns; other errors have not been checked yet.
 */
public final class Draft {

    /**
     * A row with its position.
     *
     * @param number the number of the row as a spreadsheet counts; {@code null} outside a file
     * @param unread the columns whose cells have a value of another type, for which an error has been reported
     */
    public record Line(String file, Integer number, ObjectNode values, Set<String> unread) {

        public Line(String file, Integer number, ObjectNode values) {
            this(file, number, values, Set.of());
        }
    }

    /** The effect of the tables of a draft. */
    public enum Mode {
        /** The rows of the draft replace all rows of the table. */
        REPLACE,
        /** Rows are added or changed by their keys; none is removed. */
        MERGE
    }

    private static final String PROVINCES = "provinces";
    private static final String OUTLINE = "outline";

    private final Map<Table, List<Line>> lines = new LinkedHashMap<>();
    private final Map<Table, Map<String, Line>> byKey = new HashMap<>();
    private final Map<Table, Set<String>> removed = new HashMap<>();
    private final Map<String, String> outlines = new HashMap<>();

    /** Starts a table, so that it is present even without rows. */
    void begin(Table table) {
        lines.computeIfAbsent(table, first -> new ArrayList<>());
        byKey.computeIfAbsent(table, first -> new HashMap<>());
    }

    /**
     * Adds a row.
     *
     * @return the earlier row with the same key, which then remains; or {@code null}
     */
    public Line add(Table table, Line line) {
        begin(table);
        var earlier = byKey.get(table).putIfAbsent(table.key(line.values()), line);
        if (earlier == null) {
            lines.get(table).add(line);
        }
        return earlier;
    }

    /** Removes a row that is in the catalogue. */
    public void remove(Table table, String key) {
        removed.computeIfAbsent(table, first -> new HashSet<>()).add(key);
    }

    /**
     * Removes a table that cannot be read to its end. It stays as it is in the catalogue, so that no other table misses its
     * rows.
     */
    void abandon(Table table) {
        lines.remove(table);
        byKey.remove(table);
    }

    public boolean has(Table table) {
        return lines.containsKey(table);
    }

    boolean isEmpty() {
        return lines.isEmpty() && outlines.isEmpty();
    }

    /** All rows that were read, table by table. */
    Stream<Line> all() {
        return lines.values().stream().flatMap(List::stream);
    }

    /** The position where the row with a key was read; empty when the row is already in the catalogue. */
    public Optional<Line> line(Table table, String key) {
        return Optional.ofNullable(byKey.getOrDefault(table, Map.of()).get(key));
    }

    /**
     * Adds an outline.
     *
     * @return the earlier outline of the same province, or {@code null}
     */
    String outline(String province, String geometry) {
        return outlines.putIfAbsent(province, geometry);
    }

    /** The provinces whose outlines are in the draft. */
    public Set<String> outlined() {
        return outlines.keySet();
    }

    /**
     * The whole dataset as it would become; a table that is not in the draft stays as it is. A date belongs to a value: when
     * the value changes without a new date, the date is removed.
     */
    public Dataset over(Dataset current, Mode mode) {
        var proposed = current.copy();
        lines.forEach((table, its) -> {
            if (mode == Mode.REPLACE) {
                proposed.of(table).clear();
            }
            for (var line : its) {
                var row = line.values().deepCopy();
                if (table.name().equals(PROVINCES) && !row.has(OUTLINE)) {
                    Optional.ofNullable(current.of(table).get(table.key(row)))
                            .ifPresent(known -> row.set(OUTLINE, known.get(OUTLINE)));
                }
                proposed.put(table, Dataset.normal(table, row));
            }
        });
        removed.forEach((table, keys) -> proposed.of(table).keySet().removeAll(keys));
        outlines.forEach((province, geometry) -> proposed.of(PROVINCES)
                .computeIfPresent(province, (id, row) -> row.deepCopy().put(OUTLINE, geometry)));
        DatedField.of(current)
                .filter(date -> !DatedField.isSame(date.field(), date.record(current), date.record(proposed)))
                .filter(date -> !gives(date, mode))
                .forEach(date -> proposed.of(DatedField.TABLE).remove(date.key(), date.row()));
        return proposed;
    }

    /** True when a date belongs to the new value: dates in merged rows do, dates in an unchanged table do not. */
    private boolean gives(DatedField date, Mode mode) {
        return mode == Mode.MERGE && line(DatedField.TABLE, date.key()).isPresent();
    }
}
