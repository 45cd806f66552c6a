package be.digicatalogue.digibank;

import be.digicatalogue.fact.Facts;
import be.digicatalogue.fact.SortKey;
import be.digicatalogue.fact.Text;
import be.digicatalogue.fact.Words;
import be.digicatalogue.geo.BoundingBox;
import be.digicatalogue.geo.GeoPoint;
import be.digicatalogue.geo.Nearby;
import be.digicatalogue.geo.NearestIndex;
import be.digicatalogue.hours.OpeningState;
import be.digicatalogue.place.Municipalities;
import be.digicatalogue.place.Places;
import be.digicatalogue.province.Provinces;
import be.digicatalogue.question.Facet;
import be.digicatalogue.question.PageRequest;
import be.digicatalogue.question.Parameters;
import be.digicatalogue.question.Selection;
import be.digicatalogue.question.Slice;
import be.digicatalogue.record.Ages;
import be.digicatalogue.record.Finder;
import be.digicatalogue.record.RecordKind;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.roaringbitmap.BitSetUtil;
import org.roaringbitmap.RoaringBitmap;

/**
 * The service points, by name or nearest first. Each value of a filter has a bitmap of the points with that value, so any
 * combination of filters costs the intersection of a few bitmaps and the walk to the requested page.
 */
public final class ServicePoints extends Facts<ServicePoint> {

    private static final String OPENING = "opening";

    /** Fewer than one in this many points count as few. With more, a page is found within some thousand points. */
    private static final int FEW = 100;

    /** The number of items of an alternative. */
    private static final PageRequest ALTERNATIVES = new PageRequest(0, 3);

    /** The number of items of the alternative with points that may be open. */
    private static final PageRequest CERTAINTY = new PageRequest(0, 5);

    private static final Text WITHOUT_RADIUS = new Text(
            "Verder weg dan gevraagd.",
            "Plus loin que demandé.",
            "Weiter weg als gewünscht.",
            "Farther away than requested.");
    private static final Text WITHOUT_BOX = new Text(
            "Buiten het gevraagde kader.",
            "En dehors du cadre demandé.",
            "Außerhalb des gewünschten Rahmens.",
            "Outside the requested box.");
    private static final Text WITHOUT_LOCATION_TYPE = new Text(
            "Een ander soort plek dan gevraagd.",
            "Un autre type de lieu que demandé.",
            "Eine andere Art von Ort als gewünscht.",
            "Another type of place than requested.");
    private static final Text WITHOUT_PROVINCE = new Text(
            "In een andere provincie.",
            "Dans une autre province.",
            "In einer anderen Provinz.",
            "In another province.");
    private static final Text WITHOUT_MUNICIPALITY = new Text(
            "In een andere gemeente.",
            "Dans une autre commune.",
            "In einer anderen Gemeinde.",
            "In another municipality.");
    private static final Text WITHOUT_DIGIBANK = new Text(
            "Van een andere digibank.", "D'une autre digibank.", "Von einer anderen Digibank.", "Of another digibank.");
    private static final Text WITHOUT_WORDS = new Text(
            "Zonder de gezochte woorden.",
            "Sans les mots recherchés.",
            "Ohne die gesuchten Wörter.",
            "Without the words searched for.");
    private static final Text WITHOUT_ANY = new Text(
            "Eén voorwaarde weglaten is niet genoeg. Dit zijn de plaatsen zonder voorwaarden.",
            "Omettre une seule condition ne suffit pas. Voici les lieux sans conditions.",
            "Eine einzelne Bedingung wegzulassen reicht nicht. Dies sind die Orte ohne Bedingungen.",
            "Leaving out one condition is not enough. These are the places without conditions.");

    private static final Text OPENS_LATER = new Text(
            "Later zeker open. U ziet vanaf wanneer.",
            "Ouvert plus tard ; vous voyez à partir de quand.",
            "Später sicher geöffnet; Sie sehen, ab wann.",
            "Known to open later, at the time shown.");
    private static final Text WITHOUT_OPENING = new Text(
            "Dan niet open, of de openingsuren zijn niet bekend: vraag het eerst na.",
            "Pas ouvert à ce moment, ou heures inconnues : renseignez-vous d'abord.",
            "Dann nicht geöffnet, oder die Öffnungszeiten sind nicht bekannt: fragen Sie vorher nach.",
            "Not open then, or the opening hours are not known: ask first.");

    private static final Text WITHOUT_CERTAINTY = new Text(
            "Waarschijnlijk open: de openingsuren zijn oud, of we weten niet van wanneer ze zijn.",
            "Probablement ouvert : les heures d'ouverture sont anciennes ou leur date est inconnue.",
            "Wahrscheinlich geöffnet: Die Öffnungszeiten sind alt, oder ihr Datum ist nicht bekannt.",
            "Probably open: the opening hours are old, or their date is not known.");
    private static final Text WITHOUT_OVERDUE = new Text(
            "Zonder gegevens die te oud zijn.",
            "Sans données trop anciennes.",
            "Ohne zu alte Angaben.",
            "Without facts that are too old.");
    private static final Text WITHOUT_UNDATED = new Text(
            "De datum van alle gegevens is bekend.",
            "La date de toutes les données est connue.",
            "Das Datum aller Angaben ist bekannt.",
            "The dates of all facts are known.");

    private static Text withoutService(Service service) {
        var label = service.label();
        return new Text(
                "Zonder de dienst " + label.nl() + ".",
                "Sans le service " + label.fr() + ".",
                "Ohne den Dienst " + label.de() + ".",
                "Without the service " + label.en() + ".");
    }

    private final Provinces provinces;
    private final Municipalities municipalities;
    private final Places places;
    private final Digibanks digibanks;
    private final Services services;
    private final Supplier<Finder> search;

    private final List<ServicePoint> byId;
    private final NearestIndex<ServicePoint> nearest;
    /** The points by their numbers in the index, which the bitmaps use. */
    private final List<ServicePoint> byNumber;

    private final Map<Object, RoaringBitmap> having = new HashMap<>();
    private final int[] byName;
    /** The list position of each point, by number. */
    private final int[] positions;

    private final PointsByState states;
    /** The points by the first day after which one of their fields is overdue. */
    private final PointsByLastDay dated = new PointsByLastDay();

    private final RoaringBitmap undated = new RoaringBitmap();
    /** The points from south to north, for searches in a box. */
    private final int[] byLatitude;

    public ServicePoints(
            List<ServicePoint> points,
            Provinces provinces,
            Municipalities municipalities,
            Places places,
            Digibanks digibanks,
            Services services,
            Ages ages,
            Supplier<Finder> search) {
        super(points, Facts::byName);
        this.provinces = provinces;
        this.municipalities = municipalities;
        this.places = places;
        this.digibanks = digibanks;
        this.services = services;
        this.search = search;
        // Ids break ties at the same distance.
        this.byId =
                points.stream().sorted(Comparator.comparing(ServicePoint::id)).toList();
        this.nearest = new NearestIndex<>(byId, point -> point.location().point(), point -> point.location()
                .uncertainMetres());
        this.byNumber = nearest.byNumber();
        var numbers = new HashMap<String, Integer>();
        for (int number = 0; number < byNumber.size(); number++) {
            var point = byNumber.get(number);
            numbers.put(point.id(), number);
            note(point.locationType(), number);
            note(point.province(), number);
            note(point.address().municipality(), number);
            note(point.digibank(), number);
            for (var service : point.services()) {
                note(service, number);
            }
            note(point, ages, number);
        }
        this.byName = all().stream().mapToInt(point -> numbers.get(point.id())).toArray();
        this.positions = new int[byName.length];
        for (int position = 0; position < byName.length; position++) {
            positions[byName[position]] = position;
        }
        this.byLatitude = IntStream.range(0, byNumber.size())
                .boxed()
                .sorted(Comparator.comparingDouble(
                        number -> byNumber.get(number).location().lat()))
                .mapToInt(Integer::intValue)
                .toArray();
        this.states =
                new PointsByState(byNumber.stream().map(ServicePoint::opening).toList());
    }

    private void note(ServicePoint point, Ages ages, int number) {
        ages.lastDays(point).min(LocalDate::compareTo).ifPresent(day -> dated.add(day, number));
        // A point does not end, so the same fields are undated on any day.
        if (!ages.undated(point, LocalDate.EPOCH).isEmpty()) {
            undated.add(number);
        }
    }

    public ServicePointQuestion question(Parameters parameters, ZonedDateTime now) {
        return ServicePointQuestion.read(parameters, now, provinces, municipalities, places, digibanks);
    }

    /**
     * The result of a query, with alternatives when nothing was found.
     *
     * @param sameUntil the instant until which the same query finds the same points
     */
    public record FoundPoints(
            Slice<Nearby<ServicePoint>> found, List<Alternative> alternatives, List<Facet> facets, Instant sameUntil) {}

    public FoundPoints answer(ServicePointQuestion question) {
        var opening = opening(question);
        var conditions = conditions(question, opening);
        var wanted = meeting(conditions, condition -> true);
        var found = asked(question, false, find(wanted, question, question.page()));
        return new FoundPoints(
                found,
                alternatives(question, conditions, opening, found),
                question.facets().stream()
                        .map(name -> facet(name, conditions, opening))
                        .toList(),
                opening == null ? Instant.MAX : question.isAhead() ? question.openAt() : opening.until());
    }

    /** The states at the requested moment; {@code null} when the query does not need them. */
    private PointsByState.States opening(ServicePointQuestion question) {
        if (question.isAhead()) {
            return states.at(question.openAt());
        }
        return question.openAt() != null
                        || question.openNow()
                        || question.facets().contains(OPENING)
                ? states.now(question.moment())
                : null;
    }

    private Slice<Nearby<ServicePoint>> find(RoaringBitmap wanted, ServicePointQuestion question, PageRequest page) {
        return question.origin() == null
                ? inOrderOfNames(wanted, page)
                : nearestFirst(wanted, question.origin().point(), page);
    }

    /**
     * Sets the moment for which the points show their state: the requested instant, or the next opening. A whole list is
     * streamed long after its request, so its points show a state only for a requested instant.
     */
    private static Slice<Nearby<ServicePoint>> asked(
            ServicePointQuestion question, boolean ahead, Slice<Nearby<ServicePoint>> found) {
        if (question.openAt() == null && !ahead) {
            return question.page().isWhole()
                    ? found.map(nearby -> nearby.with(nearby.item().with(null)))
                    : found;
        }
        return found.map(
                nearby -> nearby.with(nearby.item().with(nearby.item().opening().at(question.openAt(), ahead))));
    }

    /** Points that may be open, and when nothing was found, the closest matches. */
    private List<Alternative> alternatives(
            ServicePointQuestion question,
            List<PointCondition> conditions,
            PointsByState.States opening,
            Slice<Nearby<ServicePoint>> found) {
        var alternatives = new ArrayList<Alternative>();
        if (conditions.stream().anyMatch(PointCondition::opening)
                && question.page().isFirst()
                && (found.total() == 0 || question.origin() != null)) {
            add(
                    alternatives,
                    "certainty",
                    WITHOUT_CERTAINTY,
                    asked(question, false, openByOlderHours(question, conditions, opening, found)));
        }
        if (found.total() == 0) {
            addWithoutOneCondition(alternatives, question, conditions);
        }
        return alternatives;
    }

    /**
     * The nearest points that are open according to overdue or undated hours and are nearer than the points that were found.
     */
    private Slice<Nearby<ServicePoint>> openByOlderHours(
            ServicePointQuestion question,
            List<PointCondition> conditions,
            PointsByState.States opening,
            Slice<Nearby<ServicePoint>> found) {
        var others = meeting(conditions, condition -> !condition.opening());
        var older = find(RoaringBitmap.and(others, opening.openByOlderHours()), question, CERTAINTY);
        if (found.total() == 0) {
            return older;
        }
        int first = found.items().get(0).farthestMetres();
        var nearer = older.items().stream()
                .filter(nearby -> nearby.farthestMetres() < first)
                .toList();
        return new Slice<>(nearer, nearer.size(), CERTAINTY);
    }

    /** Leaves out one condition at a time; when that finds nothing, all of them. */
    private void addWithoutOneCondition(
            List<Alternative> alternatives, ServicePointQuestion question, List<PointCondition> conditions) {
        int before = alternatives.size();
        for (var dropped : conditions) {
            var others = meeting(conditions, condition -> condition != dropped);
            if (dropped.opening()) {
                add(
                        alternatives,
                        dropped.parameter(),
                        OPENS_LATER,
                        asked(
                                question,
                                true,
                                find(
                                        RoaringBitmap.and(others, states.opensAfter(question.moment())),
                                        question,
                                        ALTERNATIVES)));
            }
            add(
                    alternatives,
                    dropped.parameter(),
                    dropped.without(),
                    asked(question, false, find(others, question, ALTERNATIVES)));
        }
        if (alternatives.size() == before && conditions.size() > 1) {
            add(
                    alternatives,
                    conditions.stream()
                            .map(PointCondition::parameter)
                            .distinct()
                            .collect(Collectors.joining(",")),
                    WITHOUT_ANY,
                    asked(question, false, find(meeting(conditions, condition -> false), question, ALTERNATIVES)));
        }
    }

    private static void add(
            List<Alternative> alternatives, String dropped, Text explanation, Slice<Nearby<ServicePoint>> found) {
        if (!found.items().isEmpty()) {
            alternatives.add(new Alternative(dropped, explanation, found.items()));
        }
    }

    private Facet facet(String name, List<PointCondition> conditions, PointsByState.States opening) {
        var others = meeting(
                conditions,
                condition -> name.equals(OPENING)
                        ? !condition.opening()
                        : !condition.parameter().equals(name));
        return switch (name) {
            case "service" ->
                Facet.of(
                        name,
                        services.all().stream()
                                .map(service -> new Facet.Count(
                                        service.code().code(), service.label(), count(others, service.code()))));
            case "locationType" ->
                Facet.of(
                        name,
                        Stream.of(LocationType.values())
                                .map(type -> new Facet.Count(type.code(), type.label(), count(others, type))));
            case OPENING ->
                Facet.of(
                        name,
                        Stream.of(OpeningState.values())
                                .map(state -> new Facet.Count(
                                        state.code(),
                                        state.label(),
                                        RoaringBitmap.andCardinality(others, opening.of(state)))));
            default ->
                Facet.of(
                        name,
                        provinces.all().stream()
                                .map(province -> new Facet.Count(
                                        province.id(), province.name(), count(others, province.reference()))));
        };
    }

    private int count(RoaringBitmap others, Object value) {
        return RoaringBitmap.andCardinality(others, having(value));
    }

    /** The nearest points of all. */
    public List<Nearby<ServicePoint>> nearest(GeoPoint origin, int most) {
        return nearest.nearest(origin, most);
    }

    /**
     * One filter of a query.
     *
     * @param parameter the name of its parameter
     * @param met the points that match
     * @param without the explanation for people when the filter is left out
     */
    private record PointCondition(String parameter, RoaringBitmap met, Text without) {

        /** True when the filter is about points being open. */
        boolean opening() {
            return parameter.equals("openAt") || parameter.equals("openNow");
        }
    }

    private List<PointCondition> conditions(ServicePointQuestion question, PointsByState.States opening) {
        var conditions = new ArrayList<PointCondition>();
        if (question.openAt() != null || question.openNow()) {
            conditions.add(new PointCondition(
                    question.openNow() ? "openNow" : "openAt", opening.of(OpeningState.OPEN), WITHOUT_OPENING));
        }
        if (question.radiusMetres() != null && question.origin() != null) {
            var within = new BitSet(byNumber.size());
            nearest.within(question.origin().point(), question.radiusMetres(), within::set);
            conditions.add(new PointCondition("radius", BitSetUtil.bitmapOf(within), WITHOUT_RADIUS));
        }
        if (question.box() != null) {
            conditions.add(new PointCondition("bbox", within(question.box()), WITHOUT_BOX));
        }
        for (var service : services.of(question.services())) {
            conditions.add(new PointCondition("service", having(service.code()), withoutService(service)));
        }
        having(conditions, "locationType", question.locationType(), WITHOUT_LOCATION_TYPE);
        having(conditions, "province", question.province(), WITHOUT_PROVINCE);
        having(conditions, "municipality", question.municipality(), WITHOUT_MUNICIPALITY);
        having(conditions, "digibank", question.digibank(), WITHOUT_DIGIBANK);
        if (question.age().overdue()) {
            conditions.add(
                    new PointCondition("overdue", dated.before(question.age().today()), WITHOUT_OVERDUE));
        }
        if (question.age().undated()) {
            conditions.add(new PointCondition("undated", undated, WITHOUT_UNDATED));
        }
        if (question.words() != null) {
            conditions.add(new PointCondition("q", matching(question.words()), WITHOUT_WORDS));
        }
        return conditions;
    }

    private void having(List<PointCondition> conditions, String parameter, Object value, Text without) {
        if (value != null) {
            conditions.add(new PointCondition(parameter, having(value), without));
        }
    }

    /**
     * The points that match the selected conditions. The result must not be changed, because it may be the bitmap of a
     * condition.
     */
    private RoaringBitmap meeting(List<PointCondition> conditions, Predicate<PointCondition> counts) {
        return conditions.stream()
                .filter(counts)
                .map(PointCondition::met)
                .reduce((first, second) -> RoaringBitmap.and(first, second))
                .orElseGet(() -> RoaringBitmap.bitmapOfRange(0, byNumber.size()));
    }

    private RoaringBitmap matching(Words words) {
        var matching = new BitSet(byNumber.size());
        // Full-text search returns list positions.
        search.get()
                .positions(RecordKind.SERVICE_POINTS, words)
                .forEach((int position) -> matching.set(byName[position]));
        return BitSetUtil.bitmapOf(matching);
    }

    private RoaringBitmap having(Object value) {
        return having.getOrDefault(value, new RoaringBitmap());
    }

    private void note(Object value, int number) {
        if (value != null) {
            having.computeIfAbsent(value, first -> new RoaringBitmap()).add(number);
        }
    }

    private RoaringBitmap within(BoundingBox box) {
        var within = new BitSet(byNumber.size());
        for (int i = firstAtLatitude(box.minLat()); i < byLatitude.length; i++) {
            var point = byNumber.get(byLatitude[i]).location().point();
            if (point.lat() > box.maxLat()) {
                break;
            }
            if (box.contains(point)) {
                within.set(byLatitude[i]);
            }
        }
        return BitSetUtil.bitmapOf(within);
    }

    private int firstAtLatitude(double latitude) {
        int low = 0;
        int high = byLatitude.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (byNumber.get(byLatitude[middle]).location().lat() < latitude) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private Slice<Nearby<ServicePoint>> inOrderOfNames(RoaringBitmap wanted, PageRequest page) {
        // For few points, sorting their positions is faster. When many match, walking through the list finds a page
        // soon.
        return (wanted.getCardinality() < byName.length / FEW ? sorted(wanted, page) : walked(wanted, page))
                .map(Nearby::withoutOrigin);
    }

    private Slice<ServicePoint> sorted(RoaringBitmap wanted, PageRequest page) {
        int[] inOrder = IntStream.of(wanted.toArray())
                .map(number -> positions[number])
                .sorted()
                .toArray();
        return Slice.page(Slice.made(inOrder.length, index -> all().get(inOrder[index])), page, this::key);
    }

    private Slice<ServicePoint> walked(RoaringBitmap wanted, PageRequest page) {
        int from = page.after() == null ? 0 : Slice.firstAfter(page.after(), all(), this::key);
        int to = page.before() == null
                ? byName.length
                : Math.max(from, Slice.firstFrom(page.before(), all(), this::key));
        int[] found = (page.isFromEnd()
                        ? backward(from, to)
                                .filter(matching(wanted))
                                .limit(page.enough())
                                .sorted()
                        : IntStream.range(from, to)
                                .filter(matching(wanted))
                                .skip(page.offset())
                                .limit(page.enough()))
                .toArray();
        return Slice.of(
                Slice.made(found.length, index -> all().get(found[index])),
                wanted.getCardinality(),
                page,
                page.offset() > 0 || backward(0, from).anyMatch(matching(wanted)),
                IntStream.range(to, byName.length).anyMatch(matching(wanted)),
                this::key);
    }

    /** The list positions of the wanted points. */
    private IntPredicate matching(RoaringBitmap wanted) {
        return position -> wanted.contains(byName[position]);
    }

    private static IntStream backward(int from, int to) {
        return IntStream.iterate(to - 1, position -> position >= from, position -> position - 1);
    }

    private Slice<Nearby<ServicePoint>> nearestFirst(RoaringBitmap wanted, GeoPoint origin, PageRequest page) {
        int total = wanted.getCardinality();
        var selection = Selection.of(
                page,
                page.after() == null
                        ? 0
                        : place(page.after(), Slice.firstAfter(id(page.after()), byId, ServicePoints::id)),
                page.before() == null
                        ? Long.MAX_VALUE
                        : place(page.before(), Slice.firstFrom(id(page.before()), byId, ServicePoints::id)),
                total);
        var found = nearest.nearest(origin, selection, wanted);
        return Slice.of(
                found.subList((int) Math.min(page.offset(), found.size()), found.size()),
                total,
                page,
                page.offset() > 0 || selection.isPreceded(),
                selection.isFollowed(total),
                Nearby::key);
    }

    /** The place of a point with the distance of a cursor, whose own point may be gone. */
    private static long place(SortKey cursor, int rank) {
        return NearestIndex.place((int) Math.max(0, Math.min(Integer.MAX_VALUE, cursor.number(0))), rank);
    }

    private static SortKey id(SortKey cursor) {
        return SortKey.of(cursor.text(1));
    }

    private static SortKey id(ServicePoint point) {
        return SortKey.of(point.id());
    }
}
