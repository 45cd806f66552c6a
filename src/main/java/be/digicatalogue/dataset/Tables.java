package be.digicatalogue.dataset;

import be.digicatalogue.fact.Interner;
import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The rows of all tables of facts, from files or from the database. Equal values of a column share one instance, because most
 * columns have few different values.
 */
public final class Tables {

    private final Map<Class<?>, List<?>> rows = new LinkedHashMap<>();
    private final Map<Class<?>, List<SharedColumn>> shared = new HashMap<>();

    /** Sets all rows of a table. */
    public <R> void put(Class<R> table, List<? extends R> its) {
        rows.put(table, its);
    }

    /** Adds rows to a table; an empty list starts the table. */
    public <R> void add(Class<R> table, List<? extends R> some) {
        rows.computeIfAbsent(table, first -> new ArrayList<>());
        var columns = shared.computeIfAbsent(table, SharedColumn::of);
        for (var row : some) {
            columns.forEach(column -> column.share(row));
        }
        of(table).addAll(some);
    }

    @SuppressWarnings("unchecked") // put() and add() keep them of one type
    public <R> List<R> of(Class<R> table) {
        return (List<R>) rows.get(table);
    }

    /**
     * The columns of a table as fields of its row class. Panache makes public fields protected, so this makes them
     * accessible.
     */
    public static List<Field> columns(Class<?> table) {
        var columns = new ArrayList<Field>();
        for (Class<?> type = table; type != PanacheEntityBase.class; type = type.getSuperclass()) {
            for (var field : type.getDeclaredFields()) {
                if (!Modifier.isStatic(field.getModifiers())
                        && !field.isSynthetic()
                        && !field.getName().startsWith("$")) {
                    field.setAccessible(true);
                    columns.add(field);
                }
            }
        }
        return columns;
    }

    public static Object value(Field column, Object row) {
        try {
            return column.get(row);
        } catch (IllegalAccessException impossible) {
            throw new IllegalStateException(column + " cannot be read", impossible);
        }
    }

    /** A column whose equal values share one instance. */
    private record SharedColumn(Field field, Interner values) {

        private static final Set<Class<?>> TYPES = Set.of(String.class, LocalDate.class, List.class);

        static List<SharedColumn> of(Class<?> table) {
            return columns(table).stream()
                    .filter(field -> TYPES.contains(field.getType()))
                    .map(field -> new SharedColumn(field, new Interner()))
                    .toList();
        }

        void share(Object row) {
            try {
                field.set(row, values.one(field.get(row)));
            } catch (IllegalAccessException impossible) {
                throw new IllegalStateException(field + " cannot be written", impossible);
            }
        }
    }
}
