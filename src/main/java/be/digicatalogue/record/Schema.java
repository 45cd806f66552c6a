package be.digicatalogue.record;

import static java.util.stream.Collectors.groupingBy;

import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.stream.Stream;

/** All kinds of record in list order, with the tables that hold them. */
public final class Schema {

    private static final class Loaded {
        private static final Schema SCHEMA =
                new Schema(ServiceLoader.load(RecordTypeList.class, Schema.class.getClassLoader())
                        .findFirst()
                        .orElseThrow(() -> new IllegalStateException("no service " + RecordTypeList.class.getName()))
                        .types());
    }

    private final List<RecordType<?, ?>> types;
    private final Map<RecordKind, RecordType<?, ?>> byKind = new EnumMap<>(RecordKind.class);
    private final Map<String, Class<?>> rows = new LinkedHashMap<>();
    private final Map<String, List<RecordTable>> tables;

    /** @throws IllegalArgumentException when two types are of one kind, or two tables of one name have different rows */
    public Schema(List<RecordType<?, ?>> types) {
        this.types = List.copyOf(types);
        for (var type : types) {
            if (byKind.put(type.kind(), type) != null) {
                throw new IllegalArgumentException("two types of the kind " + type.kind());
            }
        }
        tables = types.stream().flatMap(type -> type.tables().stream()).collect(groupingBy(RecordTable::name));
        for (var table : types.stream().flatMap(type -> type.tables().stream()).toList()) {
            var row = rows.putIfAbsent(table.name(), table.row());
            if (row != null && row != table.row()) {
                throw new IllegalArgumentException("two kinds of rows in the table " + table.name());
            }
        }
    }

    /** The kinds of this service, as its {@link RecordTypeList} lists them. */
    public static Schema loaded() {
        return Loaded.SCHEMA;
    }

    public List<RecordType<?, ?>> types() {
        return types;
    }

    /** The kinds that have a list. */
    public Stream<RecordType<?, ?>> listed() {
        return types.stream().filter(RecordType::isListed);
    }

    /** The kinds that have a list, with fields that age. */
    public Stream<RecordType<?, ?>> aging() {
        return listed().filter(type -> !type.reviewed().isEmpty());
    }

    public Optional<RecordType<?, ?>> type(RecordKind kind) {
        return Optional.ofNullable(byKind.get(kind));
    }

    /** The record type with a path segment. */
    public Optional<RecordType<?, ?>> type(String code) {
        return RecordKind.find(code).flatMap(this::type);
    }

    /** The classes of rows, each once. */
    public Collection<Class<?>> rows() {
        return rows.values();
    }

    /** The class of the rows of a table; empty when no kind has a table of this name. */
    public Optional<Class<?>> row(String table) {
        return Optional.ofNullable(rows.get(table));
    }

    /** The uses of a table by the kinds that hold rows in it; empty for a table that no kind uses. */
    public List<RecordTable> uses(String table) {
        return tables.getOrDefault(table, List.of());
    }
}
