package be.digicatalogue.place;

import static java.util.stream.Collectors.joining;

import be.digicatalogue.fact.Message;
import be.digicatalogue.fact.Words;
import be.digicatalogue.geo.GeoPoint;
import be.digicatalogue.place.PlaceReading.Unclear;
import be.digicatalogue.province.Province;
import be.digicatalogue.province.Provinces;
import be.digicatalogue.question.Issue;
import be.digicatalogue.question.Issue.Candidate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.lucene.util.automaton.CharacterRunAutomaton;
import org.apache.lucene.util.automaton.LevenshteinAutomata;

/**
 * The names of localities, municipalities and provinces in all languages, and the postal codes: reads what people type to say
 * where something is. Names are equal when their letters are: case, accents, hyphens, spaces and apostrophes do not count, and
 * "St" is "Sint" and "Saint".
 */
final class PlaceNames {

    /** What is offered for a name that is not one. */
    private static final int MOST_SIMILAR = 5;

    /** Shorter names occur within too many texts. */
    private static final int SHORTEST_PART = 4;

    private static final Set<String> SAINT = Set.of("st", "ste", "snt", "sinte", "saint", "sainte", "sankt");

    /** Words around a name that do not make it another place. */
    private static final Set<String> USUAL_WORDS = Set.of(
            "centrum",
            "center",
            "centre",
            "zentrum",
            "stad",
            "ville",
            "stadt",
            "city",
            "gemeente",
            "deelgemeente",
            "commune",
            "gemeinde",
            "municipality",
            "vlaanderen",
            "flandre",
            "flandern",
            "flanders");

    private final Municipalities municipalities;
    private final Map<String, List<Place>> byPostalCode;
    private final Map<String, List<NamedPlace>> byName;
    private final Map<String, Province> provincesByName = new HashMap<>();
    /** The number of letters of the longest name. */
    private final int longest;

    PlaceNames(
            List<Place> places,
            Map<String, List<Place>> byPostalCode,
            Map<String, List<Place>> byMunicipality,
            Municipalities municipalities,
            Provinces provinces) {
        this.municipalities = municipalities;
        this.byPostalCode = byPostalCode;
        byName = byName(places, byMunicipality, municipalities);
        longest = byName.keySet().stream().mapToInt(String::length).max().orElse(0);
        for (var province : provinces.all()) {
            provincesByName.put(letters(province.id()), province);
            province.names().values().forEach(name -> provincesByName.put(letters(name), province));
        }
        // A region that is named after its city has the names of the city as well.
        for (var municipality : municipalities.all()) {
            var province = provincesByName.get(letters(municipality.name()));
            if (province != null && municipality.province().equals(province.reference())) {
                municipality.names().values().forEach(name -> provincesByName.put(letters(name), province));
            }
        }
    }

    private static Map<String, List<NamedPlace>> byName(
            List<Place> places, Map<String, List<Place>> byMunicipality, Municipalities municipalities) {
        var meanings = new HashMap<String, Map<Municipality, NamedPlace>>();
        for (var place : places) {
            var within = municipalities.named(place.municipality().id()).orElseThrow();
            add(meanings, place.names().values(), new NamedPlace(within, List.of(place), false));
        }
        for (var municipality : municipalities.all()) {
            var today = municipalities.today(municipality);
            var namesakes = byMunicipality.getOrDefault(today.id(), List.of()).stream()
                    .filter(place -> isNamesake(place, municipality))
                    .toList();
            add(meanings, municipality.names().values(), new NamedPlace(today, namesakes, true));
        }
        var byName = new HashMap<String, List<NamedPlace>>();
        meanings.forEach((name, its) -> byName.put(name, List.copyOf(its.values())));
        return byName;
    }

    private static void add(
            Map<String, Map<Municipality, NamedPlace>> meanings, Collection<String> names, NamedPlace meaning) {
        for (var name : names) {
            meanings.computeIfAbsent(letters(name), first -> new LinkedHashMap<>())
                    .merge(meaning.municipality(), meaning, NamedPlace::and);
        }
    }

    /** The letters and digits of a name, by which names are compared. */
    static String letters(String name) {
        return letters(Words.of(name).words());
    }

    private static String letters(List<String> words) {
        return words.stream().map(word -> SAINT.contains(word) ? "sint" : word).collect(joining());
    }

    /** What a name means, before it is known which of its meanings is meant; the province can also be named so. */
    private record Named(List<NamedPlace> meanings, Province province) {

        static final Named NOTHING = new Named(List.of(), null);

        boolean isKnown() {
            return !meanings.isEmpty() || province != null;
        }

        /** The meanings of two names that stand together: "Beveren, Roeselare", "Gent, Drongen", "Brussel/Bruxelles". */
        Named with(Named other) {
            var mine = meanings.stream().filter(other::covers).toList();
            return new Named(
                    mine.isEmpty()
                            ? other.meanings.stream().filter(this::covers).toList()
                            : mine,
                    null);
        }

        private boolean covers(NamedPlace place) {
            return province != null && place.municipality().province().equals(province.reference())
                    || meanings.stream().anyMatch(meaning -> meaning.covers(place));
        }
    }

    /** The meaning of a text of at most 200 characters. */
    PlaceReading read(String text) {
        var typed = TypedPlace.of(text);
        if (typed.point() != null) {
            return coordinates(text, typed.point());
        }
        if (typed.foreign()) {
            return new Unclear(Message.of("place.foreignPostalCode", Issue.shown(text)), List.of());
        }
        var names = typed.names().stream()
                .filter(name -> !Countries.isBelgium(name))
                .toList();
        if (names.stream()
                .anyMatch(name -> Countries.isOther(name) && !meaning(name).isKnown())) {
            return abroad(text);
        }
        if (!typed.postalCodes().isEmpty()) {
            return postalCode(text, typed, names);
        }
        return names.isEmpty() ? unknown(text, List.of()) : named(text, names);
    }

    private static PlaceReading coordinates(String text, GeoPoint point) {
        if (Places.isHere(point.lat(), point.lon())) {
            return new PlaceReading.Coordinates(point);
        }
        if (Places.isHere(point.lon(), point.lat())) {
            var turned = point.lon() + ", " + point.lat();
            return new Unclear(
                    Message.of("place.swapped", Issue.shown(text), turned),
                    List.of(new Candidate(turned, null, null, null)));
        }
        return new Unclear(Message.of("place.pointOutside", Issue.shown(text)), List.of());
    }

    private static PlaceReading abroad(String text) {
        return new Unclear(Message.of("place.abroad", Issue.shown(text)), List.of());
    }

    /** Postal codes decide; names beside them must not say anything else, and can choose among their localities. */
    private PlaceReading postalCode(String text, TypedPlace typed, List<String> names) {
        var code = typed.postalCodes().get(0);
        var here = byPostalCode.get(code);
        var named = names.stream().map(this::meaning).filter(Named::isKnown).toList();
        var others = named.stream().flatMap(name -> candidates(name.meanings)).toList();
        if (typed.postalCodes().size() > 1) {
            return contradiction(
                    text,
                    typed.postalCodes().stream()
                            .filter(byPostalCode::containsKey)
                            .map(each -> candidate(chief(byPostalCode.get(each)))));
        }
        if (isOfNetherlands(typed, names, here == null)) {
            return new Unclear(Message.of("place.foreignPostalCode", Issue.shown(text)), List.of());
        }
        if (here == null) {
            return new Unclear(noPlaceUnder(code), others);
        }
        if (!named.stream().allMatch(name -> under(here, name))) {
            return contradiction(text, Stream.concat(Stream.of(candidate(chief(here))), others.stream()));
        }
        return new PlaceReading.Localities(named.stream()
                .flatMap(name -> name.meanings.stream())
                // "8800 Beveren (Roeselare)": the name of the municipality chooses only when no other name does.
                .sorted(Comparator.comparing(NamedPlace::whole))
                .map(meaning -> here.stream().filter(meaning.places()::contains).toList())
                .filter(chosen -> !chosen.isEmpty())
                .findFirst()
                .orElse(here));
    }

    /**
     * True for four digits and two letters, unless the letters begin a name. Behind a postal code of ours, other words are a
     * part of a town: 9000 De Muide.
     */
    private boolean isOfNetherlands(TypedPlace typed, List<String> names, boolean isUnknown) {
        return typed.letters() != null
                && names.stream()
                        .filter(name -> name.startsWith(typed.letters()))
                        .anyMatch(name -> !meaning(name).isKnown() && (isUnknown || name.equals(typed.letters())));
    }

    /** True when a name is that of one of the localities, of the municipality or of the province of one. */
    private boolean under(List<Place> here, Named name) {
        return here.stream()
                .anyMatch(place -> name.meanings.stream()
                                .anyMatch(meaning -> meaning.places().contains(place))
                        || name.covers(new NamedPlace(municipality(place), List.of(place), false)));
    }

    /** The postal codes of places. */
    List<Candidate> postalCodes(List<Place> places) {
        return places.stream()
                .map(place -> municipalities.candidate(place.postalCode(), municipality(place)))
                .distinct()
                .sorted(Comparator.comparing(Candidate::value))
                .toList();
    }

    /** Why no place has a postal code: Belgian codes tell the region. */
    static Message noPlaceUnder(String code) {
        int number = Integer.parseInt(code);
        if (number >= 1300 && number < 1500 || number >= 4000 && number < 8000) {
            return Message.of("place.walloonPostalCode", code);
        }
        return number < 1300
                ? Message.of("place.specialPostalCode", code)
                : Message.of("place.unknownPostalCode", code);
    }

    private PlaceReading named(String text, List<String> names) {
        var meanings = names.stream().map(this::meaning).toList();
        if (!meanings.stream().allMatch(Named::isKnown)) {
            return unknown(text, names);
        }
        var all = meanings.stream().reduce(Named::with).orElseThrow();
        if (all.meanings.size() == 1) {
            var meant = all.meanings.get(0);
            return meant.places().isEmpty()
                    ? new PlaceReading.WholeMunicipality(meant.municipality())
                    : new PlaceReading.Localities(meant.places());
        }
        if (all.province != null && all.meanings.isEmpty()) {
            return new Unclear(Message.of("place.isProvince", Issue.shown(text)), List.of());
        }
        var candidates = all.meanings.stream()
                .flatMap(this::eachOf)
                .sorted(Comparator.comparing(Candidate::value))
                .toList();
        return candidates.isEmpty()
                ? contradiction(text, meanings.stream().flatMap(name -> candidates(name.meanings)))
                : new Unclear(Message.of("place.severalWithName", Issue.shown(text), values(candidates)), candidates);
    }

    /** The meaning of a name, of two names without anything between them, or of a name among usual words. */
    private Named meaning(String name) {
        return meaning(Words.of(name).words());
    }

    private Named meaning(List<String> words) {
        var whole = lookup(words);
        if (whole.isKnown()) {
            return whole;
        }
        for (int i = 1; i < words.size(); i++) {
            var both = lookup(words.subList(0, i)).with(lookup(words.subList(i, words.size())));
            if (both.isKnown()) {
                return both;
            }
        }
        var fewer = words.stream()
                .filter(word -> !USUAL_WORDS.contains(word) && !Countries.isBelgium(word))
                .toList();
        return fewer.isEmpty() || fewer.size() == words.size() ? Named.NOTHING : meaning(fewer);
    }

    private Named lookup(List<String> words) {
        var letters = letters(words);
        return new Named(byName.getOrDefault(letters, List.of()), provincesByName.get(letters));
    }

    private PlaceReading contradiction(String text, Stream<Candidate> candidates) {
        var several = candidates.distinct().toList();
        return several.isEmpty()
                ? unknown(text, List.of())
                : new Unclear(Message.of("place.contradiction", Issue.shown(text), values(several)), several);
    }

    /** Offers what is known of the names, else similar names, else names that are part of what was typed. */
    private PlaceReading unknown(String text, List<String> names) {
        if (names.stream().noneMatch(name -> meaning(name).isKnown())
                && names.stream().anyMatch(PlaceNames::endsWithCountry)) {
            return abroad(text);
        }
        var candidates = Stream.<Supplier<Stream<NamedPlace>>>of(
                        () -> names.stream().flatMap(name -> meaning(name).meanings.stream()),
                        () -> names.stream().flatMap(name -> similar(letters(name))),
                        () -> names.stream()
                                .flatMap(name -> parts(Words.of(name).words())))
                .map(way -> candidates(way.get().toList())
                        .distinct()
                        .limit(MOST_SIMILAR)
                        .toList())
                .filter(some -> !some.isEmpty())
                .findFirst()
                .orElse(List.of());
        return new Unclear(
                candidates.isEmpty()
                        ? Message.of("place.unknownName", Issue.shown(text))
                        : Message.of("place.similarNames", Issue.shown(text), values(candidates)),
                candidates);
    }

    /** True for "Lille France". */
    private static boolean endsWithCountry(String name) {
        var words = Words.of(name).words();
        return Countries.isOther(words.get(words.size() - 1));
    }

    /**
     * The meanings of the names that differ least: in one letter, or in two when the name has six or more. Municipalities are
     * first, then names with the same beginning.
     */
    private Stream<NamedPlace> similar(String letters) {
        int most = letters.length() < 3 || letters.length() > longest + 2 ? 0 : letters.length() < 6 ? 1 : 2;
        var automata = new LevenshteinAutomata(letters, true);
        for (int distance = 1; distance <= most; distance++) {
            var near = new CharacterRunAutomaton(automata.toAutomaton(distance));
            var found = byName.keySet().stream().filter(near::run).toList();
            if (!found.isEmpty()) {
                return found.stream()
                        .sorted(Comparator.comparing((String name) ->
                                        byName.get(name).stream().noneMatch(NamedPlace::whole))
                                .thenComparing(name -> -Arrays.mismatch(name.toCharArray(), letters.toCharArray()))
                                .thenComparing(Comparator.naturalOrder()))
                        .flatMap(name -> byName.get(name).stream());
            }
        }
        return Stream.empty();
    }

    /** The meanings of the longest names that are part of a text. */
    private Stream<NamedPlace> parts(List<String> words) {
        for (int length = words.size() - 1; length > 0; length--) {
            var found = new ArrayList<NamedPlace>();
            for (int start = 0; start + length <= words.size(); start++) {
                var part = words.subList(start, start + length);
                if (letters(part).length() >= SHORTEST_PART) {
                    found.addAll(lookup(part).meanings);
                }
            }
            if (!found.isEmpty()) {
                return found.stream();
            }
        }
        return Stream.empty();
    }

    /** The texts that mean these: the name where it means nothing else, else each locality with its postal code. */
    private Stream<Candidate> candidates(List<NamedPlace> meanings) {
        return meanings.stream().flatMap(meaning -> {
            var name = meaning.places().isEmpty()
                    ? meaning.municipality().name()
                    : meaning.places().get(0).locality();
            return byName.get(letters(name)).size() == 1
                    ? Stream.of(municipalities.candidate(name, meaning.municipality()))
                    : eachOf(meaning);
        });
    }

    private Stream<Candidate> eachOf(NamedPlace meaning) {
        return meaning.places().isEmpty()
                ? Stream.of(municipalities.candidate(meaning.municipality().name(), meaning.municipality()))
                : meaning.places().stream().map(this::candidate);
    }

    private Candidate candidate(Place place) {
        var within = municipality(place);
        var name = place.postalCode() + " " + place.locality();
        return municipalities.candidate(isChief(place) ? name : name + " (" + within.name() + ")", within);
    }

    private static List<String> values(List<Candidate> candidates) {
        return candidates.stream().map(Candidate::value).toList();
    }

    private Place chief(List<Place> places) {
        return places.stream().filter(this::isChief).findFirst().orElse(places.get(0));
    }

    /** True for the locality that gave its name to the municipality. */
    private boolean isChief(Place place) {
        return isNamesake(place, municipality(place));
    }

    /** True for a locality with the name of a municipality. */
    static boolean isNamesake(Place place, Municipality municipality) {
        return letters(place.locality()).equals(letters(municipality.name()));
    }

    private Municipality municipality(Place place) {
        return municipalities.named(place.municipality().id()).orElseThrow();
    }
}
