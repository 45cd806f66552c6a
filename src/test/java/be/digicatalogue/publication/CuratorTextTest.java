package be.digicatalogue.publication;

import static org.junit.jupiter.api.Assertions.assertEquals;

import be.digicatalogue.dataset.BundledDataset;
import be.digicatalogue.dataset.DataPackage;
import be.digicatalogue.dataset.Dataset;
import be.digicatalogue.dataset.Draft;
import be.digicatalogue.dataset.Report;
import be.digicatalogue.fact.Belgium;
import be.digicatalogue.fact.Language;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What is said of the texts of curators, whatever they came in with: a zip, a workbook or a record as JSON. Some were reported in
 * public: U+200B and U+FFFD in e-mail addresses (validator.js issue 940), hours that override (opening_hours.js 231 and 400).
 */
class CuratorTextTest {

    private static final Dataset BUNDLED = BundledDataset.dataset();

    private static String problem(String column, String text) {
        var of = DataPackage.table("service-points")
                .flatMap(table -> table.column(column))
                .orElseThrow();
        var problem = of.problem(JsonNodeFactory.instance.textNode(text));
        return problem == null ? null : problem.in(Language.EN);
    }

    @ParameterizedTest
    @ValueSource(
            ints = {
                0x0,
                0x7,
                0x9,
                0xD,
                0x1B,
                0x7F,
                0x80,
                0x9F, // control
                0xAD,
                0x61C,
                0x180E,
                0x200B,
                0x200C,
                0x200D,
                0x2060,
                0x2064,
                0xFEFF, // zero-width
                0x200E,
                0x200F,
                0x202A,
                0x202E,
                0x2066,
                0x2069, // bidirectional
                0x2028,
                0x2029,
                0xFFF9,
                0x1D173,
                0xE0001,
                0xE0041, // separators, annotations, tags
                0x34F,
                0x115F,
                0x17B4,
                0x180B,
                0x2800,
                0x3164,
                0xFE0F,
                0xFFA0,
                0xE0100, // without a form
                0xE000,
                0xF8FF,
                0xF0000,
                0x10FFFD, // private use
                0xFDD0,
                0xFDEF,
                0xFFFE,
                0xFFFF,
                0x1FFFE,
                0x10FFFF,
                0xFFFD, // no characters
                0xD800,
                0xDBFF,
                0xDC00,
                0xDFFF // halves of characters
            })
    void anInvisibleCharacterIsRefusedByNameAndPlace(int character) {
        var expected = String.format(
                "a text without invisible or control characters; character 4 is U+%04X. Remove it, or type the text again",
                character);
        for (var column : List.of("name", "house_number", "remark_nl")) {
            assertEquals(expected, problem(column, "€😀n" + new String(Character.toChars(character)) + "z"), column);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Café 't Zand", "a\u00A0b", "een\ntwee", "naïef – ✓", "日本", "אבג", "اب", "3½", "😀 1", "Bib’s"})
    void whatCanBeSeenIsAccepted(String text) {
        assertEquals(null, problem("remark_nl", text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-", "?", "…", "---", "😀", "(…)", "!", "/"})
    void aNameNeedsALetterOrADigit(String text) {
        assertEquals(
                "a text with at least one letter or digit. Leave the cell empty if you do not know the value",
                problem("name", text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "info@voka.be",
                "INFO@Voka.BE",
                "jan.de-smet+bib@stad.gent",
                "o'neil@voka.be",
                "info@café.be",
                "info@xn--caf-dma.be",
                "digi_punt@sub.domein.vlaanderen",
                "1@voka.be",
                "info@voka.brussels"
            })
    void anEmailAddressIsAccepted(String text) {
        assertEquals(null, problem("email", text));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            mailto:info@voka.be | only the e-mail address, without `mailto:`
            MailTo:info@voka.be | only the e-mail address, without `mailto:`
            mailto:info@voka.be?subject=x | only the e-mail address, without `mailto:`
            mailto:a@voka.be,b@voka.be | only the e-mail address, without `mailto:`
            mailto: | only the e-mail address, without `mailto:`
            a@voka.be, b@voka.be | one e-mail address and nothing after it
            a@voka.be;b@voka.be | one e-mail address and nothing after it
            a@voka.be b@voka.be | one e-mail address and nothing after it
            a@voka.be / b@voka.be | one e-mail address and nothing after it
            a@voka.be of bel ons | one e-mail address and nothing after it
            a@b@voka.be | one e-mail address and nothing after it
            <info@voka.be> | only the e-mail address, without a name, brackets or quotes
            Voka <info@voka.be> | only the e-mail address, without a name, brackets or quotes
            "info"@voka.be | only the e-mail address, without a name, brackets or quotes
            'info@voka.be' | only the e-mail address, without a name, brackets or quotes
            info(at)@voka.be | only the e-mail address, without a name, brackets or quotes
            info@[192.168.1.1] | only the e-mail address, without a name, brackets or quotes
            info@localhost | a domain name that can exist on the internet
            info@voka | a domain name that can exist on the internet
            info@voka.local | a domain name that can exist on the internet
            info@10.0.0.1 | a domain name that can exist on the internet
            info@voka.bee | a domain name that can exist on the internet
            info@-voka.be | a domain name that can exist on the internet
            info@voka..be | a domain name that can exist on the internet
            info@voka.be. | a domain name that can exist on the internet
            info voka@voka.be | an e-mail address
            .info@voka.be | an e-mail address
            in..fo@voka.be | an e-mail address
            @voka.be | an e-mail address
            info@ | an e-mail address
            info.voka.be | an e-mail address
            info(at)voka.be | only the e-mail address, without a name, brackets or quotes
            """)
    void anotherEmailAddressIsRefusedWithHelp(String text, String expected) {
        assertBegins(expected, problem("email", text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://www.voka.be",
                "http://voka.be/",
                "https://voka.be/contact?x=1&y=2#deel",
                "https://voka.be:8443/pad",
                "https://www.café.be/pad",
                "https://xn--caf-dma.be",
                "https://stad.gent/nl",
                "https://nl.wikipedia.org/wiki/Café_(drank)",
                "https://voka.be/een%20pad",
                "https://VOKA.be",
                "https://a.b.c.vlaanderen"
            })
    void aWebAddressIsAccepted(String text) {
        assertEquals(null, problem("website", text));
        assertEquals(null, problemOfUrls(text));
    }

    private static String problemOfUrls(String text) {
        var urls = DataPackage.table("service-points")
                .flatMap(table -> table.column("urls"))
                .orElseThrow();
        var problem = urls.problem(
                JsonNodeFactory.instance.arrayNode().add("https://voka.be").add(text));
        return problem == null ? null : problem.in(Language.EN);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            https://els:geheim@voka.be | a web address without a user name or password
            https://els@voka.be/ | a web address without a user name or password
            https://voka.be@evil.org/ | a web address without a user name or password
            http://:x@voka.be | a web address without a user name or password
            https://mailto:info@voka.be | a web address without a user name or password
            http://localhost | a domain name that can exist on the internet
            http://localhost:8080/ | a domain name that can exist on the internet
            http://127.0.0.1/ | a domain name that can exist on the internet
            http://[::1]/ | a domain name that can exist on the internet
            http://2130706433/ | a domain name that can exist on the internet
            https://intranet/pad | a domain name that can exist on the internet
            https://voka.local | a domain name that can exist on the internet
            https://printer.lan | a domain name that can exist on the internet
            https://voka.bee | a domain name that can exist on the internet
            https://voka..be | a domain name that can exist on the internet
            https://-voka.be | a domain name that can exist on the internet
            https://voka.be. | a domain name that can exist on the internet
            https://voka.be:99999999 | a domain name that can exist on the internet
            mailto:info@voka.be | a web address
            www.voka.be | a web address
            htps://voka.be | a web address
            https//voka.be | a web address
            https:/voka.be | a web address
            ftp://voka.be | a web address
            javascript:alert(1) | a web address
            data:text/html,x | a web address
            <https://voka.be> | a web address
            "https://voka.be" | a web address
            https://voka.be https://vlaio.be | a web address
            https://voka.be/een pad | a web address
            https://voka.be/<b> | a web address
            """)
    void anotherWebAddressIsRefusedWithHelp(String text, String expected) {
        assertBegins(expected, problem("website", text));
        assertBegins(expected, problemOfUrls(text));
    }

    private static void assertBegins(String expected, String problem) {
        assertEquals(
                expected, problem == null ? null : problem.substring(0, Math.min(expected.length(), problem.length())));
    }

    /** A point that is right, at the library of Ghent. */
    private static ObjectNode point(String id) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("id", id)
                .put("name", "Proefpunt " + id)
                .put("location_type", "fixed")
                .put("street", "Miriam Makebaplein")
                .put("house_number", "1")
                .put("postal_code", "9000")
                .put("municipality", "44021")
                .put("lat", 51.0492)
                .put("lon", 3.7281)
                .put("precision", "address")
                .set("urls", JsonNodeFactory.instance.arrayNode().add("https://example.org"));
    }

    /** The warnings about points that are added to the bundled dataset: each column with what is said. */
    private static List<String> doubts(ObjectNode... points) {
        return doubtsById(List.of(points)).values().stream()
                .flatMap(List::stream)
                .toList();
    }

    private static Map<String, List<String>> doubtsById(List<ObjectNode> points) {
        var table = DataPackage.table("service-points").orElseThrow();
        var draft = new Draft();
        var doubts = new LinkedHashMap<String, List<String>>();
        for (var point : points) {
            var id = point.get("id").asText();
            draft.add(table, new Draft.Line(id, null, point));
            doubts.put(id, new ArrayList<>());
        }
        var report = new Report();
        Checks.check(draft.over(BUNDLED, Draft.Mode.MERGE), draft, report);
        assertEquals(0, report.errors(), () -> report.findings().toString());
        report.findings().forEach(finding -> doubts.get(finding.file())
                .add(finding.column() + ": " + finding.explanation().in(Language.EN)));
        return doubts;
    }

    /** Asserts that each of some hours raises the same doubt, or none. */
    private static void assertDoubts(List<String> hours, String... expected) {
        var points = new ArrayList<ObjectNode>();
        hours.forEach(text -> points.add(point("proef-" + points.size()).put("opening_hours", text)));
        var doubts = doubtsById(points);
        for (int i = 0; i < hours.size(); i++) {
            assertEquals(List.of(expected), doubts.get("proef-" + i), hours.get(i));
        }
    }

    private static final int YEAR = LocalDate.now(Belgium.ZONE).getYear();

    @Test
    void hoursThatReplaceEarlierOnesAreToldOf() {
        assertDoubts(
                List.of(
                        "Mo-Fr 09:00-12:00; 13:00-17:00",
                        "Mo-Sa 08:00-13:00; 20:00-21:00",
                        "09:00-12:00; 13:00-17:00",
                        "We 08:00-12:00; 08:00-18:00",
                        "Mo-Fr 09:00-12:00; Mo-Fr 13:00-17:00",
                        "Mo-Fr 09:00-17:00; 24/7",
                        "Mo 09:00-12:00; Tu 13:00-17:00; Mo 13:00-17:00",
                        "Mo-Fr 09:00-12:00; \"op afspraak\"",
                        "Jul-Aug Mo 10:00-12:00; 09:00-17:00"),
                "opening_hours: The times after a semicolon replace all earlier times of the same days here, so those never"
                        + " apply. Put the times of a day together with a comma, for instance"
                        + " Mo-Fr 09:00-12:00,13:00-17:00. With || a rule applies only where it would be closed"
                        + " otherwise.");
    }

    @Test
    void hoursOnlyOfThePastAreToldOf() {
        assertDoubts(
                List.of(
                        "2020 Mo-Fr 09:00-17:00",
                        "2019-" + (YEAR - 1) + " Mo-Fr 09:00-17:00",
                        "2023 Dec 20-2024 Jan 05 10:00-12:00",
                        "2024 Mar 03 10:00-12:00",
                        "2020 Mo 09:00-17:00; 2021 Tu 09:00-17:00",
                        "2020 Mo 09:00-17:00; PH off"),
                "opening_hours: These hours are only about days in the past. Leave out the year if they still apply.");
    }

    @Test
    void ordinaryHoursRaiseNoDoubt() {
        assertDoubts(List.of(
                "Mo-Fr 09:00-12:00,13:00-17:00",
                "Mo-Fr 09:00-17:00; We 09:00-12:00",
                "09:00-17:00; PH off",
                "Mo-Fr 09:00-17:00; 12:00-13:00 off",
                "Mo-Fr 09:00-17:00; Jul-Aug 10:00-16:00",
                "Mo-Fr 09:00-12:00 || \"op afspraak\"",
                "2020 Mo 09:00-17:00; Tu 09:00-17:00",
                "2020-" + (YEAR + 1) + " Mo 09:00-17:00",
                "2020+ Mo 09:00-17:00",
                YEAR + " Mo 09:00-17:00",
                "24/7"));
    }

    @Test
    void aPostalCodeGoesWithItsMunicipality() {
        var unknown = "The table places has no place with this postal code. Is it right?";
        var places = new LinkedHashMap<String, String>();
        places.put("9000 44021", null);
        places.put("9050 44021", null);
        places.put("1050 21009", null);
        places.put("9000 11002", "This postal code belongs to Gent (44021), not to Antwerpen (11002). Which is right?");
        places.put("8500 44021", "This postal code belongs to Kortrijk (34022), not to Gent (44021). Which is right?");
        places.put("1000 21009", "This postal code belongs to Brussel (21004), not to Elsene (21009). Which is right?");
        places.put("3500 44021", "This postal code belongs to Hasselt (71072), not to Gent (44021). Which is right?");
        places.put("2000 44021", "This postal code belongs to Antwerpen (11002), not to Gent (44021). Which is right?");
        places.put("9999 44021", unknown);
        places.put("5000 44021", unknown);
        // Beveren (46003), Kruibeke (46013) and Zwijndrecht (11056) became Beveren-Kruibeke-Zwijndrecht in 2025.
        places.put("9120 46003", null);
        places.put("9120 46013", null);
        places.put("9120 11056", null);
        places.put("9120 46030", null);
        var points = places.keySet().stream()
                .map(place -> {
                    var point = point("proef-" + place.replace(' ', '-'))
                            .put("postal_code", place.substring(0, 4))
                            .put("municipality", place.substring(5));
                    point.remove(List.of("lat", "lon", "precision"));
                    return point;
                })
                .toList();
        var doubts = doubtsById(points);
        places.forEach((place, expected) -> assertEquals(
                expected == null ? List.of() : List.of("postal_code: " + expected),
                doubts.get("proef-" + place.replace(' ', '-')),
                place));
    }

    /** Distances measured along the edges of the outline by another program. */
    @Test
    void aPointOutsideItsMunicipalityIsToldOf() {
        var inside = Map.of(
                "gent",
                List.of(51.0492, 3.7281),
                "haven",
                List.of(51.1799, 3.8161),
                "zwijnaarde",
                List.of(51.0158, 3.7330));
        var outside = Map.of(
                List.of(50.9900, 3.7300), 524,
                List.of(51.0037, 3.8063), 3205,
                List.of(51.0000, 3.6500), 760,
                List.of(51.0890, 3.8350), 2265,
                List.of(51.0500, 3.8600), 4371);
        var points = new ArrayList<ObjectNode>();
        outside.forEach((at, metres) ->
                points.add(point("proef-" + metres).put("lat", at.get(0)).put("lon", at.get(1))));
        inside.forEach((place, at) ->
                points.add(point("proef-" + place).put("lat", at.get(0)).put("lon", at.get(1))));
        var told = doubtsById(points);
        inside.keySet().forEach(place -> assertEquals(List.of(), told.remove("proef-" + place), place));
        told.forEach((id, doubts) -> {
            assertEquals(1, doubts.size(), id);
            var metres = doubts.get(0)
                    .replaceFirst(
                            "lat: This point is ([0-9]+) m outside the border of municipality 44021. Is that right\\?",
                            "$1");
            assertEquals(
                    Integer.parseInt(id.substring("proef-".length())), Integer.parseInt(metres), 15, doubts.get(0));
        });
    }

    @Test
    void onePhoneForPointsFarApartIsToldOf() {
        var gent = point("proef-gent").put("phone", "+32 9 267 78 00").put("digibank", "digipunten-gent");
        var kortrijk = point("proef-kortrijk")
                .put("phone", "+32 92 67 78 00")
                .put("postal_code", "8500")
                .put("municipality", "34022")
                .put("lat", 50.8279)
                .put("lon", 3.2649);
        assertEquals(
                List.of("phone: proef-gent has the same phone number, and is 41 km away. Is that right?"),
                doubts(gent, kortrijk));
        // The office of a digibank may answer for all its points; neighbours may share a phone.
        assertEquals(List.of(), doubts(gent, kortrijk.deepCopy().put("digibank", "digipunten-gent")));
        assertEquals(List.of(), doubts(gent, point("proef-naast").put("phone", "+32 9 267 78 00")));
        assertEquals(List.of(), doubts(gent, kortrijk.deepCopy().put("phone", "+32 56 23 91 00")));
        var nowhere = kortrijk.deepCopy();
        nowhere.remove(List.of("lat", "lon", "precision"));
        assertEquals(List.of(), doubts(gent, nowhere));
    }

    @Test
    void twoPointsWithOneNameAndAddressAreToldOf() {
        var first = point("proef-1").put("name", "Bibliotheek De Krook");
        var same = "name: proef-1 has the same name and address. Is it the same point?";
        for (var changes : List.of(
                Map.of("name", "Bibliotheek De Krook"),
                Map.of("name", "bibliotheek de krook"),
                Map.of("name", "Bibliotheek “De Krook”"),
                Map.of("name", "Bibliothéek  De-Krook"),
                Map.of("name", "Bibliotheek De Krook", "street", "Miriam  makebaplein"),
                Map.of("name", "Bibliotheek De Krook.", "house_number", "1 "))) {
            var second = point("proef-2");
            changes.forEach(second::put);
            second.put("house_number", second.get("house_number").asText().strip());
            assertEquals(List.of(same), doubts(first, second), changes::toString);
        }
        assertEquals(
                List.of("name: proef-1 has the same name in the same municipality. Is it the same point?"),
                doubts(
                        first,
                        point("proef-2").put("name", "Bibliotheek De Krook").put("house_number", "2")));
        assertEquals(List.of(), doubts(first, point("proef-2").put("name", "Bibliotheek De Krook 2")));
    }
}
