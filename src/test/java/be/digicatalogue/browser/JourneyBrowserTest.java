package be.digicatalogue.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.support.ui.ExpectedConditions;

/** What citizens and entrepreneurs come for, from the first page to the answer. */
class JourneyBrowserTest extends Browser {

    private static final String FIRST_NAME = "#results ol.points > li:first-child h3";

    private void press(String css) {
        var before = browser.findElement(By.tagName("html"));
        find(css).click();
        waiting().until(ExpectedConditions.stalenessOf(before));
    }

    private void type(String field, CharSequence... keys) {
        var before = browser.findElement(By.tagName("html"));
        find(field).sendKeys(keys);
        waiting().until(ExpectedConditions.stalenessOf(before));
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

    @Test
    void whoComesBackAfterSharingALocationCanShareItAgain() {
        visit("/");
        var button = find("[data-locate]");
        var says = button.getText();
        browser.executeScript("navigator.geolocation.getCurrentPosition = () => {}");
        button.click();
        assertFalse(button.isEnabled());
        browser.executeScript("dispatchEvent(new PageTransitionEvent('pageshow', {persisted: true}))");
        assertTrue(button.isEnabled());
        assertEquals(says, button.getText());
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
