package be.digicatalogue.place;

import static java.util.stream.Collectors.collectingAndThen;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toList;

import be.digicatalogue.fact.Coded;
import be.digicatalogue.fact.Facts;
import be.digicatalogue.fact.Message;
import be.digicatalogue.fact.Reference;
import be.digicatalogue.fact.SortKey;
import be.digicatalogue.fact.Words;
import be.digicatalogue.geo.Borders;
import be.digicatalogue.geo.GeoPoint;
import be.digicatalogue.geo.Location;
import be.digicatalogue.geo.NearestIndex;
import be.digicatalogue.geo.Precision;
import be.digicatalogue.province.Province;
import be.digicatalogue.province.Provinces;
import be.digicatalogue.question.Issue;
import be.digicatalogue.question.PageRequest;
import be.digicatalogue.question.Parameters;
import be.digicatalogue.question.Slice;
import be.digicatalogue.record.Address;
import be.digicatalogue.record.Finder;
import be.digicatalogue.record.RecordKind;
import be.digicatalogue.record.RecordLookup;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** All localities, with lookup by postal code, name and distance, and the origins of requests. */
public final class Places extends Facts<Place> {

    /** The parameters of an origin. */
    public static final List<String> ORIGIN = List.of("lat", "lon", "postalCode", "place", "near");

    private static final Pattern POSTAL_CODE = Pattern.compile("[1-9][0-9]{3}");

    /** The largest error of the simplified outlines. */
    private static final int BORDER_METRES = 1_500;

    private final Provinces provinces;
    private final Municipalities municipalities;
    private final Supplier<Finder> search;
    private final Map<String, List<Place>> byPostalCode;
    private final Map<String, List<Place>> byMunicipality;
    private final PlaceNames names;
    private final NearestIndex<Place> nearest;
    private final Map<Reference, NearestIndex<Place>> nearestByProvince;
    /** The radius of each circle that an address was placed in. */
    private final Map<Circle, Integer> radius = new ConcurrentHashMap<>();

    public Places(List<Place> places, Municipalities municipalities, Provinces provinces, Supplier<Finder> search) {
        super(places, place -> SortKey.of(Words.folded(place.locality()), place.postalCode(), place.id()));
        this.provinces = provinces;
        this.municipalities = municipalities;
        this.search = search;
        this.byPostalCode = all().stream().collect(groupingBy(Place::postalCode));
        this.byMunicipality =
                all().stream().collect(groupingBy(place -> place.municipality().id()));
        this.names = new PlaceNames(all(), byPostalCode, byMunicipality, municipalities, provinces);
        this.nearest = index(all());
        this.nearestByProvince =
                all().stream().collect(groupingBy(Place::province, collectingAndThen(toList(), Places::index)));
    }

    /** The filters of a list of localities: a postal code, a province, beginnings of names or codes. */
    public record Question(String postalCode, Province province, Words words, PageRequest page) {}

    public Question question(Parameters parameters) {
        return new Question(
                postalCode(parameters),
                parameters.named("province", provinces),
                parameters.words("q"),
                parameters.page("places", List.of("q")));
    }

    /** Sorted by name; with words, the best match first: whole names, then beginnings of names, larger places first. */
    public Slice<Place> answer(Question question) {
        Predicate<Place> wanted =
                place -> (question.postalCode() == null || place.postalCode().equals(question.postalCode()))
                        && (question.province() == null
                                || place.province().equals(question.province().reference()));
        return question.words() == null
                ? Slice.page(all().stream().filter(wanted).toList(), question.page(), this::key)
                : Slice.page(
                                search.get().ranked(RecordKind.PLACES, question.words(), all()).stream()
                                        .filter(match -> wanted.test(match.item()))
                                        .toList(),
                                question.page(),
                                Finder.Match::key)
                        .map(Finder.Match::item);
    }

    public List<Place> under(String postalCode) {
        return byPostalCode.getOrDefault(postalCode, List.of());
    }

    /** The locality whose centre is nearest to a point. */
    public Place nearest(GeoPoint point) {
        return nearest.nearest(point, 1).get(0).item();
    }

    /** The nearest locality within a province, which must have one. */
    public Place nearest(GeoPoint point, Reference province) {
        return nearestByProvince.get(province).nearest(point, 1).get(0).item();
    }

    private static NearestIndex<Place> index(List<Place> places) {
        return new NearestIndex<>(places, place -> place.location().point(), place -> 0);
    }

    /** The parameter {@code postalCode}, which must be the postal code of a locality. */
    public String postalCode(Parameters parameters) {
        var text = parameters.text("postalCode");
        if (text == null || byPostalCode.containsKey(text)) {
            return text;
        }
        if (POSTAL_CODE.matcher(text).matches()) {
            parameters.refuse("postalCode", PlaceNames.noPlaceUnder(text));
        } else if (names.read(text) instanceof PlaceReading.Localities meant) {
            var candidates = names.postalCodes(meant.places());
            parameters.refuse(
                    "postalCode",
                    Message.of(
                            "place.nameForPostalCode",
                            Issue.shown(text),
                            candidates.stream().map(Issue.Candidate::value).toList()),
                    candidates);
        } else {
            parameters.expect("postalCode", Message.of("expected.postalCode"));
        }
        return null;
    }

    /** The origin in one of the parameters {@link #ORIGIN}; {@code null} when none was sent. */
    public Origin origin(Parameters parameters) {
        return origin(parameters, List.of("lat", "postalCode", "place", "near"), null);
    }

    /** The place in {@code postalCode} or {@code near} of a list that has no order by distance. */
    public Origin within(Parameters parameters) {
        return origin(parameters, List.of("postalCode", "near"), null);
    }

    /** The origin, which may also be a {@code municipality}. */
    public Origin originOrMunicipality(Parameters parameters, LocalDate today) {
        return origin(parameters, List.of("lat", "postalCode", "place", "near", "municipality"), today);
    }

    private Origin origin(Parameters parameters, List<String> ways, LocalDate today) {
        boolean coordinates = ways.contains("lat") && parameters.has("lon");
        var sent = ways.stream().filter(parameters::has).toList();
        if (sent.size() > 1) {
            parameters.refuse(sent.get(1), Message.of("place.severalOrigins", sent));
            return null;
        }
        if (coordinates || sent.contains("lat")) {
            return coordinates(parameters, sent);
        }
        if (sent.isEmpty()) {
            return null;
        }
        return switch (sent.get(0)) {
            case "postalCode" -> {
                var code = postalCode(parameters);
                yield code == null ? null : new Origin(mean(byPostalCode.get(code)), byPostalCode.get(code), null);
            }
            case "municipality" -> {
                var municipality = municipalities.inForce(parameters, today);
                yield municipality == null ? null : new Origin(centre(municipality.id()), List.of(), municipality);
            }
            default -> typed(parameters, sent.get(0));
        };
    }

    private Origin coordinates(Parameters parameters, List<String> sent) {
        if (!sent.isEmpty() && !sent.get(0).equals("lat")) {
            parameters.refuse("lon", Message.of("place.severalOrigins", List.of("lon", sent.get(0))));
            return null;
        }
        var lat = parameters.decimal("lat");
        var lon = parameters.decimal("lon");
        if (!parameters.has("lat") || !parameters.has("lon")) {
            var missing = parameters.has("lat") ? "lon" : "lat";
            parameters.refuse(missing, Message.of("place.halfPoint", missing));
            return null;
        }
        if (lat == null || lon == null) {
            return null;
        }
        boolean swapped = isHere(lon, lat);
        if (lat < 49 || lat > 52) {
            parameters.refuse(
                    "lat", swapped ? Message.of("place.latitudeSwapped", lat) : Message.of("place.latitude", lat));
        }
        if (lon < 2 || lon > 7) {
            parameters.refuse(
                    "lon", swapped ? Message.of("place.longitudeSwapped", lon) : Message.of("place.longitude", lon));
        }
        return isHere(lat, lon) ? new Origin(new GeoPoint(lat, lon), List.of(), null) : null;
    }

    /** True within the bounds of {@code lat} and {@code lon}, which are a little wider than Flanders and Brussels. */
    static boolean isHere(double lat, double lon) {
        return lat >= 49 && lat <= 52 && lon >= 2 && lon <= 7;
    }

    /** The origin in a text that somebody typed; a text that does not mean one place is rejected with what could be meant. */
    private Origin typed(Parameters parameters, String name) {
        var text = parameters.text(name);
        if (text == null) {
            return null;
        }
        var reading = names.read(text);
        if (reading instanceof PlaceReading.Unclear unclear) {
            parameters.refuse(name, unclear.why(), unclear.candidates());
            return null;
        }
        if (reading instanceof PlaceReading.Coordinates coordinates) {
            return new Origin(coordinates.point(), List.of(), null);
        }
        if (reading instanceof PlaceReading.Localities localities) {
            return new Origin(mean(localities.places()), localities.places(), null);
        }
        var whole = ((PlaceReading.WholeMunicipality) reading).municipality();
        return new Origin(centre(whole.id()), List.of(), whole);
    }

    /** The provinces of an origin; empty for coordinates far from all of them. */
    public List<Province> provinces(Origin origin) {
        if (!origin.places().isEmpty()) {
            return provinces.named(
                    origin.places().stream().map(Place::province).distinct().toList());
        }
        if (origin.municipality() != null) {
            return provinces.named(List.of(origin.municipality().province()));
        }
        // The outlines are simplified, so a point just outside them belongs to the province of a nearby place.
        return provinces.around(origin.point()).map(List::of).orElseGet(() -> {
            var nearest = nearest(origin.point());
            return nearest.location().point().distanceMetres(origin.point()) <= BORDER_METRES
                    ? provinces.named(List.of(nearest.province()))
                    : List.of();
        });
    }

    /**
     * The location of an address.
     *
     * @param lat the latitude of its own point; {@code null} when only postal code and municipality are known
     * @param precision the precision of its own point
     */
    public Location located(Double lat, Double lon, String precision, String postalCode, String nisCode) {
        return lat == null
                ? around(postalCode, nisCode)
                : located(new GeoPoint(lat, lon), Coded.of(Precision.class, precision), postalCode, nisCode);
    }

    /** Where an address lies of which only the locality or the municipality is known. */
    private record Circle(GeoPoint centre, Precision precision, String postalCode, String nisCode) {}

    private Location around(String postalCode, String nisCode) {
        var localities = under(postalCode, nisCode);
        return localities.isEmpty()
                ? located(centre(nisCode).rounded(), Precision.MUNICIPALITY, postalCode, nisCode)
                : located(mean(localities).rounded(), Precision.LOCALITY, postalCode, nisCode);
    }

    private Location located(GeoPoint point, Precision precision, String postalCode, String nisCode) {
        int uncertainMetres = precision == Precision.LOCALITY || precision == Precision.MUNICIPALITY
                ? radius.computeIfAbsent(new Circle(point, precision, postalCode, nisCode), this::radius)
                : 0;
        return new Location(point.lat(), point.lon(), precision, uncertainMetres);
    }

    private int radius(Circle circle) {
        var localities = circle.precision() == Precision.LOCALITY
                ? under(circle.postalCode(), circle.nisCode())
                : List.<Place>of();
        return Borders.radius(
                circle.centre(),
                circle.nisCode(),
                localities.stream().map(Place::locality).toList());
    }

    private List<Place> under(String postalCode, String nisCode) {
        return under(postalCode).stream()
                .filter(place -> place.municipality().id().equals(nisCode))
                .toList();
    }

    /** True when a location is only that of the postal code and municipality of an address. */
    public boolean isAround(Location location, Address address) {
        return address.municipality() != null
                && around(address.postalCode(), address.municipality().id()).equals(location);
    }

    /** The lines of an address; empty without an address. */
    public static List<String> lines(Address address, RecordLookup others) {
        if (address == null) {
            return List.of();
        }
        var town = Stream.concat(
                        Stream.ofNullable(address.postalCode()),
                        others.names(address.municipality()).stream().limit(1))
                .collect(joining(" "));
        return Stream.of(address.site(), address.streetAndNumber(), town.isEmpty() ? null : town)
                .filter(Objects::nonNull)
                .toList();
    }

    /** The words for the location of an address: the address itself, and the localities with its postal code. */
    public List<String> whereabouts(Address address, RecordLookup others) {
        return address == null
                ? List.of()
                : Stream.concat(
                                lines(address, others).stream(),
                                under(address.postalCode()).stream().map(Place::locality))
                        .toList();
    }

    /** The locality that gave the municipality its name, which people consider its centre; else the middle of its area. */
    private GeoPoint centre(String nisCode) {
        var municipality = municipalities.named(nisCode).orElseThrow();
        var namesakes = byMunicipality.getOrDefault(nisCode, List.of()).stream()
                .filter(place -> PlaceNames.isNamesake(place, municipality))
                .toList();
        return namesakes.isEmpty() ? municipality.location().point() : mean(namesakes);
    }

    public List<Place> in(Municipality municipality) {
        return byMunicipality.getOrDefault(municipality.id(), List.of());
    }

    public Optional<Municipality> municipality(Place place) {
        return municipalities.named(place.municipality().id());
    }

    private static GeoPoint mean(List<Place> places) {
        return GeoPoint.mean(
                places.stream().map(place -> place.location().point()).toList());
    }
}
