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
 * Describes a kind of record to the general parts of the service. It is defined beside the record, built once when its class
 * is loaded, and holds no records itself.
 *
 * @param <T> the record
 * @param <C> the collection of all records of the kind
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
    private Coverage<T> coverage;
    private List<Attribute<T>> attributes = List.of();
    private Function<RecordType<T, C>, MapLayer<?>> layer;
    private final List<Function<RecordType<T, C>, MapLayer<?>>> furtherLayers = new ArrayList<>();
    private ListDescription description;

    /** The record of another kind that a record serves. */
    private record Coverage<T>(RecordKind of, Function<T, Reference> served) {}

    private RecordType(RecordKind kind, Class<T> record, Class<C> collection) {
        this.kind = kind;
        this.record = record;
        this.collection = collection;
    }

    public static <T extends Fact, C extends Facts<T>> RecordType<T, C> of(
            RecordKind kind, Class<T> record, Class<C> collection) {
        return new RecordType<>(kind, record, collection);
    }

    /** Adds a table of the dataset with a row for each record. */
    public RecordType<T, C> table(Class<?> row, String name) {
        return table(row, name, kindOfRow -> true);
    }

    /**
     * Adds a table that several kinds share.
     *
     * @param ours tells by the column {@code kind} whether a row is of this kind
     */
    public RecordType<T, C> table(Class<?> row, String name, Predicate<String> ours) {
        tables.add(new RecordTable(kind, name, row, ours, null, null));
        return this;
    }

    /**
     * Adds a table whose rows are parts of the record that the first column of their key names. A changed part changes the
     * record.
     */
    public RecordType<T, C> part(Class<?> row, String name, String property) {
        return part(row, name, property, key -> List.of(kind.reference(key.get(0))));
    }

    /** Adds a table of parts whose key identifies its records differently; they may also be of other kinds. */
    public RecordType<T, C> part(
            Class<?> row, String name, String property, Function<List<String>, List<Reference>> owners) {
        tables.add(new RecordTable(kind, name, row, kindOfRow -> true, property, owners));
        return this;
    }

    /** Sets the function that builds all records from rows. */
    public RecordType<T, C> built(Function<Build, C> how) {
        building = how;
        return this;
    }

    /**
     * Fills references that records of another kind show but the tables of this kind hold, by the id of the record that shows
     * them.
     */
    public RecordType<T, C> fills(BackReference references, Function<Build, Map<String, List<Reference>>> by) {
        filled.put(references, by);
        return this;
    }

    /** Sets the texts by which the search finds a record. */
    public RecordType<T, C> foundBy(BiFunction<T, RecordLookup, SearchDocument> by) {
        document = by;
        return this;
    }

    /** Restricts the records that lists show. */
    public RecordType<T, C> listing(Predicate<T> some) {
        listing = some;
        listsAll = false;
        return this;
    }

    /**
     * Declares properties that follow from other records or from the clock, and are therefore not part of a version of a
     * record.
     */
    public RecordType<T, C> derived(String... properties) {
        var always = Set.of(properties);
        return derived((fact, others) -> always);
    }

    /** Declares derived properties that depend on the record. */
    public RecordType<T, C> derived(BiFunction<T, RecordLookup, Set<String>> properties) {
        derived = properties;
        return this;
    }

    /** Declares records without versions of their own that a record shows. When they change, the record has a new version. */
    public RecordType<T, C> containing(Function<T, Stream<Reference>> others) {
        contained = others;
        return this;
    }

    /** Renames a property in versions, because the context uses its name for something else. */
    public RecordType<T, C> termed(String property, String term) {
        terms.put(property, term);
        return this;
    }

    /** Adds the fields of a record for the general parts that list fields. */
    @SafeVarargs
    public final RecordType<T, C> attributes(Stream<Attribute<T>>... all) {
        attributes = Stream.of(all).flatMap(some -> some).toList();
        return this;
    }

    /**
     * Declares the review period of a field. Its date is a row of the table {@value FactDateRow#TABLE}.
     *
     * @param parts the columns that hold the field, named as in changes and attributes; none when the column has the name of
     * the field
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

    /** Declares that each record of another kind should be served by a record of this one; {@link Quality} lists the others. */
    public RecordType<T, C> covers(RecordKind of, Function<T, Reference> served) {
        coverage = new Coverage<>(of, served);
        return this;
    }

    /** Shows each record on maps at its location, with its attributes. */
    public RecordType<T, C> mapped(boolean outlines) {
        return mapped(type -> new MapLayer<>(
                kind,
                kind.code(),
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

    /** Shows the records on maps as another map layer. */
    public RecordType<T, C> mapped(Function<RecordType<T, C>, MapLayer<?>> by) {
        layer = by;
        return this;
    }

    /** Shows the records on maps as one more layer. */
    public RecordType<T, C> alsoMapped(Function<RecordType<T, C>, MapLayer<?>> by) {
        furtherLayers.add(by);
        return this;
    }

    /** Sets the description of the list, for portals and assistants. */
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

    /** Builds all records from rows. */
    public C build(Build from) {
        return building.apply(from);
    }

    /** The references that this kind fills for other kinds, by back reference. */
    public Map<BackReference, Function<Build, Map<String, List<Reference>>>> filled() {
        return Collections.unmodifiableMap(filled);
    }

    /** Casts facts to the collection of this kind. */
    public C cast(Object facts) {
        return collection.cast(facts);
    }

    /** True when the search finds records of this kind. */
    public boolean isSearched() {
        return document != null;
    }

    public SearchDocument document(T fact, RecordLookup others) {
        return document.apply(fact, others);
    }

    /** True when the kind has a list. */
    public boolean isListed() {
        return description != null;
    }

    /** The records that lists show, in order. */
    public List<T> listed(C facts) {
        return listsAll ? facts.all() : facts.all().stream().filter(listing).toList();
    }

    /** The records of a revision that lists show, in order. */
    public List<T> listed(RecordLookup records) {
        return listed(records.of(this));
    }

    /** The properties of a record that are not part of its version. */
    public Set<String> derivedOf(Fact fact, RecordLookup others) {
        return derived.apply(record.cast(fact), others);
    }

    /** The records without versions of their own that a record shows. */
    public Stream<Reference> containedIn(Fact fact) {
        return contained.apply(record.cast(fact));
    }

    /** The names of renamed properties in versions, by property. */
    public Map<String, String> terms() {
        return Collections.unmodifiableMap(terms);
    }

    public List<Attribute<T>> attributes() {
        var dates = reviewed.stream().map(field -> RecordType.<T>knownOn(field.name()));
        return Stream.concat(attributes.stream(), dates).toList();
    }

    private static <T> Attribute<T> knownOn(String field) {
        return Attribute.text(
                field + "KnownOn", "Of when " + field + " is: a year, a month or a day", fact -> ((Dated) fact)
                        .knownOn().stream()
                                .filter(date -> date.field().equals(field))
                                .map(FieldDate::date)
                                .findFirst()
                                .orElse(null));
    }

    /** The fields with a review period, in order. */
    public List<ReviewedField> reviewed() {
        return Collections.unmodifiableList(reviewed);
    }

    /** The kind of which each record should be served by a record of this one; empty for most kinds. */
    Optional<RecordKind> covered() {
        return Optional.ofNullable(coverage).map(Coverage::of);
    }

    /** The record that a record serves; {@code null} when it serves none. */
    Reference served(Fact fact) {
        return coverage.served().apply(record.cast(fact));
    }

    /** Tests whether a record has a field: whether one of the attributes that hold it has a value. */
    Predicate<Fact> having(ReviewedField field) {
        var its = attributes.stream()
                .filter(attribute -> field.parts().contains(attribute.name()))
                .toList();
        return fact -> its.stream().anyMatch(attribute -> {
            var value = attribute.value().apply(record.cast(fact));
            return value != null && !(value instanceof Collection<?> several && several.isEmpty());
        });
    }

    /** The records on a map; empty for a kind without a map layer. */
    public Optional<MapLayer<?>> layer() {
        return Optional.ofNullable(layer).map(by -> by.apply(this));
    }

    /** All map layers of the kind. */
    public List<MapLayer<?>> layers() {
        return Stream.concat(layer().stream(), furtherLayers.stream().map(by -> by.apply(this)))
                .toList();
    }

    /** The description of the list; {@code null} for a kind without a list. */
    public ListDescription description() {
        return description;
    }
}
