package be.digicatalogue.catalogue;

import be.digicatalogue.dataset.Export;
import be.digicatalogue.dataset.Revision;
import be.digicatalogue.dataset.Tables;
import be.digicatalogue.fact.Belgium;
import be.digicatalogue.fact.Fact;
import be.digicatalogue.fact.Facts;
import be.digicatalogue.fact.Interner;
import be.digicatalogue.fact.Lasting;
import be.digicatalogue.fact.Reference;
import be.digicatalogue.history.Change;
import be.digicatalogue.history.Changes;
import be.digicatalogue.index.SearchIndex;
import be.digicatalogue.record.Ages;
import be.digicatalogue.record.Dated;
import be.digicatalogue.record.Quality;
import be.digicatalogue.record.RecordLookup;
import be.digicatalogue.record.RecordType;
import be.digicatalogue.record.ReviewPeriods;
import be.digicatalogue.record.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Everything the service knows, at one revision. It is immutable; a newer revision is another instance. What is derived from
 * the facts, indexes included, belongs to the instance and is released with it. Record types say which kinds of record exist
 * and how they are built; the catalogue knows no kind.
 */
public final class Catalogue implements RecordLookup {

    /** The column of the day of verification, as named in changes. */
    private static final String VERIFIED_ON = "verifiedOn";

    private final Revision revision;
    private final Map<RecordType<?, ?>, Facts<?>> byType;
    private final Map<String, Facts<?>> byCode = new HashMap<>();
    private final NavigableSet<Instant> turns = new TreeSet<>();
    private final Changes changes;
    private final ReviewPeriods periods;
    private final Ages ages;
    private volatile SearchIndex search;
    private volatile Quality quality;
    private final Export export;
    private final Map<Class<?>, Derived> derived = new ConcurrentHashMap<>();

    /**
     * Builds the facts from rows: resolves references in both directions and locates records without coordinates.
     *
     * @param periods the review periods of their fields
     */
    public Catalogue(Revision revision, Tables tables, Changes changes, ReviewPeriods periods) {
        this(revision, tables, changes, periods, null);
    }

    /** Builds a newer catalogue, which shares large unchanged parts with this one while both are in memory. */
    public Catalogue newer(Revision revision, Tables tables, Changes changes) {
        return new Catalogue(revision, tables, changes, periods, this);
    }

    private Catalogue(Revision revision, Tables tables, Changes changes, ReviewPeriods periods, Catalogue before) {
        this.revision = revision;
        this.changes = changes;
        this.periods = periods;
        var changedSinceVerified = changedSinceVerified(changes);
        ages = new Ages(periods, changedSinceVerified);
        byType = Building.of(Schema.loaded(), tables, before, ages, this::search);
        byType.forEach((type, facts) -> byCode.put(type.kind().code(), facts));
        // Only now is it known which records were verified. The changes of all others are dropped.
        changedSinceVerified
                .keySet()
                .removeIf(
                        changed -> !(find(changed).orElse(null) instanceof Dated dated) || dated.verifiedOn() == null);
        for (var facts : byType.values()) {
            for (var fact : facts.all()) {
                if (fact instanceof Lasting lasting) {
                    turn(lasting.validFrom());
                    turn(lasting.validTo() == null ? null : lasting.validTo().plusDays(1));
                }
            }
        }
        lastDays().forEach(day -> turn(LocalDate.ofEpochDay(day).plusDays(1)));
        export = new Export(revision, tables);
    }

    /**
     * By record, the columns that changed in later revisions than the one that set its day of verification. Equal sets are one,
     * because a publication may change the same columns of a million records.
     */
    private static Map<Reference, Set<String>> changedSinceVerified(Changes changes) {
        var changed = new HashMap<Reference, Set<String>>();
        var shared = new Interner();
        for (var revision : changes.revisions()) {
            for (var change : revision.changes()) {
                var record = change.type().reference(change.id());
                if (change.kind() == Change.Kind.CHANGED && !change.fields().contains(VERIFIED_ON)) {
                    changed.merge(record, shared.one(Set.copyOf(change.fields())), (earlier, later) -> {
                        var both = new HashSet<>(earlier);
                        both.addAll(later);
                        return shared.one(Set.copyOf(both));
                    });
                } else if (!changed.isEmpty()) {
                    changed.remove(record);
                }
            }
        }
        return changed;
    }

    /** The last days of the review periods of all records, without duplicates, because many records have the same. */
    private IntStream lastDays() {
        var days = new BitSet();
        for (var facts : byType.values()) {
            for (var fact : facts.all()) {
                if (fact instanceof Dated dated) {
                    ages.lastDays(dated).forEach(day -> days.set((int) day.toEpochDay()));
                }
            }
        }
        return days.stream();
    }

    private void turn(LocalDate day) {
        if (day != null) {
            turns.add(day.atStartOfDay(Belgium.ZONE).toInstant());
        }
    }

    public Revision revision() {
        return revision;
    }

    @Override
    public <C extends Facts<?>> C of(RecordType<?, C> type) {
        return type.cast(Objects.requireNonNull(byType.get(type), () -> "no records of " + type.kind()));
    }

    /** What follows from the dates of its records. */
    public Ages ages() {
        return ages;
    }

    /** How complete and how fresh its records are on a day, computed once for each day. */
    public Quality quality(LocalDate day) {
        var made = quality;
        if (made == null || !made.day().equals(day)) {
            made = Quality.of(this, ages, day);
            quality = made;
        }
        return made;
    }

    /** The history of the catalogue, revision by revision. */
    public Changes changes() {
        return changes;
    }

    /**
     * The first instant after the given one at which a period of a fact starts or has ended, or a review period ends; {@link
     * Instant#MAX} if nothing changes any more.
     */
    public Instant nextChangeAfter(Instant instant) {
        var next = turns.higher(instant);
        return next == null ? Instant.MAX : next;
    }

    /**
     * The full-text index over all records, which the collections use too. It is the largest and slowest part to build, and
     * is built on first use. {@link CurrentCatalogue} uses it before the catalogue is served.
     */
    public SearchIndex search() {
        var made = search;
        if (made == null) {
            made = makeSearch();
        }
        return made;
    }

    private synchronized SearchIndex makeSearch() {
        if (search == null) {
            search = SearchIndex.of(this);
        }
        return search;
    }

    /**
     * A value that another package derives from the catalogue. It is computed once, cached, and released with the catalogue.
     * Concurrent callers for the same value wait for it.
     *
     * @param what the type of the value, of which there is one
     */
    public <T> T derived(Class<T> what, Function<Catalogue, T> making) {
        return what.cast(derived.computeIfAbsent(what, first -> new Derived()).of(this, making));
    }

    /** The catalogue as files. */
    public Export export() {
        return export;
    }

    @Override
    public Optional<? extends Fact> find(Reference reference) {
        var facts = byCode.get(reference.type());
        return facts == null ? Optional.empty() : facts.named(reference.id());
    }

    /** A lazily computed value. Callers for another value do not wait for it. */
    private static final class Derived {

        private volatile Object made;

        Object of(Catalogue catalogue, Function<Catalogue, ?> making) {
            return made != null ? made : make(catalogue, making);
        }

        private synchronized Object make(Catalogue catalogue, Function<Catalogue, ?> making) {
            if (made == null) {
                made = making.apply(catalogue);
            }
            return made;
        }
    }
}
