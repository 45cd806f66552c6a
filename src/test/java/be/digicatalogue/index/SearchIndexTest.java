package be.digicatalogue.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import be.digicatalogue.catalogue.Catalogue;
import be.digicatalogue.dataset.BundledDataset;
import be.digicatalogue.dataset.Revision;
import be.digicatalogue.digibank.ServicePoint;
import be.digicatalogue.digibank.ServicePointType;
import be.digicatalogue.fact.Language;
import be.digicatalogue.fact.SortKey;
import be.digicatalogue.fact.Text;
import be.digicatalogue.fact.Words;
import be.digicatalogue.history.Changes;
import be.digicatalogue.place.Municipality;
import be.digicatalogue.place.MunicipalityType;
import be.digicatalogue.place.Place;
import be.digicatalogue.place.PlaceType;
import be.digicatalogue.programme.Figure;
import be.digicatalogue.question.PageRequest;
import be.digicatalogue.record.Finder;
import be.digicatalogue.record.RecordKind;
import be.digicatalogue.record.ReviewPeriods;
import be.digicatalogue.record.SearchDocument;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SearchIndexTest {

    private static final Catalogue CATALOGUE = new Catalogue(
            new Revision(1, "0123456789abcdef", Instant.EPOCH),
            BundledDataset.read(),
            Changes.NONE,
            ReviewPeriods.usual());

    @Test
    void aListFindsWholeWordsAndBeginningsInEveryOrder() {
        var points = CATALOGUE.of(ServicePointType.TYPE).all();
        var wordsOf = points.stream().map(SearchIndexTest::words).toList();
        var random = new Random(1);
        for (int i = 0; i < 500; i++) {
            var words =
                    new ArrayList<>(wordsOf.get(random.nextInt(points.size())).words());
            Collections.shuffle(words, random);
            var sought = new Words(words.stream()
                    .limit(1 + random.nextInt(3))
                    .map(word -> word.substring(0, 1 + random.nextInt(word.length())))
                    .distinct()
                    .toList());
            var found = CATALOGUE.search().positions(RecordKind.SERVICE_POINTS, sought);
            for (int position = 0; position < points.size(); position++) {
                var id = points.get(position).id();
                assertTrue(
                        !wordsOf.get(position).match(sought) || found.contains(position),
                        () -> sought + " must find " + id);
            }
        }
    }

    private static Words words(ServicePoint point) {
        var address = point.address();
        var municipality = CATALOGUE
                .of(MunicipalityType.TYPE)
                .named(address.municipality().id())
                .orElseThrow();
        return Words.of(point.name(), address.street(), address.postalCode(), municipality.name());
    }

    @Test
    void whatIsSpelledRightIsNotMixedWithWhatIsForgiven() {
        var genk = localities("genk");
        assertTrue(genk.contains("Genk") && !genk.contains("Gent"), genk::toString);
        var gent = localities("gent");
        assertTrue(gent.contains("Gent") && !gent.contains("Genk") && !gent.contains("Lint"), gent::toString);
    }

    @Test
    void forgivesOneErrorInFourLettersAndTwoInEightAndNoneInNumbers() {
        assertTrue(localities("gnet").contains("Gent"), "two neighbours swapped are one error");
        assertTrue(localities("ostende").contains("Oostende"));
        assertTrue(localities("antwrpn").isEmpty(), "two errors in seven letters are too many");
        assertTrue(localities("ntwerpenn").contains("Antwerpen"), "two in nine are not");
        assertTrue(localities("gnt").isEmpty(), "short words are taken as they are");
        assertTrue(localities("9001").isEmpty(), "9000 is another code");
    }

    @Test
    void anUnknownWordIsForgivenBeforeAKnownOne() {
        var ids = search("genk biblioteek").found().items().stream()
                .map(SearchHit::id)
                .toList();
        assertEquals(List.of("genk-bibliotheek"), ids, "genk is spelled right, so Gent is not meant");
    }

    @Test
    void completionPutsWholeNamesThenBeginningsThenOthers() {
        var gen = places("gen").stream().map(Place::locality).toList();
        assertEquals(List.of("Genk", "Gent"), gen.subList(0, 2), "municipalities of today before smaller places");
        assertTrue(gen.indexOf("Gentbrugge") > 1);
        var beveren = places("beveren");
        assertEquals("9120-beveren", beveren.get(0).id(), "a municipality until 2024");
        assertTrue(beveren.stream().limit(3).allMatch(place -> place.locality().equals("Beveren")), beveren::toString);
        assertEquals("8500-kortrijk", places("kortr").get(0).id());
        assertEquals("9000-gent", places("9000").get(0).id());
        assertEquals("9000-gent", places("9000 gent").get(0).id());
    }

    @Test
    void formerMunicipalitiesLeadToThoseOfToday() {
        for (var name :
                List.of("Borgloon", "Tongeren", "Opglabbeek", "Zwijndrecht", "Beveren", "Puurs", "Lovendegem")) {
            var today = CATALOGUE.of(MunicipalityType.TYPE).all().stream()
                    .filter(municipality -> municipality.name().equals(name) && municipality.mergedInto() != null)
                    .findFirst()
                    .orElseThrow()
                    .mergedInto()
                    .id();
            var found = CATALOGUE
                    .search()
                    .matching(
                            RecordKind.MUNICIPALITIES,
                            Words.of(name),
                            CATALOGUE.of(MunicipalityType.TYPE).all());
            assertTrue(found.stream().map(Municipality::id).anyMatch(today::equals), name);
            var first = CATALOGUE
                    .search()
                    .search(question(name, RecordKind.MUNICIPALITIES), Language.NL)
                    .found()
                    .items()
                    .get(0);
            assertEquals(today, first.id(), name);
            assertEquals(today, places(name).get(0).municipality().id(), name);
        }
    }

    @Test
    void aNameInAnotherLanguageFindsWhatTheDutchNameFinds() {
        int compared = 0;
        for (var municipality : CATALOGUE.of(MunicipalityType.TYPE).all()) {
            if (municipality.names().size() == 1) {
                continue;
            }
            var dutch = search(municipality.name()).found().items();
            for (var name : municipality.names().values()) {
                var found = search(name).found().items();
                assertEquals(dutch.get(0).id(), found.get(0).id(), name);
                assertTrue(ids(found).containsAll(ids(dutch)), () -> name + " " + municipality.name());
                compared += name.equals(municipality.name()) ? 0 : 1;
            }
        }
        assertTrue(compared >= 70, () -> "names in other languages");
    }

    private static Set<String> ids(List<SearchHit> hits) {
        return hits.stream().map(hit -> hit.type() + hit.id()).collect(Collectors.toSet());
    }

    @Test
    void wholeNamesThenTheirBeginningsThenWordsThenStemsComeFirst() {
        var names = List.of("Kringen Gent", "Kringen Gentbrugge", "Samen in kringen Gent", "Kring Gent", "Krigen Gent");
        var index = named(names.stream().sorted().toList());
        assertEquals(
                List.of("Kringen Gent", "Kringen Gentbrugge", "Samen in kringen Gent", "Kring Gent"),
                names(index, "kringen gent"),
                "an error is not tolerated in what is spelled right");
        assertEquals(List.of("Krigen Gent"), names(named(List.of("Krigen Gent", "Krang Gent")), "kringen gent"));
        assertEquals(List.of(), names(named(List.of("Rond", "Mond", "Honing")), "hond"), "another word");
        assertEquals(List.of(), names(named(List.of("Gaande", "Gang", "Hand")), "gand"), "another word");
    }

    private static List<String> names(SearchIndex index, String q) {
        return index.search(question(q), Language.NL).found().items().stream()
                .map(SearchHit::id)
                .toList();
    }

    private static SearchIndex named(List<String> names) {
        return new SearchIndex(List.of(new SearchableRecords<>(
                RecordKind.SERVICE_POINTS,
                names,
                SortKey::of,
                name -> SearchDocument.of(new Figure.Subject(name, Text.name(name))))));
    }

    @Test
    void suggestsWhatFindsSomethingWhenNothingIsFound() {
        assertTrue(search("gent").suggestions().isEmpty());
        for (var q :
                List.of("antwrpn", "bibliotheek zwembad", "genk universiteit laptop", "digbnkn", "oostnede bib xyz")) {
            var results = search(q);
            assertEquals(0, results.found().total(), q);
            assertTrue(!results.suggestions().isEmpty() && results.suggestions().size() <= 5, q);
            for (var suggestion : results.suggestions()) {
                assertTrue(search(suggestion).found().total() > 0, q + " suggests " + suggestion);
            }
        }
        assertEquals("antwerpen", search("antwrpn").suggestions().get(0));
        assertTrue(search("qqqqqqqq").suggestions().isEmpty());
    }

    @Test
    void fragmentsAreEscapedAndMarkTheWords() {
        var entry = SearchDocument.of(new Figure.Subject("x", Text.name("<b>Bib</b> & \"Café\" 't Gent")))
                .details("Grote Markt 1", "9000 Gent")
                .texts(Text.of("Een lange tekst ".repeat(30) + "over laptops" + " en meer".repeat(40), "A text"));
        var index = new SearchIndex(List.of(new SearchableRecords<>(
                RecordKind.SERVICE_POINTS, List.of(entry), each -> SortKey.of(each.id()), each -> each)));
        assertEquals(
                "&lt;b&gt;<em>Bib</em>&lt;/b&gt; &amp; &quot;<em>Café</em>&quot; &#39;t Gent",
                fragment(index, "cafe bib"));
        assertEquals(
                "&lt;b&gt;<em>Bib</em>&lt;/b&gt; &amp; &quot;Café&quot; &#39;t Gent · <em>Grote</em> Markt 1",
                fragment(index, "grote bib"));
        assertEquals(
                0,
                index.positions(RecordKind.SERVICE_POINTS, Words.of("laptop")).getCardinality(),
                "not in a list");
        var cut = fragment(index, "laptop");
        assertTrue(cut.startsWith("…") && cut.endsWith("…") && cut.contains("<em>laptops</em>"), cut);
        assertTrue(cut.length() < 230, cut);
        assertTrue(fragment(index, "b").contains("&lt;<em>b</em>&gt;"), "within what looks like a tag");
    }

    @Test
    void everyPageIsAPartOfOneOrder() {
        var all = new ArrayList<String>();
        for (int page = 0; page * 7 < search("digipunt").found().total(); page++) {
            var found = CATALOGUE
                    .search()
                    .search(
                            new SearchQuestion(Words.of("digipunt"), Set.of(), new PageRequest(page * 7L, 7)),
                            Language.NL)
                    .found();
            found.items().forEach(hit -> all.add(hit.type() + " " + hit.id()));
        }
        assertEquals(search("digipunt").found().total(), Set.copyOf(all).size());
        assertTrue(CATALOGUE
                .search()
                .search(
                        new SearchQuestion(Words.of("gent"), Set.of(), new PageRequest(Long.MAX_VALUE / 2, 100)),
                        Language.NL)
                .found()
                .items()
                .isEmpty());
    }

    @Test
    void anyTextIsAnsweredWithRecordsOrWithWhatFindsSome() {
        var random = new Random(2);
        for (int i = 0; i < 100; i++) {
            var text = random.ints(1 + random.nextInt(60), 0x20, 0x250)
                    .filter(Character::isDefined)
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString();
            if (!Words.of(text).words().isEmpty()) {
                assertAnswered(text);
            }
        }
        assertAnswered(IntStream.range(0, 100)
                .mapToObj(i -> Character.toString('a' + i % 26) + (char) ('a' + i / 26))
                .reduce("", (a, b) -> a + " " + b));
        assertAnswered("a".repeat(200));
        assertAnswered("abcdefghijk lmnopqrstu vwxyzabcde fghijklmnop qrstuvwxyza bcdefghijkl mnopqrstuvw xyzabcdefgh"
                .repeat(2));
    }

    private static void assertAnswered(String q) {
        var answer = search(q);
        assertTrue(answer.found().items().isEmpty() || answer.suggestions().isEmpty(), q);
        for (var suggestion : answer.suggestions()) {
            assertTrue(search(suggestion).found().total() > 0, () -> q + " suggests " + suggestion);
        }
    }

    /** Many words that begin alike, and many records for each of them. */
    @Test
    void amongManyRecordsNoneIsLost() {
        var random = new Random(3);
        var places = CATALOGUE.of(PlaceType.TYPE).all();
        var hosts =
                List.of("Bibliotheek", "Buurthuis", "Dienstencentrum", "Sociaal Huis", "Kringwinkel", "Wijkkantoor");
        var texts = IntStream.range(0, 20_000)
                .mapToObj(number -> {
                    var place = places.get(random.nextInt(places.size()));
                    return List.of(
                            "Digipunt " + hosts.get(random.nextInt(hosts.size())) + " " + place.locality(),
                            "Straat" + random.nextInt(5_000) + " " + number % 200,
                            place.postalCode());
                })
                .toList();
        var numbers = IntStream.range(0, texts.size()).boxed().toList();
        var index = new SearchIndex(
                List.of(new SearchableRecords<>(RecordKind.SERVICE_POINTS, numbers, SortKey::of, number -> {
                    var text = texts.get(number);
                    return SearchDocument.of(new Figure.Subject("p-" + number, Text.name(text.get(0))))
                            .details(text.get(1), text.get(2));
                })));
        for (var q : List.of("gent", "bibliotheek genk", "digipunt", "d", "straat", "straat12 9000", "zwembad genk")) {
            var sought = Words.of(q);
            var expected = numbers.stream()
                    .filter(number ->
                            Words.of(texts.get(number).toArray(String[]::new)).match(sought))
                    .toList();
            assertEquals(expected, found(index, q), q);
        }
        assertEquals(found(index, "bibliotheek genk"), found(index, "biblioteek genk"));
        assertEquals(found(index, "digipunt"), found(index, "digipnt"));
    }

    private static List<Integer> found(SearchIndex index, String q) {
        return index.positions(RecordKind.SERVICE_POINTS, Words.of(q)).stream()
                .boxed()
                .toList();
    }

    private static String fragment(SearchIndex index, String q) {
        return index.search(new SearchQuestion(Words.of(q), Set.of(), new PageRequest(0, 20)), Language.NL)
                .found()
                .items()
                .get(0)
                .fragment();
    }

    private static List<Place> places(String q) {
        return CATALOGUE
                .search()
                .ranked(
                        RecordKind.PLACES,
                        Words.of(q),
                        CATALOGUE.of(PlaceType.TYPE).all())
                .stream()
                .map(Finder.Match::item)
                .toList();
    }

    private static Set<String> localities(String q) {
        var names = new TreeSet<String>();
        places(q).forEach(place -> names.add(place.locality()));
        return names;
    }

    private static SearchResults search(String q) {
        return CATALOGUE.search().search(question(q), Language.NL);
    }

    private static SearchQuestion question(String q, RecordKind... types) {
        return new SearchQuestion(Words.of(q), Set.of(types), new PageRequest(0, PageRequest.LARGEST));
    }
}
