package be.digicatalogue.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import be.digicatalogue.publication.Curating;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.interactions.Actions;

/** The tasks of a curator, with the keyboard alone and on a phone. Each test leaves the facts as they were. */
class DeskBrowserTest extends Browser {

    private static final String POINT = "beernem-bibliotheek";
    private static final String POINT_NAME = "Digipunt bibliotheek Beernem";
    private static final String SEARCH = "#gegeven input[type=search]";
    private static final String REASON = "#gegeven .record .proposal form input[type=text]";
    private static final int MOST_TABS = 250;
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private int before;

    @BeforeEach
    void signIn() {
        before = revision();
        on(Screen.PHONE);
        visit("/beheer");
        find("#beheer input");
        tabTo("#beheer input");
        type(Curating.PUBLISHER, Keys.ENTER);
        awaitText(browser, "#beheer .signed-in", "Aangemeld als piet");
        find("#werk .work-item");
    }

    @AfterEach
    void putBack() throws Exception {
        assertEquals(
                List.of(),
                complaints().stream()
                        .filter(said -> !said.matches("(?s).* (400|404|412) .*"))
                        .toList());
        if (revision() != before) {
            admin("POST", "/admin/v1/publications/" + before + "/restore?reason=Test", null);
        }
    }

    @Test
    void whatIsStillRightTakesOneKey() throws Exception {
        tabTo("#werk select");
        type("verouderd");
        awaitText(browser, "#werk .work-item .tag", "verouderd");
        waiting().until(any -> texts(browser, "#werk .work-item .tag").stream().noneMatch("tegenspraak"::equals));
        int overdue = count("overdue");
        tabTo("#werk [data-open]");
        type(Keys.ARROW_DOWN);
        var second = browser.findElements(By.cssSelector("#werk .work-item")).get(1);
        assertEquals(find(second, "[data-open]"), active());
        var name = active().getText();
        type("j");
        awaitText(browser, "#werk .status", name + ": ");
        awaitText(browser, "#werk .status", "is van vandaag");
        assertEquals(before + 1, revision());
        assertEquals(overdue - 1, count("overdue"));
        assertTrue(active().getDomAttribute("data-open") != null, "the next one has the focus");
        assertFits();
        assertAccessible();

        type(Keys.ENTER);
        find("#gegeven .record h3");
        waiting()
                .until(any -> active().findElements(By.xpath("ancestor::*[@data-property]"))
                                .size()
                        > 0);
    }

    @Test
    void summerHoursAreAPeriodOfTheYear() {
        open("bibliotheek beernem", POINT_NAME);
        find(".week");
        tabTo(".season summary");
        type(Keys.SPACE);
        type(Keys.TAB, "1/7", Keys.TAB, "31/8");
        tabTo(".season input[maxlength='60']");
        type("9-12", Keys.ENTER);
        awaitText(browser, ".words", "van 1 juli tot en met 31 augustus: zaterdag 09.00-12.00 uur");
        assertFits();
        assertAccessible();
        tabTo("#gegeven .record form > .buttons .button");
        type(Keys.ENTER);
        publish();
        var point = ask("/v1/service-points/" + POINT);
        assertTrue(point.contains("\"openingHours\":\"Sa 10:00-12:00; Jul 01-Aug 31 Sa 09:00-12:00\""), point);
        var today = LocalDate.now(ZoneId.of("Europe/Brussels")).toString();
        assertTrue(point.contains("\"openingHours\":\"" + today + "\""), "dated in the same revision: " + point);
        assertEquals(before + 1, revision());
    }

    @Test
    void theWeekIsAGridAndWhatItCannotShowStays() throws Exception {
        admin("PATCH", "/admin/v1/service-points/" + POINT + "?reason=Test", """
                {"openingHours": "Sa 10:00-12:00; PH off; We 13:00-15:00 \\"op afspraak\\""}""");
        open("bibliotheek beernem", POINT_NAME);
        tabTo(".week [data-add]");
        type(Keys.ENTER);
        assertEquals("maandag, tijdvak 1, van", active().getDomAttribute("aria-label"));
        type("930", Keys.TAB, "12u");
        tabTo("[data-above]");
        assertEquals("dinsdag: zelfde uren als de dag erboven", active().getDomAttribute("aria-label"));
        type(Keys.ENTER);
        awaitText(browser, ".week", "feestdagen");
        tabTo(".week input");
        type(Keys.ENTER);
        publish();
        assertTrue(
                ask("/v1/service-points/" + POINT)
                        .contains("Mo,Tu 09:30-12:00; Sa 10:00-12:00; PH off; We 13:00-15:00 \\\"op afspraak\\\""),
                () -> ask("/v1/service-points/" + POINT));
    }

    @Test
    void hoursThatNoGridShowsAreKeptAsText() throws Exception {
        admin(
                "PATCH",
                "/admin/v1/service-points/" + POINT + "?reason=Test",
                "{\"openingHours\": \"Th[1,3] 13:30-16:00\"}");
        open("bibliotheek beernem", POINT_NAME);
        awaitText(browser, ".hours", "Deze uren passen niet in een rooster");
        awaitText(browser, ".words", "donderdag");
        tabTo("[data-property=phone] input");
        type("050 79 21 00", Keys.ENTER);
        publish();
        var point = ask("/v1/service-points/" + POINT);
        assertTrue(point.contains("Th[1,3] 13:30-16:00"), point);
        assertTrue(point.contains("+32 50 79 21 00"), point);
    }

    @Test
    void aPointThatClosedIsTakenOutAndCanBePutBack() {
        open("digipunt covias", "Digipunt Covias");
        tabTo("#gegeven .record form > .buttons .button.quiet");
        assertEquals("Verwijderen", active().getText());
        type(Keys.ENTER);
        waiting().until(any -> active().equals(browser.findElement(By.cssSelector(REASON))));
        awaitText(browser, "#gegeven .proposal tr.removed", "beernem-covias");
        type("Gesloten", Keys.ENTER);
        awaitText(browser, "#gegeven .status", "Gepubliceerd als revisie " + (before + 1));
        assertTrue(ask("/v1/service-points/beernem-covias").contains("\"status\":404"));

        tabTo("#gegeven details summary");
        type(Keys.SPACE);
        tabTo("#gegeven details input");
        type("beernem-covias", Keys.ENTER);
        awaitText(browser, "#gegeven .status", "Dit gegeven bestaat niet.");
        tabTo(".versions summary");
        type(Keys.SPACE);
        awaitText(browser, ".versions tbody", "Gesloten");
        tabTo(".versions td.buttons .button");
        type(Keys.ENTER);
        publish();
        awaitText(browser, "#gegeven .record h3", "Digipunt Covias");
        assertTrue(ask("/v1/service-points/beernem-covias").contains("Tu 14:00-16:30"));
    }

    @Test
    void aNewPointNeedsAFewWords() {
        tabTo("form.new select");
        type(Keys.TAB, Keys.ENTER);
        awaitText(browser, "#gegeven .record h3", "Nieuw");
        tabTo("[data-property=name] input");
        type("Digipunt De Proef");
        tabTo("[data-property=locationType] select");
        type("vaste");
        tabTo("[data-property=municipality] input");
        type("9040", Keys.TAB);
        awaitText(browser, "[data-property=municipality]", "Gemeente: Gent");
        tabTo("[data-property=services] input[value=training]");
        assertTrue(active().findElement(By.xpath("..")).getText().length() > 3, "with its name");
        type(Keys.SPACE);
        tabTo("[data-property=urls] input");
        type("https://example.org/de-proef", Keys.ENTER);
        publish();
        var point = ask("/v1/service-points/digipunt-de-proef");
        assertTrue(point.contains("\"postalCode\":\"9040\""), point);
        assertTrue(point.contains("\"precision\":\"locality\""), point);
        assertTrue(point.contains("training"), point);
    }

    @Test
    void aReportIsAcceptedWithItsCorrection() throws Exception {
        var sent = send("POST", "/v1/reports", """
                {"type": "service-points", "id": "%s", "problem": "wrong", "field": "openingHours",
                 "message": "Het is <b>tot 13 uur</b>.", "suggestion": "Sa 10:00-13:00"}""".formatted(POINT), null);
        assertEquals(201, sent.statusCode());
        var address = sent.headers().firstValue("Location").orElseThrow();
        browser.navigate().refresh();
        var item = waiting().until(any -> browser.findElements(By.cssSelector("#werk .work-item")).stream()
                .filter(each -> each.getText().contains("Het is <b>tot 13 uur</b>."))
                .findFirst()
                .orElse(null));
        assertTrue(item.getText().contains("gemeld"), item::getText);
        var open = item.findElement(By.cssSelector("[data-open]"));
        // Reports of other tests may come before it; the arrows go from one to the next.
        tabTo("#werk [data-open]");
        for (int i = 0; i < 20 && !active().equals(open); i++) {
            type(Keys.ARROW_DOWN);
        }
        assertEquals(open, active());
        type(Keys.ENTER);
        awaitText(browser, ".report", "Het is <b>tot 13 uur</b>.");
        waiting()
                .until(any -> "time".equals(active().getDomAttribute("class"))
                        || active().getDomAttribute("data-add") != null);
        assertFits();
        assertAccessible();
        tabBackTo(".report textarea");
        type("Dank u, verbeterd.");
        tabTo("input[aria-label='zaterdag, tijdvak 1, tot']");
        type("13", Keys.ENTER);
        waiting().until(any -> active().equals(browser.findElement(By.cssSelector(REASON))));
        type(Keys.ENTER);
        awaitText(browser, "#gegeven .status", "De melding is aanvaard.");
        assertTrue(ask("/v1/service-points/" + POINT).contains("Sa 10:00-13:00"));
        var state = ask(URI.create(address).getPath());
        assertTrue(state.contains("accepted") && state.contains("Dank u, verbeterd."), state);
        assertEquals(before + 1, revision(), "correction and decision are one revision");
    }

    @Test
    void oneFieldIsPutBackFromTheHistoryOfItsRecord() throws Exception {
        admin("PATCH", "/admin/v1/service-points/" + POINT + "?reason=Vergissing", """
                {"openingHours": "Su 10:00-12:00", "website": "https://example.org/beernem"}""");
        open("bibliotheek beernem", POINT_NAME);
        tabTo(".versions summary");
        type(Keys.SPACE);
        awaitText(browser, ".versions tbody", "Vergissing");
        awaitText(browser, ".versions tbody", "piet");
        assertFits();
        assertAccessible();
        tabTo(".versions .was button[aria-label^='Zet openingsuren terug']");
        type(Keys.ENTER);
        publish();
        var point = ask("/v1/service-points/" + POINT);
        assertTrue(point.contains("Sa 10:00-12:00"), point);
        assertTrue(point.contains("https://example.org/beernem"), "the other field stays: " + point);
    }

    @Test
    void whatTwoCuratorsChangedIsChosenFieldByFieldAndNothingTypedIsLost() throws Exception {
        open("bibliotheek beernem", POINT_NAME);
        tabTo("[data-property=phone] input");
        type("050 79 21 00", Keys.TAB);
        type("balie@example.org");
        admin("PATCH", "/admin/v1/service-points/" + POINT + "?reason=Intussen", """
                {"phone": "+32 50 79 00 00", "website": "https://example.org/intussen"}""");
        type(Keys.ENTER);
        awaitText(browser, "#gegeven .conflict", "Wat u invulde");
        assertEquals(
                1, browser.findElements(By.cssSelector("#gegeven .conflict")).size());
        var both = find("#gegeven .conflict").getText();
        assertTrue(both.contains("050 79 21 00") && both.contains("+32 50 79 00 00"), both);
        assertFits();
        assertAccessible();
        tabTo("#gegeven .conflict input");
        type(Keys.ARROW_DOWN);
        tabTo("#gegeven .proposal .buttons .button");
        type(Keys.ENTER);
        awaitText(browser, "#gegeven > .status", "Uw wijziging staat er nog");
        waiting().until(any -> "balie@example.org".equals(value("email")) && "+32 50 79 00 00".equals(value("phone")));
        tabTo("[data-property=email] input");
        type(Keys.ENTER);
        publish();
        var point = ask("/v1/service-points/" + POINT);
        for (var part : List.of("+32 50 79 00 00", "balie@example.org", "https://example.org/intussen")) {
            assertTrue(point.contains(part), point);
        }
    }

    private String value(String property) {
        return browser.findElements(By.cssSelector("[data-property=" + property + "] input")).stream()
                .map(input -> input.getDomProperty("value"))
                .findFirst()
                .orElse(null);
    }

    private void open(String words, String name) {
        tabTo(SEARCH);
        type(words);
        awaitText(browser, "#gegeven .results", name);
        type(Keys.ENTER);
        awaitText(browser, "#gegeven .record h3", name);
        waiting().until(any -> active().getText().equals(name));
        find("#gegeven .hours *");
    }

    /** The reason is there already, and has the focus. */
    private void publish() {
        waiting()
                .withMessage(() ->
                        "the focus is on " + active().getDomProperty("outerHTML") + texts(browser, ".status, .wrong"))
                .until(any -> browser.findElements(By.cssSelector(REASON)).contains(active()));
        assertFalse(active().getDomProperty("value").isBlank());
        int last = revision();
        type(Keys.ENTER);
        awaitText(browser, "#gegeven .status", "Gepubliceerd als revisie " + (last + 1));
    }

    private void type(CharSequence... keys) {
        for (var each : keys) {
            new Actions(browser).sendKeys(each).perform();
        }
    }

    private void tabTo(String css) {
        tab(css, Keys.TAB);
    }

    private void tabBackTo(String css) {
        tab(css, Keys.chord(Keys.SHIFT, Keys.TAB));
    }

    private void tab(String css, CharSequence key) {
        for (int tabs = 0; tabs < MOST_TABS; tabs++) {
            if (Boolean.TRUE.equals(
                    browser.executeScript("return document.activeElement.matches(arguments[0])", css))) {
                return;
            }
            active().sendKeys(key);
        }
        throw new AssertionError("the keyboard does not reach " + css);
    }

    private WebElement active() {
        return browser.switchTo().activeElement();
    }

    private void assertFits() {
        var width = (Number) browser.executeScript("return document.documentElement.scrollWidth");
        assertTrue(width.intValue() <= Screen.PHONE.width, () -> "nothing beside the screen: " + width);
    }

    private static int revision() {
        return Integer.parseInt(ask("/v1").replaceFirst("(?s).*\"revision\":([0-9]+).*", "$1"));
    }

    private static int count(String task) throws Exception {
        var work = send("GET", "/admin/v1/worklist?pageSize=1", null, "*").body();
        return Integer.parseInt(work.replaceFirst("(?s).*\"" + task + "\":([0-9]+).*", "$1"));
    }

    private static void admin(String method, String address, String body) throws Exception {
        var answer = send(method, address, body, "*");
        assertTrue(answer.statusCode() < 300, answer::body);
    }

    /** @param tag {@code null} for a request of a visitor */
    private static HttpResponse<String> send(String method, String address, String body, String tag)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(service() + address))
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .header("Content-Type", "application/json");
        if (tag != null) {
            request.header("Authorization", "Bearer " + Curating.PUBLISHER).header("If-Match", tag);
        }
        return CLIENT.send(request.build(), BodyHandlers.ofString());
    }
}
