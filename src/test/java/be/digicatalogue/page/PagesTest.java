package be.digicatalogue.page;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import be.digicatalogue.ApiTest;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.Method;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What people find, read as a browser without JavaScript reads it. */
@QuarkusTest
class PagesTest extends ApiTest {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private static final String HTML = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";

    @TestHTTPResource("/")
    URI service;

    @Test
    void somebodyIn8500FindsTheNearestPlaceThatLendsDevices() {
        var form = page("/").selectFirst("form.finder");
        assertEquals("get", form.attr("method"));
        assertEquals(1, form.select("input[name=place]").size());
        assertTrue(form.select("input[name=service]").eachAttr("value").contains("device-loan"));

        var expected = get("/v1/service-points?place=8500&service=device-loan&pageSize=12");
        var results = page("/?place=8500&service=device-loan&openNow=&lat=");
        assertEquals(
                expected.getList("items.id", String.class).stream()
                        .map(id -> "/digibanken/" + id)
                        .toList(),
                results.select(".found-list .points h3 a").eachAttr("href"));
        var nearest = results.selectFirst(".found-list .points > li");
        // Only its municipality is known.
        assertEquals(
                "in Beernem, op ongeveer 36 km",
                nearest.selectFirst(".distance").text());
        assertFalse(nearest.select(".state").isEmpty());
        assertTrue(nearest.select(".tag").eachText().contains("Toestellen lenen"));
        assertTrue(nearest.selectFirst("a[href^=https://www.openstreetmap.org/directions]") != null);
        assertEquals("8500", results.selectFirst("input[name=place]").val());
        assertTrue(results.selectFirst("input[value=device-loan]").hasAttr("checked"));
    }

    @ParameterizedTest
    @CsvSource({
        "'', [0-9]+ m, in Gent, 'in Dentergem, op ongeveer 24 km'",
        "/fr, [0-9]+ m, à Gent, 'à Dentergem, à environ 24 km'",
        "/de, [0-9]+ m, in Gent, 'in Dentergem, etwa 24 km entfernt'",
        "/en, [0-9]+ m, in Gent, 'in Dentergem, about 24 km away'",
    })
    void theDistanceIsToldAsCertainAsItIs(String language, String known, String within, String about) {
        var items = get("/v1/service-points?place=Gent&pageSize=24");
        var told = page(language + "/?place=Gent&pageSize=24")
                .select(".found-list .distance")
                .eachText();
        for (int i = 0; i < told.size(); i++) {
            int metres = items.getInt("items[" + i + "].distanceMetres");
            Integer uncertain = items.get("items[" + i + "].distanceUncertainMetres");
            if (uncertain == null && metres < 1000) {
                assertTrue(told.get(i).matches(known), told.get(i));
            } else if (uncertain != null && metres <= uncertain) {
                assertEquals(within, told.get(i));
            }
        }
        assertTrue(told.contains(within) && told.contains(about), told::toString);
    }

    @Test
    void aNumberThatIsKnownCanBeCalled() {
        var called = page("/?place=9000").select(".found-list a[href^=tel:]");
        assertFalse(called.isEmpty());
        called.eachAttr("href").forEach(number -> assertTrue(number.matches("tel:\\+[0-9]+"), number));
    }

    @Test
    void whereNothingMeetsAllConditionsThePageShowsWhatComesClosest() {
        var question = "place=8500&service=device-loan&service=hardware-collection&service=wifi&service=repair";
        var expected = get("/v1/service-points?" + question);
        assertEquals(0, expected.getInt("total"));
        var results = page("/?" + question);
        assertEquals(
                expected.getList("alternatives.explanation"),
                results.select(".closest h3:first-child").stream()
                        .filter(title -> title.parent().hasClass("closest"))
                        .map(Element::text)
                        .toList());
        assertFalse(results.select(".closest .points h3 a").isEmpty());
        assertEquals("/?place=8500#results", results.selectFirst(".note a").attr("href"));
    }

    @Test
    void aNameThatCouldBeSeveralPlacesOffersThemBesideTheField() {
        var page = page("/?place=Nieuwerkerken&service=training", 400);
        assertEquals("true", page.selectFirst("input[name=place]").attr("aria-invalid"));
        assertTrue(page.selectFirst("input[name=place]")
                .attr("aria-describedby")
                .contains(page.selectFirst(".wrong").id()));
        var candidates = page.select(".wrong a");
        assertTrue(candidates.size() > 1, candidates::toString);
        assertFalse(page(candidates.get(0).attr("href"))
                .select(".found-list .points")
                .isEmpty());
    }

    @ParameterizedTest
    @CsvSource({
        "/?place=Xyzzyqq, Xyzzyqq",
        "/?lat=40&lon=4, Vlaanderen",
        "/?service=magic, magic",
        "/?place=9000&page=nought, nought",
        "/digihubs?postcode=0000, 0000",
        "/digihubs?postcode=Atlantis, Atlantis",
        "/digihubs/limburg?postcode=99999, 99999"
    })
    void whatCannotBeAnsweredIsExplainedBesideTheField(String address, String named) {
        var page = page(address, 400);
        assertTrue(page.selectFirst(".wrong").text().contains(named));
        boolean where = !address.contains("service=") && !address.contains("page=");
        assertEquals(where, !page.select("input[aria-invalid]").isEmpty());
    }

    @Test
    void behindTheLastPageIsTheLastPage() {
        var leadsTo = given().redirects()
                .follow(false)
                .get("/fr?place=9000&page=99")
                .then()
                .statusCode(303)
                .extract()
                .header("Location");
        var last = page(leadsTo);
        assertFalse(last.select(".found-list .points > li").isEmpty());
        assertTrue(last.select("a[rel=next]").isEmpty());
    }

    @Test
    void whatOthersAddToALinkAsksNothing() {
        assertEquals(
                page("/").body().text(),
                page("/?fbclid=abc&utm_source=mail").body().text());
    }

    @Test
    void aMarkedUpQuestionStaysText() {
        var page = page("/?place=%3Cscript%3Ealert(1)%3C/script%3E%22onfocus=%22x", 400);
        assertEquals(
                "<script>alert(1)</script>\"onfocus=\"x",
                page.selectFirst("input[name=place]").val());
        assertTrue(page.select("script:not([src])").isEmpty());
    }

    @Test
    void anEntrepreneurIn3500ComesToLimburgWithTheNearestOffice() {
        var leadsTo = given().redirects()
                .follow(false)
                .get("/digihubs?postcode=3500")
                .then()
                .statusCode(303)
                .extract()
                .header("Location");
        assertEquals("/digihubs/limburg?postcode=3500", leadsTo);
        var expected = get("/v1/guide?postalCode=3500");
        var page = page(leadsTo);
        assertEquals(
                expected.getList("vokaOffices.id", String.class).stream()
                        .map(id -> "/voka/" + id)
                        .toList(),
                page.select(".office h3 a").eachAttr("href"));
        var office = page.selectFirst(".office");
        var phone = expected.getString("vokaOffices[0].phone");
        if (phone == null) {
            // No source gives one; then the page says so and leads to who knows.
            assertTrue(office.text().contains("Geen enkele bron geeft een telefoonnummer"));
            assertEquals(
                    expected.getString("vokaOffices[0].website"),
                    office.selectFirst("a[href^=https]").attr("href"));
        } else {
            assertEquals(
                    "tel:" + phone.replace(" ", ""),
                    office.selectFirst("a[href^=tel:]").attr("href"));
        }
        assertEquals(
                expected.getList("partners.name", String.class).stream()
                        .sorted()
                        .toList(),
                page.select("a[href^=/partners/]").eachText().stream().sorted().toList());
        assertEquals(3, page.select(".steps > li").size());
        assertFalse(page.select(".fallbacks li").isEmpty());
    }

    @Test
    void whereThereIsNoDigihubThePageSaysSoAndShowsTheNearestOffices() {
        var page = page("/digihubs?postcode=1000");
        assertEquals(
                get("/v1/guide?postalCode=1000").getList("vokaOffices.id", String.class).stream()
                        .map(id -> "/voka/" + id)
                        .toList(),
                page.select(".office h3 a").eachAttr("href"));
        assertTrue(page.selectFirst("#results .note").text().contains("Brussel"));
    }

    @Test
    void theFiguresStandInTheirTablesAndDisagreementsBesideEachOther() {
        var page = page("/cijfers");
        var charts = page.select(".chart-card");
        assertEquals(6, charts.size());
        for (var chart : charts) {
            assertFalse(chart.selectFirst("svg").attr("aria-label").isBlank());
            var rows = chart.select("tbody td.number").eachText();
            var drawn = chart.select(".chart-value").eachText().stream()
                    .flatMap(value -> Stream.of(value.split(" \\+ ")))
                    .toList();
            assertEquals(rows, drawn, chart::id);
            assertEquals(
                    chart.select("svg.chart .bar.more").isEmpty(),
                    chart.select(".legend").isEmpty(),
                    chart::id);
            assertFalse(chart.select("a[href^=/bronnen#], p a[href^=http]").isEmpty());
            assertFalse(chart.select("a[download]").isEmpty());
        }
        assertFalse(page.select(".legend").isEmpty());
        assertTrue(page.selectFirst("#bereikt").text().contains("195"));
        var values = page.select(".versus .big").eachText();
        assertTrue(values.stream().anyMatch(value -> value.matches("€\\s970")), values::toString);
        assertTrue(values.stream().anyMatch(value -> value.matches("€\\s971\\.250")), values::toString);
        assertEquals(
                get("/v1/figures").getInt("total"),
                page.select("#alle tbody tr").size());
    }

    @Test
    void anotherLanguageKeepsTheQuestion() {
        var dutch = page("/?place=8500&service=device-loan");
        var french = dutch.selectFirst("a[hreflang=fr][lang=fr]").attr("href");
        assertEquals("/fr?place=8500&service=device-loan", french);
        var page = page(french);
        assertEquals("fr", page.selectFirst("html").attr("lang"));
        assertEquals(
                dutch.select(".found-list h3 a").eachAttr("href").stream()
                        .map(address -> "/fr" + address)
                        .toList(),
                page.select(".found-list h3 a").eachAttr("href"));
        assertEquals("8500", page.selectFirst("input[name=place]").val());
        assertTrue(page.selectFirst("input[value=device-loan]").hasAttr("checked"));
    }

    /** One walk over everything that the sitemap names: each page of each record in each language. */
    @Test
    void everyPageThatTheSitemapNamesIsWholeAndLoadsNothingFromElsewhere() {
        var addresses = Jsoup.parse(given().get("/sitemap.xml").asString(), "", Parser.xmlParser())
                .select("loc")
                .eachText();
        assertEquals(addresses.size(), new HashSet<>(addresses).size());
        // Eight pages that are there once, and a list to print of each municipality that has a service point.
        int records = 8 + new HashSet<>(get("/v1/service-points.json").getList("items.address.municipality.id")).size();
        for (var list : List.of("consortia", "service-points", "voka-offices", "partners")) {
            records += get("/v1/" + list + "?pageSize=1").getInt("total");
        }
        assertEquals(4 * records, addresses.size());
        Set<String> known = new TreeSet<>();
        addresses.forEach(address -> known.add(URI.create(address).getPath()));
        var wrong = new ArrayList<String>();
        var questions = new TreeSet<String>();
        for (var address : addresses) {
            var path = URI.create(address).getPath();
            var page = page(path);
            var language = path.matches("/(fr|de|en)(/.*)?") ? path.substring(1, 3) : "nl";
            check(wrong, path, "language", page.selectFirst("html").attr("lang").equals(language));
            check(
                    wrong,
                    path,
                    "canonical",
                    page.select("link[rel=canonical]").attr("href").equals(address));
            check(
                    wrong,
                    path,
                    "hreflang",
                    page.select("link[rel=alternate]")
                            .eachAttr("hreflang")
                            .equals(List.of("nl", "fr", "de", "en", "x-default")));
            check(
                    wrong,
                    path,
                    "heading",
                    page.select("h1").size() == 1
                            && !page.selectFirst("h1").text().isBlank());
            check(wrong, path, "title", page.title().length() > " · Digi Catalogue".length());
            check(
                    wrong,
                    path,
                    "placeholder",
                    !page.html().contains("NOT_FOUND") && !page.text().contains("null"));
            check(
                    wrong,
                    path,
                    "inline",
                    page.select("style, [style], script:not([src]):not([type=application/ld+json])")
                                    .isEmpty()
                            && page.select("*").stream()
                                    .flatMap(element -> element.attributes().asList().stream())
                                    .noneMatch(attribute -> attribute.getKey().startsWith("on")));
            for (var loaded :
                    page.select("script[src], link[rel=stylesheet], link[rel=icon], img[src], iframe, object")) {
                var from = loaded.hasAttr("src") ? loaded.attr("src") : loaded.attr("href");
                check(wrong, path, "loads " + from, from.startsWith("/") && !from.startsWith("//"));
            }
            for (var link : page.select("a[href^=/]")) {
                if (link.attr("href").contains("?") && !link.attr("href").startsWith("/v1/")) {
                    questions.add(link.attr("href"));
                }
                var target = URI.create(link.attr("href")).getPath();
                check(
                        wrong,
                        path,
                        "leads to " + target,
                        known.contains(target)
                                || target.endsWith("/melden")
                                || target.startsWith("/v1/")
                                || target.startsWith("/export/")
                                || target.startsWith("/swagger-ui/"));
            }
            var ids = page.select("[id]").eachAttr("id");
            check(wrong, path, "ids", ids.size() == new HashSet<>(ids).size());
        }
        for (var question : questions) {
            check(wrong, question, "answers", answer(question).statusCode() == 200);
        }
        assertTrue(questions.size() > 100, questions::toString);
        assertEquals(List.of(), wrong.stream().distinct().limit(20).toList());
    }

    private static void check(List<String> wrong, String path, String what, boolean holds) {
        if (!holds) {
            wrong.add(path + ": " + what);
        }
    }

    @Test
    void aRecordTellsSearchEnginesWhatItIs() {
        var point = get("/v1/service-points?place=9000&pageSize=1").getMap("items[0]");
        var page = page("/digibanken/" + point.get("id"));
        var data = new io.restassured.path.json.JsonPath(
                page.selectFirst("script[type=application/ld+json]").data());
        assertEquals("https://schema.org", data.getString("'@context'"));
        assertEquals(point.get("name"), data.getString("name"));
        assertEquals("BE", data.getString("address.addressCountry"));
        assertEquals(point.get("phone"), data.getString("telephone"));
        assertEquals(point.get("email"), data.getString("email"));
        // A map of a JDK is written in another order by every process, and the page would have another ETag.
        var features = page.selectFirst("script[type=application/ld+json]").data();
        assertTrue(features.contains("{\"@type\":\"LocationFeatureSpecification\",\"name\":"), features);
        assertEquals(
                data.getList("amenityFeature").size(),
                features.split("\"LocationFeatureSpecification\",\"name\":\"[^\"]+\",\"value\":true}", -1).length - 1);
        assertFalse(page.select("details.evidence a").isEmpty());
    }

    @Test
    void aServicePointTellsVisitorsWhatTheyCanTakeAlong() {
        var id = "beernem-bibliotheek";
        var page = page("/fr/digibanken/" + id);
        assertEquals(
                List.of(
                        "/export/service-points/" + id + ".vcf?lang=fr",
                        "/export/service-points/" + id + ".ics?lang=fr",
                        "/fr/lijst/31003"),
                page.select("a[href^=/export/], a[href*=/lijst/]").eachAttr("href"));
        assertEquals(2, page("/embed").select("#files ~ ul a[href^=/export/]").size());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/ | Het programma liep tot en met 31 juli 2026.",
                "/digihubs | Dit project is afgelopen: het liep van 5 mei 2021 tot en met 31 oktober 2023.",
                "/digihubs | Wat Voka daarna nog aanbiedt, is hier niet bekend.",
                "/digihubs/limburg | Dit project is afgelopen: het liep van 5 mei 2021 tot en met 31 oktober 2023.",
                "/partners/ku-leuven | Dit project is afgelopen: het liep van 5 mei 2021 tot en met 31 oktober 2023.",
                "/voka/voka-gent | Dit project is afgelopen: het liep van 5 mei 2021 tot en met 31 oktober 2023.",
                "/en/digihubs/limburg | This project has ended: it ran from 5 May 2021 until 31 October 2023.",
                "/digibanken/beernem-bibliotheek | Het programma kon digibanken steunen tot uiterlijk 31 juli 2026. Of dit project tot dan steun kreeg en of het nog bestaat, is hier niet bekend.",
                "/digibanken/ieper-bibliotheek | Dit project is afgelopen: het liep tot en met 31 december 2024."
            })
    void whatHasEndedIsToldAsPast(String address, String words) {
        var said = page(address).select("main").text();
        assertTrue(said.contains(words), said);
    }

    @Test
    void allThatIsSaidOfADigihubHasItsSource() {
        var page = page("/fr/digihubs/limburg");
        for (var passage : page.select("main h3")) {
            if (passage.closest(".office") == null) {
                var under = passage.nextElementSiblings().stream().takeWhile(element -> !element.is("h3"));
                assertTrue(under.anyMatch(element -> element.selectFirst(".sources a") != null), passage::text);
            }
        }
        assertFalse(page.select(".fallbacks .sources a").isEmpty());
        for (var address : List.of("/fr/digihubs/limburg", "/fr/cijfers")) {
            var titles = page(address).select(".sources a[href*='/bronnen#']");
            assertFalse(titles.isEmpty());
            assertTrue(titles.stream().allMatch(title -> title.attr("lang").equals("nl")));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/fr/digihubs/limburg", "/cijfers", "/sitemap.xml", "/robots.txt", "/kaart.geojson"})
    void pagesAreKeptAndTaggedAsTheApiIs(String address) {
        var first = given().accept(HTML).get(address).then().statusCode(200).extract();
        assertTrue(first.header("ETag").startsWith("W/\""), address);
        assertTrue(first.header("Cache-Control").startsWith("public, max-age="), address);
        assertTrue(first.header("Vary").contains("Accept-Encoding"), address);
        assertEquals("gzip", first.header("Content-Encoding"));
        assertEquals(String.valueOf(get("/v1").getInt("revision")), first.header("Catalogue-Revision"));
        // The second time it is at hand, which must not show.
        var second = given().accept(HTML).get(address).then().statusCode(200).extract();
        assertEquals(first.asString(), second.asString());
        for (var name : List.of("ETag", "Content-Type", "Content-Security-Policy", "Permissions-Policy")) {
            assertEquals(first.header(name), second.header(name), name);
        }
        given().accept(HTML)
                .header("If-None-Match", first.header("ETag"))
                .get(address)
                .then()
                .statusCode(304)
                .body(equalTo(""));
        given().accept(HTML)
                .head(address)
                .then()
                .statusCode(200)
                .header("ETag", first.header("ETag"))
                .body(equalTo(""));
    }

    @Test
    void aPageRunsAndLoadsItsOwnFilesOnly() {
        given().get("/fr")
                .then()
                .header("Content-Security-Policy", containsString("default-src 'none'; script-src 'self';"))
                .header("Content-Security-Policy", not(containsString("unsafe")))
                .header("Permissions-Policy", containsString("geolocation=(self)"))
                .header("Content-Language", containsString("fr"))
                .header("Set-Cookie", equalTo(null));
    }

    @Test
    void itsFilesAreKeptForLongUnderAnAddressThatNamesTheirContent() {
        var page = page("/");
        var files = new ArrayList<>(page.select("script[src]").eachAttr("src"));
        files.addAll(page.select("link[rel=stylesheet], link[rel=icon]").eachAttr("href"));
        assertTrue(files.size() >= 4, files::toString);
        for (var file : files) {
            assertTrue(file.contains("?v="), file);
            given().get(file)
                    .then()
                    .statusCode(200)
                    .header("Cache-Control", equalTo("public, max-age=31536000, immutable"));
        }
        var map = given().get(page.select("script[src*=map.js]").attr("src")).asString();
        var leaflet = map.replaceAll("(?s).*\"(/webjars/leaflet/[^\"]+)\".*", "$1");
        for (var end : List.of(".js", ".css")) {
            given().get(leaflet + end).then().statusCode(200);
        }
    }

    @Test
    void theFirstPageWithItsFilesIsLight() throws IOException {
        var page = given().accept(HTML).get("/").asByteArray();
        int bytes = compressed(page);
        for (var file :
                Jsoup.parse(new String(page, UTF_8)).select("script[src], link[rel=stylesheet], link[rel=icon]")) {
            bytes += compressed(given().get(file.hasAttr("src") ? file.attr("src") : file.attr("href"))
                    .asByteArray());
        }
        assertTrue(bytes < 100_000, bytes + " bytes");
    }

    private static int compressed(byte[] content) throws IOException {
        var compressed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(compressed)) {
            gzip.write(content);
        }
        return compressed.size();
    }

    @Test
    void aLinkToAnotherLanguageNeverLeadsToAnotherHost() {
        var page = page("/fr//elsewhere.example", 404);
        assertEquals(
                "/elsewhere.example",
                page.selectFirst("a[hreflang=nl][lang=nl]").attr("href"));
        assertTrue(page.select("a[href^=//]").isEmpty());
    }

    @ParameterizedTest
    @CsvSource({
        "/nergens, 404, nl",
        "/en/nowhere, 404, en",
        "/fr/digibanken/nobody, 404, fr",
        "/voka/nobody, 404, nl",
        "/de/partners/nobody, 404, de",
        "/digihubs/brussel, 404, nl",
        "/fr/v1/provinces, 404, fr",
        "/?place=%C3, 400, nl"
    })
    void whoAsksForPagesGetsErrorsAsPages(String address, int status, String language) {
        var page = page(address, status);
        assertEquals(language, page.selectFirst("html").attr("lang"));
        assertEquals("noindex", page.select("meta[name=robots]").attr("content"));
        assertFalse(page.select("main a[href]").isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"*/*", "application/json", "application/json, text/html;q=0.5", "text/html;q=0"})
    void whoDoesNotAskForPagesGetsProblems(String accept) {
        for (var address : List.of("/nergens", "/digibanken/nobody")) {
            given().accept(accept)
                    .get(address)
                    .then()
                    .statusCode(404)
                    .contentType("application/problem+json")
                    .header("Vary", startsWith("Accept, Accept-Encoding"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/partners/nobody", "/v1/nothing", "/v1/partners?colour=red", "/q/nothing"})
    void theApiKeepsItsProblemsWhateverIsAccepted(String address) {
        given().accept(HTML).get(address).then().contentType("application/problem+json");
    }

    @Test
    void aPageIsOnlyRead() {
        given().accept(HTML)
                .request(Method.POST, "/digihubs")
                .then()
                .statusCode(405)
                .header("Allow", "GET, HEAD, OPTIONS")
                .contentType("text/html");
        given().request(Method.OPTIONS, "/digihubs").then().statusCode(204).header("Allow", "GET, HEAD, OPTIONS");
    }

    @Test
    void everyLanguageHasEveryText() throws Exception {
        for (var bundle : List.of("msg", "embed", "report", "confirmation", "mailprivacy")) {
            Set<String> dutch = texts(bundle, "nl").stringPropertyNames();
            for (var language : List.of("fr", "de", "en")) {
                assertEquals(
                        new TreeSet<>(dutch),
                        new TreeSet<>(texts(bundle, language).stringPropertyNames()),
                        language);
            }
        }
    }

    private static Properties texts(String bundle, String language) throws Exception {
        var texts = new Properties();
        try (var stream = PagesTest.class.getResourceAsStream("/messages/" + bundle + "_" + language + ".properties")) {
            texts.load(new ByteArrayInputStream(stream.readAllBytes()));
        }
        return texts;
    }

    private static Document page(String address) {
        return page(address, 200);
    }

    private static Document page(String address, int status) {
        var answer = answer(address);
        assertEquals(status, answer.statusCode(), address);
        assertEquals(
                "text/html;charset=UTF-8",
                answer.headers().firstValue("Content-Type").orElse(null),
                address);
        return Jsoup.parse(answer.body());
    }

    /** Without REST Assured, which takes many times as long as a page, and there are a thousand of them. */
    private static HttpResponse<String> answer(String address) {
        try {
            return CLIENT.send(
                    HttpRequest.newBuilder(URI.create(RestAssured.baseURI + ":" + RestAssured.port + address))
                            .header("Accept", HTML)
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        } catch (IOException | InterruptedException failed) {
            throw new IllegalStateException(address, failed);
        }
    }
}
