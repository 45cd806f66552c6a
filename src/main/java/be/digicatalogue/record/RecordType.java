package be.digicatalogue.record;

import be.digicatalogue.fact.Fact;
import be.digicatalogue.fact.Facts;
import be.digicatalogue.fact.Reference;
import java.time.Period;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What the general parts of the service need to know of a kind of record. It stands beside the record, is written once when
 * its class is loaded, and holds no records itself.
 *
 * @param <T> the record
 * @param <C> all records of the kind
 */
public final class RecordType<T extends Fact, C extends Facts<T>> {

    private final RecordKind kind;
    private final Class<T> record;
    private final Class<C> collection;
    private final List<RecordTable> tables = new ArrayList<>();
    private final Map<BackReference, Function<Build, Map<String, List<Reference>>>> filled = new LinkedHashMap<>();
    private final Map<String, String> terms = new LinkedHashMap<>();
    private Function<Build, C> building;
    private BiFunction<T, RecordLookup, SearchDocument> document;
    private Predicate<T> listing = fact -> true;
    private boolean listsAll = true;
    private BiFunction<T, RecordLookup, Set<String>> derived = (fact, others) -> Set.of();
    private Function<T, Stream<Reference>> contained = fact -> Stream.empty();
    private final List<ReviewedField> reviewed = new ArrayList<>();
    private List<Attribute<T>> attributes = List.of();
    private Function<RecordType<T, C>, MapLayer<?>> layer;
    private ListDescription description;

    private RecordType(RecordKind kind, Class<T> record, Class<C> collection) {
        this.kind = kind;
        this.record = record;
        this.collection = collection;
    }

    public static <T extends Fact, C extends Facts<T>> RecordType<T, C> of(
            RecordKind kind, Class<T> record, Class<C> collection) {
        return new RecordType<>(kind, record, collection);
    }

    /** A table of the dataset with a row for each record. */
    public RecordType<T, C> table(Class<?> row, String name) {
        return table(row, name, kindOfRow -> true);
    }

    /**
     * A table that records of several kinds share.
     *
     * @param ours whether a row is of this kind, by its column {@code kind}
     */
    public RecordType<T, C> table(Class<?> row, String name, Predicate<String> ours) {
        tables.add(new RecordTable(kind, name, row, ours, null, null));
        return this;
    }

    /** A table whose rows are parts of a record, which the first column of their key names; they change with it. */
    public RecordType<T, C> part(Class<?> row, String name, String property) {
        return part(row, name, property, key -> List.of(kind.reference(key.get(0))));
    }

    /** The same where a key names its records otherwise; they may be of other kinds as well. */
    public RecordType<T, C> part(
            Class<?> row, String name, String property, Function<List<String>, List<Reference>> owners) {
        tables.add(new RecordTable(kind, name, row, kindOfRow -> true, property, owners));
        return this;
    }

    /** How all records are made from rows. */
    public RecordType<T, C> built(Function<Build, C> how) {
        building = how;
        return this;
    }

    /** References that records of another kind show and the tables of this one hold, by the id of the record that shows them. */
    public RecordType<T, C> fills(BackReference references, Function<Build, Map<String, List<Reference>>> by) {
        filled.put(references, by);
        return this;
    }

    /** What a record is found by. */
    public RecordType<T, C> foundBy(BiFunction<T, RecordLookup, SearchDocument> by) {
        document = by;
        return this;
    }

    /** Which records lists show, where that is not all that there are. */
    public RecordType<T, C> listing(Predicate<T> some) {
        listing = some;
        listsAll = false;
        return this;
    }

    /** Properties that follow from other records or from the clock, so that they are no part of a version of a record. */
    public RecordType<T, C> derived(String... properties) {
        var always = Set.of(properties);
        return derived((fact, others) -> always);
    }

    /** The same where it depends on the record. */
    public RecordType<T, C> derived(BiFunction<T, RecordLookup, Set<String>> properties) {
        derived = properties;
        return this;
    }

    /** Records without a version of their own that a record shows; it has a new version when they have. */
    public RecordType<T, C> containing(Function<T, Stream<Reference>> others) {
        contained = others;
        return this;
    }

    /** A property that a version tells under another term, because the context has another use for its name. */
    public RecordType<T, C> termed(String property, String term) {
        terms.put(property, term);
        return this;
    }

    /** The fields of a record, for whoever lists them. */
    @SafeVarargs
    public final RecordType<T, C> attributes(Stream<Attribute<T>>... all) {
        attributes = Stream.of(all).flatMap(some -> some).toList();
        return this;
    }

    /**
     * A field that is believed for so long after its date. Its date is a row of the table {@value FactDateRow#TABLE}.
     *
     * @param parts the columns that hold the field, as changes and attributes name them; none for one that is called like it
     */
    public RecordType<T, C> reviewed(String field, Period period, String... parts) {
        if (reviewed.isEmpty()) {
            part(
                    FactDateRow.class,
                    FactDateRow.TABLE,
                    "knownOn",
                    key -> key.get(0).equals(kind.code()) ? List.of(kind.reference(key.get(1))) : List.of());
        }
        reviewed.add(new ReviewedField(field, period, parts.length == 0 ? List.of(field) : List.of(parts)));
        return this;
    }

    /** Shows the records on maps, each where it stands, with its attributes. */
    public RecordType<T, C> mapped(boolean outlines) {
        return mapped(type -> new MapLayer<>(
                kind,
                kind.title().en(),
                type.description().about().en(),
                outlines,
                type::listed,
                (records, id) -> records.of(type).named(id).filter(listing),
                fact -> fact,
                fact -> fact,
                List.of(),
                type.attributes(),
                Set.of()));
    }

    /** The same in another way. */
    public RecordType<T, C> mapped(Function<RecordType<T, C>, MapLayer<?>> by) {
        layer = by;
        return this;
    }

    /** What its list is about, for portals and assistants. */
    public RecordType<T, C> described(ListDescription by) {
        description = by;
        return this;
    }

    public RecordKind kind() {
        return kind;
    }

    /** The class of a record. */
    public Class<T> record() {
        return record;
    }

    public List<RecordTable> tables() {
        return Collections.unmodifiableList(tables);
    }

    /** All records, made from rows. */
    public C build(Build from) {
        return building.apply(from);
    }

    /** What this kind's tables say about references that another kind shows. */
    public Map<BackReference, Function<Build, Map<String, List<Reference>>>> filled() {
        return Collections.unmodifiableMap(filled);
    }

    /** The records of this kind as what they are. */
    public C cast(Object facts) {
        return collection.cast(facts);
    }

    /** Whether a record can be found by words. */
    public boolean isSearched() {
        return document != null;
    }

    public SearchDocument document(T fact, RecordLookup others) {
        return document.apply(fact, others);
    }

    /** Whether there is a list of its records. */
    public boolean isListed() {
        return description != null;
    }

    /** The records that lists show, in order. */
    public List<T> listed(C facts) {
        return listsAll ? facts.all() : facts.all().stream().filter(listing).toList();
    }

    /** The same of a revision. */
    public List<T> listed(RecordLookup records) {
        return listed(records.of(this));
    }

    /** The properties of a record that are no part of its version. */
    public Set<String> derivedOf(Fact fact, RecordLookup others) {
        return derived.apply(record.cast(fact), others);
    }

    /** The records without versions of their own that a record shows. */
    public Stream<Reference> containedIn(Fact fact) {
        return contained.apply(record.cast(fact));
    }

    /** By property, the term under which a version tells it. */
    public Map<String, String> terms() {
        return Collections.unmodifiableMap(terms);
    }

    public List<Attribute<T>> attributes() {
        return attributes;
    }

    /** The fields that are believed for some time only, in order. */
    public List<ReviewedField> reviewed() {
        return Collections.unmodifiableList(reviewed);
    }

    /** Whether a record has a field: whether one of the attributes that hold it has a value. */
    Predicate<Fact> having(ReviewedField field) {
        var its = attributes.stream()
                .filter(attribute -> field.parts().contains(attribute.name()))
                .toList();
        return fact -> its.stream().anyMatch(attribute -> {
            var value = attribute.value().apply(record.cast(fact));
            return value != null && !(value instanceof Collection<?> several && several.isEmpty());
        });
    }

    /** Its records on a map; empty for a kind that is on none. */
    public Optional<MapLayer<?>> layer() {
        return Optional.ofNullable(layer).map(by -> by.apply(this));
    }

    /** What its list is about; {@code null} for a kind without a list. */
    public ListDescription description() {
        return description;
    }
}
