package be.digicatalogue.digibank;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import be.digicatalogue.catalogue.Catalogue;
import be.digicatalogue.dataset.BundledDataset;
import be.digicatalogue.dataset.Revision;
import be.digicatalogue.fact.Belgium;
import be.digicatalogue.fact.Coded;
import be.digicatalogue.fact.SortKey;
import be.digicatalogue.geo.GeoPoint;
import be.digicatalogue.geo.Nearby;
import be.digicatalogue.geo.Precision;
import be.digicatalogue.history.Changes;
import be.digicatalogue.hours.OpeningHours;
import be.digicatalogue.hours.OpeningState;
import be.digicatalogue.place.MunicipalityRow;
import be.digicatalogue.place.PlaceRow;
import be.digicatalogue.province.ProvinceType;
import be.digicatalogue.question.PageRequest;
import be.digicatalogue.question.Parameters;
import be.digicatalogue.record.FactDateRow;
import be.digicatalogue.record.RecordKind;
import be.digicatalogue.record.ReviewPeriods;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Nearest with random filters, against a brute-force twin that looks at every point. */
class NearestWithFiltersTest {

    private static final int POINTS = 3_000;
    private static final int QUESTIONS = 1_000;
    private static final int ALTERNATIVES = 3;
    private static final int CERTAINTY = 5;
    private static final Duration HALF_HOUR = Duration.ofMinutes(30);
    private static final ZonedDateTime NOW = ZonedDateTime.parse("2026-11-20T12:00+01:00[Europe/Brussels]");

    /** In the nights nothing is open, some are only open once a month, and some do not tell. */
    private static final List<String> HOURS = Arrays.asList(
            null,
            "Mo-Fr 09:00-12:00,13:00-17:00; PH off",
            "Mo,We-Fr 10:00-12:00; Tu 13:00-19:00",
            "Sa 10:00-12:30",
            "We[1] 14:00-16:00",
            "Fr-Su 18:00-01:00",
            "Mo-Fr 09:00-16:00 \"by appointment\"",
            "Mar-Oct: Tu,Th 08:30-12:00",
            "daily, ask at the desk");

    private static final List<String> NAMES =
            List.of("Alfa", "Beta", "Gamma", "Alfa Beta", "Gamma Alfa", "Delta", "Delta", "Delta");

    /** The fifth is rare, the last is nowhere; nothing is near enough to them to be taken for a typing error. */
    private static final List<String> SEARCHES = List.of("alfa", "béta", "GAMM", "beta alfa", "omega", "xylofoon");

    /** By point and field of when it is; a field that is not there has no date. */
    private static final Map<String, Map<String, LocalDate>> DATES = new HashMap<>();

    /** The days of which an exception tells, by point. */
    private static final Map<String, Set<LocalDate>> EXCEPTIONS = new HashMap<>();

    private static final Set<Precision> UNCERTAIN = Set.of(Precision.LOCALITY, Precision.MUNICIPALITY);

    private static final Map<String, Integer> REVIEWED_AFTER_MONTHS =
            Map.of("openingHours", 12, "services", 24, "address", 60);

    private static final Catalogue CATALOGUE = catalogue();
    private static final List<ServicePoint> ALL =
            CATALOGUE.of(ServicePointType.TYPE).all();

    private final Random random = new Random(20261121);

    @Test
    void thePageIsWhatLookingAtEveryPointFinds() {
        int none = 0;
        int few = 0;
        int many = 0;
        int full = 0;
        int ties = 0;
        for (int i = 0; i < QUESTIONS; i++) {
            var question = new Question(random);
            var expected = question.meeting(condition -> true);
            var page =
                    expected.stream().skip(question.offset).limit(question.size).toList();
            var found = question.answer().found();
            var told = "question " + i + ": " + question.sent;
            assertEquals(shown(page), shown(found.items()), told);
            assertEquals(expected.size(), found.total(), told);
            if (expected.size() >= question.offset + question.size) {
                assertEquals(question.size, found.items().size(), told);
                full++;
            }
            for (var item : found.items()) {
                assertEquals(question.openAt, item.item().opening().instant(), told);
            }
            none += expected.isEmpty() ? 1 : 0;
            few += !expected.isEmpty() && expected.size() <= 10 ? 1 : 0;
            many += expected.size() > 100 ? 1 : 0;
            ties += page.stream().map(Nearby::distanceMetres).distinct().count() < page.size() ? 1 : 0;
        }
        var shares =
                "none %d, few %d, many %d, full pages %d, pages with ties %d".formatted(none, few, many, full, ties);
        assertTrue(none >= 100 && few >= 100 && many >= 100 && full >= 100 && ties >= 100, shares);
    }

    /** Each page against what the Relay specification says of all matching points. */
    @Test
    void thePageBetweenCursorsIsWhatTheSpecificationCutsOutOfAll() {
        var service = CATALOGUE.of(ServicePointType.TYPE);
        int few = 0;
        int many = 0;
        int inside = 0;
        for (int i = 0; i < QUESTIONS; i++) {
            var question = new Question(random);
            boolean near = random.nextBoolean();
            var sent = new HashMap<>(question.sent);
            sent.keySet().removeAll(Set.of("page", "pageSize"));
            if (!near) {
                sent.keySet().removeAll(Set.of("lat", "lon"));
                if (sent.remove("radius") != null) {
                    question.conditions.removeIf(
                            condition -> condition.parameter().equals("radius"));
                }
            }
            Function<Nearby<ServicePoint>, SortKey> key = near ? Nearby::key : nearby -> service.key(nearby.item());
            var all = question.meeting(condition -> true).stream()
                    .sorted(Comparator.comparing(key))
                    .toList();
            Integer first = random.nextInt(3) == 0 ? null : (Integer) (1 + random.nextInt(PageRequest.LARGEST));
            Integer last = first == null || random.nextInt(5) == 0
                    ? (Integer) (1 + random.nextInt(PageRequest.LARGEST))
                    : null;
            // Often a point that the question does not find, as one that was removed meanwhile.
            var after = random.nextInt(3) == 0 ? null : any(random, question.byDistance);
            var before = random.nextInt(3) == 0 ? null : any(random, question.byDistance);
            var page = new PageRequest(
                    0,
                    first,
                    last,
                    "",
                    after == null ? null : key.apply(after),
                    before == null ? null : key.apply(before));
            var asked = Parameters.read(Parameters.Face.REST, sent, parameters -> service.question(parameters, NOW));
            var found = service.answer(on(page, asked)).found();
            var told = "question " + i + ": " + sent + page;
            var edges = all.stream()
                    .filter(item -> page.after() == null || key.apply(item).compareTo(page.after()) > 0)
                    .filter(item -> page.before() == null || key.apply(item).compareTo(page.before()) < 0)
                    .toList();
            int end = first == null ? edges.size() : Math.min(first, edges.size());
            int start = last == null ? 0 : Math.max(0, end - last);
            assertEquals(ids(edges.subList(start, end)), ids(found.items()), told);
            assertEquals(all.size(), found.total(), told);
            assertEquals(
                    last != null
                            ? start > 0
                            : page.after() != null
                                    && all.stream()
                                            .anyMatch(item -> key.apply(item).compareTo(page.after()) <= 0),
                    found.hasPrevious(),
                    told);
            assertEquals(
                    first != null
                            ? end < edges.size()
                            : page.before() != null
                                    && isFollowed(page, all.stream().map(key)),
                    found.hasNext(),
                    told);
            few += !all.isEmpty() && all.size() < POINTS / 100 ? 1 : 0;
            many += all.size() >= POINTS / 100 ? 1 : 0;
            inside += found.hasPrevious() && found.hasNext() ? 1 : 0;
        }
        assertTrue(few >= 100 && many >= 100 && inside >= 50, "few " + few + ", many " + many + ", inside " + inside);
    }

    /** After a cursor that is not before the other one, what follows is what follows both. */
    private static boolean isFollowed(PageRequest page, Stream<SortKey> all) {
        return all.filter(key -> page.after() == null || key.compareTo(page.after()) > 0)
                .anyMatch(key -> key.compareTo(page.before()) >= 0);
    }

    private static ServicePointQuestion on(PageRequest page, ServicePointQuestion asked) {
        return new ServicePointQuestion(
                asked.origin(),
                asked.radiusMetres(),
                asked.box(),
                asked.services(),
                asked.locationType(),
                asked.province(),
                asked.municipality(),
                asked.digibank(),
                asked.words(),
                asked.openAt(),
                asked.openNow(),
                asked.age(),
                asked.now(),
                asked.facets(),
                page);
    }

    private static List<String> ids(List<Nearby<ServicePoint>> items) {
        return items.stream().map(nearby -> nearby.item().id()).toList();
    }

    @Test
    void whatComesClosestMeetsAllConditionsButTheDroppedOne() {
        Set<String> dropped = new HashSet<>();
        boolean ahead = false;
        for (int i = 0; i < QUESTIONS; i++) {
            var question = new Question(random);
            var alternatives = question.answer().alternatives();
            var expected = question.alternatives();
            assertEquals(
                    expected, alternatives.stream().map(Closest::of).toList(), "question " + i + ": " + question.sent);
            expected.forEach(closest -> dropped.add(closest.dropped().contains(",") ? "all" : closest.dropped()));
            ahead |= expected.stream().anyMatch(Closest::ahead);
        }
        assertEquals(
                Set.of(
                        "openAt",
                        "radius",
                        "bbox",
                        "service",
                        "locationType",
                        "province",
                        "municipality",
                        "digibank",
                        "q",
                        "overdue",
                        "undated",
                        "certainty",
                        "all"),
                dropped);
        assertTrue(ahead);
    }

    /** One thing that a question asks, tested on one point. */
    private record Condition(String parameter, Predicate<Nearby<ServicePoint>> met) {}

    /** An alternative as it is compared. */
    private record Closest(String dropped, boolean ahead, List<String> items) {

        static Closest of(Alternative alternative) {
            var ahead = alternative.items().stream()
                    .map(item -> item.item().opening().ahead())
                    .distinct()
                    .toList();
            assertEquals(1, ahead.size(), "all look ahead or none does");
            return new Closest(alternative.dropped(), ahead.get(0), shown(alternative.items()));
        }
    }

    /** A random question, as it is sent and as the twin understands it. */
    private static final class Question {

        final Map<String, List<String>> sent = new TreeMap<>();
        final List<Condition> conditions = new ArrayList<>();
        final List<Nearby<ServicePoint>> byDistance;
        final Instant openAt;
        final int size;
        final long offset;

        Question(Random random) {
            var origin = random.nextInt(4) == 0 ? any(random, ALL).location().point() : somewhere(random);
            send("lat", origin.lat());
            send("lon", origin.lon());
            byDistance = ALL.stream()
                    .map(point -> new Nearby<>(
                            point,
                            haversine(origin, point.location().point()),
                            UNCERTAIN.contains(point.location().precision())
                                    ? point.location().uncertainMetres()
                                    : null))
                    .sorted(Comparator.comparing(Question::farthest)
                            .thenComparing(nearby -> nearby.item().id()))
                    .toList();
            openAt = random.nextInt(3) == 0
                    ? NOW.toInstant().plus(random.nextInt(400 * 24 * 60) - 30 * 24 * 60, ChronoUnit.MINUTES)
                    : null;
            if (openAt != null) {
                ask("openAt", openAt, nearby -> isOpen(nearby.item(), moment(), true));
            }
            if (random.nextInt(3) == 0) {
                radius(random);
            }
            if (random.nextInt(4) == 0) {
                box(random);
            }
            services(random);
            if (random.nextInt(4) == 0) {
                var type = any(random, List.of(LocationType.values()));
                ask("locationType", type.code(), nearby -> nearby.item().locationType() == type);
            }
            if (random.nextInt(4) == 0) {
                var province = any(random, CATALOGUE.of(ProvinceType.TYPE).all());
                ask("province", province.id(), nearby -> nearby.item()
                        .province()
                        .equals(RecordKind.PROVINCES.reference(province.id())));
            }
            if (random.nextInt(8) == 0) {
                var point = any(random, ALL).address().municipality();
                ask(
                        "municipality",
                        point.id(),
                        nearby -> nearby.item().address().municipality().id().equals(point.id()));
            }
            if (random.nextInt(8) == 0) {
                var digibank = any(random, CATALOGUE.of(DigibankType.TYPE).all());
                ask(
                        "digibank",
                        digibank.id(),
                        nearby -> nearby.item().digibank() != null
                                && nearby.item().digibank().id().equals(digibank.id()));
            }
            if (random.nextInt(8) == 0) {
                ask("overdue", true, nearby -> isOverdue(nearby.item()));
            }
            if (random.nextInt(8) == 0) {
                ask("undated", true, nearby -> isUndated(nearby.item()));
            }
            if (random.nextInt(4) == 0) {
                var search = any(random, SEARCHES);
                ask("q", search, nearby -> names(nearby.item(), search));
            }
            size = random.nextInt(5) == 0 ? PageRequest.DEFAULT_SIZE : 1 + random.nextInt(PageRequest.LARGEST);
            if (size != PageRequest.DEFAULT_SIZE) {
                send("pageSize", size);
            }
            int page = random.nextInt(3) > 0 ? 1 : random.nextInt(10) == 0 ? Integer.MAX_VALUE : 1 + random.nextInt(5);
            if (page != 1) {
                send("page", page);
            }
            offset = (page - 1L) * size;
        }

        /** What is past counts as now. */
        private Instant moment() {
            return openAt.isBefore(NOW.toInstant()) ? NOW.toInstant() : openAt;
        }

        private static int farthest(Nearby<ServicePoint> nearby) {
            return nearby.distanceMetres() + uncertain(nearby);
        }

        private static int uncertain(Nearby<ServicePoint> nearby) {
            return nearby.distanceUncertainMetres() == null ? 0 : nearby.distanceUncertainMetres();
        }

        private static int nearestOf(Nearby<ServicePoint> nearby) {
            return nearby.distanceMetres() - uncertain(nearby);
        }

        /** Often exactly as far as one of the points may be. */
        private void radius(Random random) {
            int radius = random.nextBoolean()
                    ? 1 + random.nextInt(100_000)
                    : Math.max(1, Math.min(100_000, nearestOf(any(random, byDistance))));
            ask("radius", radius, nearby -> nearestOf(nearby) <= radius);
        }

        /** From one point to another, both included. */
        private void box(Random random) {
            var one = any(random, ALL).location();
            var other = any(random, ALL).location();
            double west = Math.min(one.lon(), other.lon());
            double south = Math.min(one.lat(), other.lat());
            double east = Math.max(one.lon(), other.lon());
            double north = Math.max(one.lat(), other.lat());
            ask("bbox", west + "," + south + "," + east + "," + north, nearby -> {
                var at = nearby.item().location();
                return at.lon() >= west && at.lon() <= east && at.lat() >= south && at.lat() <= north;
            });
        }

        /** None to three, the same one perhaps twice. */
        private void services(Random random) {
            var codes = new ArrayList<ServiceCode>();
            for (int i = Math.max(0, random.nextInt(6) - 2); i > 0; i--) {
                codes.add(any(random, List.of(ServiceCode.values())));
            }
            if (!codes.isEmpty()) {
                sent.put("service", codes.stream().map(ServiceCode::code).toList());
                for (var code : EnumSet.copyOf(codes)) {
                    conditions.add(new Condition(
                            "service", nearby -> nearby.item().services().contains(code)));
                }
            }
        }

        private void ask(String parameter, Object value, Predicate<Nearby<ServicePoint>> met) {
            send(parameter, value);
            conditions.add(new Condition(parameter, met));
        }

        private void send(String parameter, Object value) {
            sent.put(parameter, List.of(value.toString()));
        }

        ServicePoints.FoundPoints answer() {
            var points = CATALOGUE.of(ServicePointType.TYPE);
            return points.answer(
                    Parameters.read(Parameters.Face.REST, sent, parameters -> points.question(parameters, NOW)));
        }

        /** Nearest first. */
        List<Nearby<ServicePoint>> meeting(Predicate<Condition> counts) {
            var counting = conditions.stream().filter(counts).toList();
            return byDistance.stream()
                    .filter(nearby -> counting.stream()
                            .allMatch(condition -> condition.met().test(nearby)))
                    .toList();
        }

        /** What may be open; and when there is nothing, with one condition left out, or else with all of them left out. */
        List<Closest> alternatives() {
            var alternatives = new ArrayList<Closest>();
            var found = meeting(condition -> true);
            if (openAt != null && offset == 0) {
                var older = meeting(condition -> !condition.parameter().equals("openAt")).stream()
                        .filter(nearby -> isOpen(nearby.item(), moment(), false))
                        .limit(CERTAINTY)
                        .filter(nearby -> found.isEmpty() || farthest(nearby) < farthest(found.get(0)));
                add(alternatives, "certainty", false, older.toList());
            }
            int before = alternatives.size();
            for (var dropped : found.isEmpty() ? conditions : List.<Condition>of()) {
                var others = meeting(condition -> condition != dropped);
                if (dropped.parameter().equals("openAt")) {
                    var opening = others.stream().filter(nearby -> opensLater(nearby.item(), moment()));
                    add(
                            alternatives,
                            "openAt",
                            true,
                            opening.limit(ALTERNATIVES).toList());
                }
                add(
                        alternatives,
                        dropped.parameter(),
                        false,
                        others.stream().limit(ALTERNATIVES).toList());
            }
            if (found.isEmpty() && alternatives.size() == before && conditions.size() > 1) {
                var all =
                        conditions.stream().map(Condition::parameter).distinct().collect(Collectors.joining(","));
                add(
                        alternatives,
                        all,
                        false,
                        byDistance.stream().limit(ALTERNATIVES).toList());
            }
            return alternatives;
        }

        private static void add(
                List<Closest> alternatives, String dropped, boolean ahead, List<Nearby<ServicePoint>> nearest) {
            if (!nearest.isEmpty()) {
                alternatives.add(new Closest(dropped, ahead, shown(nearest)));
            }
        }
    }

    /** Whether the hours say that a point is open, and are believed on the day, or are not. */
    private static boolean isOpen(ServicePoint point, Instant moment, boolean believed) {
        return point.opening().hours().stateAt(moment) == OpeningState.OPEN
                && believed == isBelieved(point, LocalDate.ofInstant(moment, Belgium.ZONE));
    }

    private static boolean isBelieved(ServicePoint point, LocalDate day) {
        var knownOn = DATES.get(point.id()).get("openingHours");
        return EXCEPTIONS.getOrDefault(point.id(), Set.of()).contains(day)
                || knownOn != null && !day.isAfter(knownOn.plusMonths(12));
    }

    /** Whether a point is not known to be open and known to open within 14 days, looked at every half hour. */
    private static boolean opensLater(ServicePoint point, Instant moment) {
        if (isOpen(point, moment, true)) {
            return false;
        }
        // All hours begin on the half hour.
        var then = moment.truncatedTo(ChronoUnit.HOURS);
        while (!then.isAfter(moment)) {
            then = then.plus(HALF_HOUR);
        }
        for (; !then.isAfter(moment.plus(OpeningHours.HORIZON)); then = then.plus(HALF_HOUR)) {
            if (isOpen(point, then, true) && !isOpen(point, then.minusSeconds(1), true)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOverdue(ServicePoint point) {
        return DATES.get(point.id()).entrySet().stream().anyMatch(date -> NOW.toLocalDate()
                .isAfter(date.getValue().plusMonths(REVIEWED_AFTER_MONTHS.get(date.getKey()))));
    }

    private static boolean isUndated(ServicePoint point) {
        var dates = DATES.get(point.id()).keySet();
        return !dates.contains("address")
                || point.openingHours() != null && !dates.contains("openingHours")
                || !point.services().isEmpty() && !dates.contains("services");
    }

    private static List<String> shown(List<Nearby<ServicePoint>> items) {
        return items.stream()
                .map(nearby -> nearby.item().id() + " at " + nearby.distanceMetres() + " ± "
                        + nearby.distanceUncertainMetres())
                .toList();
    }

    /** Every word of the search is a word of the name or begins one. */
    private static boolean names(ServicePoint point, String search) {
        var words = point.name().toLowerCase(Locale.ROOT).split(" ");
        return Stream.of(search.toLowerCase(Locale.ROOT).replace('é', 'e').split(" "))
                .allMatch(sought -> Stream.of(words).anyMatch(word -> word.startsWith(sought)));
    }

    private static int haversine(GeoPoint a, GeoPoint b) {
        double dLat = Math.toRadians(b.lat() - a.lat());
        double dLon = Math.toRadians(b.lon() - a.lon());
        double h = Math.pow(Math.sin(dLat / 2), 2)
                + Math.cos(Math.toRadians(a.lat()))
                        * Math.cos(Math.toRadians(b.lat()))
                        * Math.pow(Math.sin(dLon / 2), 2);
        return (int) Math.round(2 * 6_371_008.8 * Math.asin(Math.sqrt(h)));
    }

    /** The bundled one with other service points. Where they are has nothing to do with the municipality they name. */
    private static Catalogue catalogue() {
        var random = new Random(3_000);
        var tables = BundledDataset.read();
        var municipalities = tables.of(MunicipalityRow.class).stream()
                .filter(row -> row.fact(List.of()).validOn(NOW.toLocalDate()))
                .toList();
        var digibanks = tables.of(DigibankRow.class);
        var places = tables.of(PlaceRow.class);
        var rows = new ArrayList<ServicePointRow>();
        for (int i = 0; i < POINTS; i++) {
            var row = new ServicePointRow();
            // The order of ids is not that of the names.
            row.id = "point-" + Integer.toString(i * 7 % POINTS, 36);
            row.name = "Digipunt " + (i % 500 == 0 ? "Omega" : any(random, NAMES)) + " " + i;
            row.locationType = any(random, List.of("fixed", "fixed", "fixed", "mobile", "hybrid"));
            row.municipality = any(random, municipalities).nisCode;
            row.digibank = random.nextInt(3) == 0 ? null : any(random, digibanks).id;
            row.openingHours = any(random, HOURS);
            row.services = Coded.codes(ServiceCode.class).stream()
                    .filter(code -> random.nextInt(code.length()) < 5)
                    .toList();
            row.precision = any(random, List.of("address", "street"));
            row.urls = List.of("https://example.org");
            if (random.nextInt(3) == 0) {
                // Somewhere in the municipality, or in the localities with its postal code.
                row.precision = null;
                var place = any(random, places);
                row.municipality = place.municipality;
                row.postalCode = random.nextBoolean() ? null : place.postalCode;
            } else if (i > 0 && random.nextInt(4) == 0) {
                var neighbour = any(
                        random, rows.stream().filter(other -> other.lat != null).toList());
                row.lat = neighbour.lat;
                row.lon = neighbour.lon;
            } else {
                var point = somewhere(random);
                row.lat = point.lat();
                row.lon = point.lon();
            }
            rows.add(row);
        }
        tables.put(ServicePointRow.class, rows);
        tables.put(FactDateRow.class, dates(rows));
        tables.put(OpeningExceptionRow.class, exceptions(rows));
        return new Catalogue(
                new Revision(1, "0123456789abcdef", Instant.EPOCH), tables, Changes.NONE, ReviewPeriods.usual());
    }

    /** Of most fields that there are; half of the hours are overdue or undated. */
    private static List<FactDateRow> dates(List<ServicePointRow> points) {
        var random = new Random(12);
        var dates = new ArrayList<FactDateRow>();
        for (var point : points) {
            var its = new HashMap<String, LocalDate>();
            DATES.put(point.id, its);
            for (var field : REVIEWED_AFTER_MONTHS.keySet()) {
                boolean there =
                        switch (field) {
                            case "openingHours" -> point.openingHours != null;
                            case "services" -> !point.services.isEmpty();
                            default -> true;
                        };
                if (there && random.nextInt(8) > 0) {
                    int oldest = field.equals("openingHours") ? 700 : 800;
                    its.put(field, NOW.toLocalDate().minusDays(random.nextInt(oldest)));
                    var row = new FactDateRow();
                    row.type = RecordKind.SERVICE_POINTS.code();
                    row.id = point.id;
                    row.field = field;
                    row.knownOn = its.get(field).toString();
                    row.certainty = random.nextBoolean() ? "exact" : "about";
                    row.urls = List.of("https://example.org");
                    dates.add(row);
                }
            }
        }
        return dates;
    }

    /** Some days of one point in ten, hours published or not. */
    private static List<OpeningExceptionRow> exceptions(List<ServicePointRow> points) {
        var random = new Random(13);
        var exceptions = new ArrayList<OpeningExceptionRow>();
        for (int i = 0; i < points.size(); i += 10) {
            var days = EXCEPTIONS.computeIfAbsent(points.get(i).id, first -> new HashSet<>());
            for (int j = 0; j < 20; j++) {
                var day = NOW.toLocalDate().plusDays(random.nextInt(400));
                if (days.add(day)) {
                    var row = new OpeningExceptionRow();
                    row.servicePoint = points.get(i).id;
                    row.validFrom = day;
                    row.validTo = day;
                    row.hours = random.nextInt(3) == 0 ? "off" : "10:00-12:00,13:30-17:00";
                    row.urls = List.of("https://example.org");
                    exceptions.add(row);
                }
            }
        }
        return exceptions;
    }

    /** Half of the time in one town, where many points are as far away as another. */
    private static GeoPoint somewhere(Random random) {
        return random.nextBoolean()
                ? new GeoPoint(51.05 + 0.01 * random.nextGaussian(), 3.72 + 0.02 * random.nextGaussian())
                : new GeoPoint(49 + 3 * random.nextDouble(), 2 + 5 * random.nextDouble());
    }

    private static <T> T any(Random random, List<T> of) {
        return of.get(random.nextInt(of.size()));
    }
}
