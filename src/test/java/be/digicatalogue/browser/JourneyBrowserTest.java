package be.digicatalogue.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.support.ui.ExpectedConditions;

/** What citizens and entrepreneurs come for, from the first page to the answer. */
class JourneyBrowserTest extends Browser {

    private static final String FIRST_NAME = "#results ol.points > li:first-child h3";

    private void press(String css) {
        awaitNextPage(() -> find(css).click());
    }

    private void type(String field, CharSequence... keys) {
        awaitNextPage(() -> find(field).sendKeys(keys));
    }

    private void awaitNextPage(Runnable leaving) {
        var before = browser.findElement(By.tagName("html"));
        leaving.run();
        // While the page is replaced, chromedriver may call the old element an unknown error instead of stale.
        waiting().ignoring(WebDriverException.class).until(ExpectedConditions.stalenessOf(before));
    }

    @ParameterizedTest
    @EnumSource(Screen.class)
    void whereLaptopsAreLentNear8500IsOneFieldAndOneTapAway(Screen screen) {
        on(screen);
        visit("/");
        find("input[value=device-loan]").click();
        type("#place", "8500", Keys.ENTER);
        var found = texts(browser, "#results ol.points h3");
        assertTrue(found.size() > 1, found::toString);
        assertTrue(browser.getCurrentUrl().contains("service=device-loan"));
        assertTrue(find("input[value=device-loan]").isSelected());

        press(".languages a[hreflang=fr]");
        assertEquals("fr", find("html").getDomAttribute("lang"));
        assertEquals("8500", find("#place").getDomProperty("value"));
        assertTrue(find("input[value=device-loan]").isSelected());
        assertEquals(found, texts(browser, "#results ol.points h3"));

        var name = find(FIRST_NAME).getText();
        press(FIRST_NAME + " a");
        assertTrue(browser.getCurrentUrl().startsWith(service() + "/fr/digibanken/"), browser::getCurrentUrl);
        assertEquals(name, find("h1").getText());
    }

    @Test
    void aKeyboardIsEnough() {
        visit("/");
        var body = find("body");
        body.sendKeys(Keys.TAB);
        assertEquals("skip", browser.switchTo().activeElement().getDomAttribute("class"));
        browser.switchTo().activeElement().sendKeys(Keys.ENTER);
        browser.switchTo().activeElement().sendKeys(Keys.TAB);
        assertEquals("place", browser.switchTo().activeElement().getDomAttribute("id"));
        type("#place", "9000", Keys.ENTER);
        find(FIRST_NAME);
        assertEquals("9000", find("#place").getDomProperty("value"));
    }

    @Test
    void onAPhoneOlderHoursAreToldFromKnownOnesByWordsAndByMore() {
        on(Screen.PHONE);
        visit("/digibanken/gent-kringwinkel-vlaamsekaai");
        var state = find("main .state");
        // On a public holiday its hours of 2023 say nothing.
        assertTrue(
                state.getText().matches("(Waarschijnlijk (open|gesloten), uren van 2023|Uren niet bekend): bel eerst"),
                state::getText);
        assertEquals(
                "Gegevens van 2022: misschien verouderd.",
                find("a[href^='tel:'] + .since").getText());
        var marks = new HashSet<Object>();
        for (var mark : List.of("open", "likely-open", "closed", "likely-closed", "unknown")) {
            for (boolean dark : List.of(false, true)) {
                dark(dark);
                browser.executeScript("arguments[0].className = 'state ' + arguments[1]", state, mark);
                assertAccessible();
            }
            assertTrue(marks.add(browser.executeScript("""
                            const pill = getComputedStyle(arguments[0]);
                            const mark = getComputedStyle(arguments[0], '::before');
                            return [pill.backgroundColor, pill.outlineStyle, mark.backgroundImage].join();""", state)), mark);
        }
    }

    @Test
    void whereNothingMeetsAllConditionsTheClosestIsShown() {
        visit("/?place=8000&service=device-loan&service=training&service=repair&service=public-computers");
        assertTrue(find("#results .note").isDisplayed());
        assertTrue(texts(browser, "#results .closest li h3").size() > 0);
    }

    @ParameterizedTest
    @EnumSource(Screen.class)
    void anEntrepreneurFrom3500FindsTheOfficeAndHowToReachIt(Screen screen) {
        on(screen);
        visit("/digihubs");
        type("#postcode", "3500", Keys.ENTER);
        assertTrue(browser.getCurrentUrl().startsWith(service() + "/digihubs/limburg"), browser::getCurrentUrl);
        assertEquals(
                "Voka - KvK Limburg, Huis van de Limburgse Ondernemer",
                find(".office.first h3").getText());
        // No source gives a number of this office; then it says so and leads to the website.
        assertTrue(find(".office.first .taps a[href^=http], .office.first .taps a[href^=tel]")
                .isDisplayed());
    }

    /** What was typed where, and a word of the explanation. */
    @ParameterizedTest
    @CsvSource({
        "/, #place, Xyzzyqq, Xyzzyqq",
        "/, #place, Nieuwerkerken, Nieuwerkerken",
        "/fr, #place, 1234, 1234",
        "/en, #place, <b>Ghent</b>, <b>Ghent</b>",
        "/de, #place, 75001, 75001",
        "/digihubs, #postcode, 0000, 0000",
        "/en/digihubs, #postcode, Atlantis, Atlantis",
        "/fr/digihubs/limburg, #postcode, 99999, 99999"
    })
    void aSearchThatFailsIsSeenReadAndCanBeMended(String page, String field, String typed, String named) {
        withoutJavaScript();
        on(Screen.PHONE);
        visit(page);
        boolean services = field.equals("#place");
        if (services) {
            find("input[value=training]").click();
            find("input[name=openNow]").click();
        }
        type(field, typed, Keys.ENTER);
        find(".wrong");
        assertTrue(
                find(".wrong").getText().contains(named), () -> find(".wrong").getText());
        assertEquals("alert", find(".wrong").getDomAttribute("role"));
        assertEquals(find(".wrong"), browser.switchTo().activeElement());
        assertInSight(".wrong");
        assertInSight(field);
        assertInSight("label[for=" + field.substring(1) + "]");
        assertEquals(typed, find(field).getDomProperty("value"));
        if (services) {
            assertTrue(find("input[value=training]").isSelected());
            assertTrue(find("input[name=openNow]").isSelected());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/?place=Xyzzyqq",
                "/?place=Nieuwerkerken&service=training",
                "/en?lat=40&lon=4",
                "/?lat=1e999&lon=4#results",
                "/?service=magic#results",
                "/?place=9000&openNow=maybe#results",
                "/fr?place=9000&page=nought",
                "/digihubs?postcode=0000",
                "/digihubs/limburg?postcode=99999#results"
            })
    void aLinkToAQuestionThatCannotBeAnsweredShowsThatToo(String address) {
        on(Screen.PHONE);
        visit(address);
        find(".wrong");
        waiting().until(any -> browser.switchTo().activeElement().equals(find(".wrong")));
        assertInSight(".wrong");
        assertAccessible();
    }

    @Test
    void aSearchThatFindsNothingShowsThatAndWhatHelps() {
        on(Screen.PHONE);
        visit("/");
        for (var service : List.of("device-loan", "training", "repair", "public-computers")) {
            find("input[value=" + service + "]").click();
        }
        type("#place", "8000", Keys.ENTER);
        assertInSight("#results .note");
        assertInSight("#results .note a");
        visit("/nowhere#results");
        assertInSight("main h1");
        assertEquals("alert", browser.switchTo().activeElement().getDomAttribute("role"));
    }

    private void assertInSight(String css) {
        var place = find(css).getRect();
        // A browser without scripts does not tell how far it has scrolled; its view does.
        var view = browser.executeCdpCommand("Page.getLayoutMetrics", Map.of());
        var visual = (Map<?, ?>) view.get("cssVisualViewport");
        double top = ((Number) visual.get("pageY")).doubleValue();
        double height = ((Number) visual.get("clientHeight")).doubleValue();
        assertTrue(
                place.getY() >= top && place.getY() + place.getHeight() <= top + height,
                () -> css + " at " + place.getY() + " to " + (place.getY() + place.getHeight()) + ", seen is " + top
                        + " to " + (top + height));
    }

    @Test
    void whoComesBackWhileThePlaceWasSoughtCanAskAgain() {
        visit("/");
        var locate = find("[data-locate]");
        var usual = locate.getText();
        browser.executeScript("navigator.geolocation.getCurrentPosition = () => {}");
        locate.click();
        assertFalse(locate.isEnabled());
        assertNotEquals(usual, locate.getText());
        browser.executeScript("dispatchEvent(new PageTransitionEvent('pageshow', {persisted: true}))");
        assertTrue(locate.isEnabled());
        assertEquals(usual, locate.getText());
    }

    @Test
    void everythingButTheMapWorksWithoutJavaScript() {
        withoutJavaScript();
        visit("/");
        find("input[value=training]").click();
        type("#place", "Gent", Keys.ENTER);
        assertTrue(find(FIRST_NAME).isDisplayed());
        assertEquals(
                List.of(),
                browser.findElements(By.cssSelector(".needs-script")).stream()
                        .filter(element -> element.isDisplayed())
                        .toList());
        visit("/digihubs");
        type("#postcode", "8500", Keys.ENTER);
        assertTrue(find(".office.first h3").isDisplayed());
        visit("/cijfers");
        find("main details summary").click();
        assertTrue(find("main details table").isDisplayed());
        assertTrue(find("main svg").isDisplayed());
    }
}
