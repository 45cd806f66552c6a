package be.digicatalogue.catalogue;

import be.digicatalogue.dataset.Tables;
import be.digicatalogue.fact.Facts;
import be.digicatalogue.fact.Reference;
import be.digicatalogue.record.Ages;
import be.digicatalogue.record.BackReference;
import be.digicatalogue.record.Build;
import be.digicatalogue.record.FieldDates;
import be.digicatalogue.record.Finder;
import be.digicatalogue.record.RecordType;
import be.digicatalogue.record.Schema;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Makes the records of all kinds, each kind once and when it is first needed, so that their order is nobody's concern. */
final class Building implements Build {

    private final Schema schema;
    private final Tables tables;
    private final Catalogue before;
    private final Ages ages;
    private final Supplier<Finder> finder;
    private FieldDates dates;
    private final Map<RecordType<?, ?>, Facts<?>> built = new HashMap<>();
    private final Map<BackReference, Map<String, List<Reference>>> referring = new HashMap<>();
    /** What is being made, the first of which needs the next, and so on. */
    private final Set<RecordType<?, ?>> underWay = new LinkedHashSet<>();

    private Building(Schema schema, Tables tables, Catalogue before, Ages ages, Supplier<Finder> finder) {
        this.schema = schema;
        this.tables = tables;
        this.before = before;
        this.ages = ages;
        this.finder = finder;
    }

    /**
     * The records of each kind, in the order of the schema.
     *
     * @param before the catalogue before; {@code null} for the first
     */
    static Map<RecordType<?, ?>, Facts<?>> of(
            Schema schema, Tables tables, Catalogue before, Ages ages, Supplier<Finder> finder) {
        var building = new Building(schema, tables, before, ages, finder);
        var all = new LinkedHashMap<RecordType<?, ?>, Facts<?>>();
        schema.types().forEach(type -> all.put(type, building.of(type)));
        return all;
    }

    @Override
    public <R> List<R> rows(Class<R> table) {
        return tables.of(table);
    }

    @Override
    public <C extends Facts<?>> C of(RecordType<?, C> type) {
        var known = built.get(type);
        if (known == null) {
            if (!underWay.add(type)) {
                throw new IllegalStateException("These kinds need each other: "
                        + underWay.stream()
                                .dropWhile(each -> each != type)
                                .map(each -> each.kind().code())
                                .collect(Collectors.joining(", ")));
            }
            known = type.build(this);
            underWay.remove(type);
            built.put(type, known);
        }
        return type.cast(known);
    }

    @Override
    public <C extends Facts<?>> Optional<C> before(RecordType<?, C> type) {
        return Optional.ofNullable(before).map(catalogue -> catalogue.of(type));
    }

    @Override
    public FieldDates dates() {
        if (dates == null) {
            dates = FieldDates.of(this);
        }
        return dates;
    }

    @Override
    public Ages ages() {
        return ages;
    }

    @Override
    public Supplier<Finder> finder() {
        return finder;
    }

    @Override
    public List<Reference> referring(BackReference to, String id) {
        var its = referring.get(to);
        if (its == null) {
            its = filled(to);
            referring.put(to, its);
        }
        return its.getOrDefault(id, List.of());
    }

    private Map<String, List<Reference>> filled(BackReference to) {
        var all = new HashMap<String, List<Reference>>();
        for (var type : schema.types()) {
            var filling = type.filled().get(to);
            if (filling != null) {
                filling.apply(this).forEach((id, references) -> all.computeIfAbsent(id, first -> new ArrayList<>())
                        .addAll(references));
            }
        }
        all.replaceAll((id, references) -> List.copyOf(references));
        return all;
    }
}
