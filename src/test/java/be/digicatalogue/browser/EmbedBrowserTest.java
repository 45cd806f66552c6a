package be.digicatalogue.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.Keys;
import org.openqa.selenium.SearchContext;
import org.openqa.selenium.WebElement;

/** The elements on a site of another origin, whose policy lets in the script and the answers of this service only. */
class EmbedBrowserTest extends Browser {

    private static final String FINDER =
            "<digibank-finder %s><a id=fallback href=\"%s/\">Zoek een digibank</a></digibank-finder>";

    private OtherSite site;

    @BeforeEach
    void startSite() throws IOException {
        site = new OtherSite();
    }

    @AfterEach
    void stopSite() {
        site.close();
    }

    /** The site lets in as little as possible. An icon stands in the page, so images are not from elsewhere either. */
    private static String policy() {
        return "default-src 'self'; img-src data:; script-src " + service() + "; connect-src " + service();
    }

    private SearchContext show(String policy, String markup) {
        site.page("/", policy, markup + "<script src=\"" + service() + "/embed/v1.js\" crossorigin defer></script>");
        browser.get(site.address("/"));
        return browser.findElement(By.cssSelector("main > :nth-child(2)")).getShadowRoot();
    }

    private SearchContext finder(String attributes) {
        return show(policy(), FINDER.formatted(attributes, service()));
    }

    @Test
    void theNearestPlacesStandOnTheOtherSiteInItsOwnStyle() {
        site.style("/site.css", """
                digibank-finder { --digi-accent: rgb(0, 80, 40); --digi-accent-text: rgb(255, 255, 255); float: left }
                digibank-finder::part(item) { padding-left: 13px }""");
        var finder = finder("postal-code=9000 services=training limit=3");
        awaitText(finder, "[part~=status]", "3 van ");
        assertEquals(3, finder.findElements(By.cssSelector("ol > li")).size());
        assertEquals(
                "Digipunt Kringwinkel Vlaamsekaai",
                find(finder, "li a[part~=name]").getText());
        assertTrue(find(finder, "li [part~=distance]").getText().matches("op 1,9.km"));
        assertTrue(find(finder, "li a[part~=name]")
                .getDomProperty("href")
                .equals(service() + "/digibanken/gent-kringwinkel-vlaamsekaai"));
        assertEquals("rgba(0, 80, 40, 1)", find(finder, "button").getCssValue("background-color"));
        assertEquals("13px", find(finder, "li").getCssValue("padding-left"));
        assertTrue(find(finder, "button").getSize().height >= 44);
        assertTrue(find(finder, "ol").getSize().width > 150, "as wide as what it holds");
        assertFalse(browser.findElement(By.id("fallback")).isDisplayed());
        assertAccessible();
        assertEquals(List.of(), complaints());
        assertTrue(
                requests().stream()
                        .allMatch(address -> address.startsWith(service())
                                || address.startsWith(site.address(""))
                                || address.startsWith("data:")),
                "asked elsewhere");

        find(finder, "button[part~=more]").click();
        awaitText(finder, "[part~=status]", "6 van ");
        assertEquals(
                find(finder, "li:nth-child(4) a").getText(),
                ((WebElement) ((JavascriptExecutor) browser)
                                .executeScript(
                                        "return document.querySelector('digibank-finder').shadowRoot.activeElement"))
                        .getText());
    }

    @Test
    void aKeyboardIsEnoughAndANameThatSeveralPlacesHaveIsAskedBack() {
        var finder = finder("");
        find(finder, "input[type=search]").sendKeys("Beveren", Keys.ENTER);
        awaitText(finder, "[part~=status]", "Welke plaats bedoelt u?");
        assertEquals(
                List.of(
                        "8791 Beveren (Waregem)",
                        "8800 Beveren (Roeselare)",
                        "9120 Beveren (Beveren-Kruibeke-Zwijndrecht)"),
                texts(finder, "[part~=candidates] button"));
        find(finder, "[part~=candidates] button:last-child").sendKeys(Keys.SPACE);
        awaitText(finder, "[part~=status]", "5 van ");
        assertEquals(
                "9120 Beveren (Beveren-Kruibeke-Zwijndrecht)",
                find(finder, "input[type=search]").getDomProperty("value"));

        find(finder, "input[type=search]").clear();
        find(finder, "input[type=search]").sendKeys("1234", Keys.ENTER);
        awaitText(finder, "[part~=status]", "Die postcode of gemeente kennen we niet");
        assertTrue(browser.findElement(By.id("fallback")).isDisplayed());

        awaitText(finder("postal-code=9000 services=magic"), "[part~=status]", "Dat lukt nu niet");

        // Not known now, but surely open later: of no place can a test be sure of that at any time.
        finder = finder("");
        browser.executeScript("""
                const ask = window.fetch;
                window.fetch = async (...question) => {
                  const answer = await (await ask(...question)).json();
                  const opening = {state: 'unknown', opensAt: '2030-01-07T09:00:00+01:00'};
                  for (const point of answer.items) point.opening = opening;
                  return Response.json(answer);
                };""");
        find(finder, "input[type=search]").sendKeys("9000", Keys.ENTER);
        awaitText(finder, "[part~=opening]", "Opent ma");
    }

    @Test
    void whatOnlyOlderHoursSayHasWordsAndAMarkOfItsOwnAndIsOfferedWhereItIsNearer() {
        var finder = finder("");
        browser.executeScript("""
                const ask = window.fetch;
                const likely = (state) => ({state: 'unknown', accordingTo: {state}});
                window.fetch = async (...question) => {
                  const answer = await (await ask(...question)).json();
                  const [one, two, three, four] = answer.items;
                  Object.assign(one, {opening: {state: 'open'}});
                  Object.assign(two, {opening: likely('open'), knownOn: {openingHours: '2023-05'}, phone: '+32 9 000 00 00'});
                  Object.assign(three, {opening: likely('closed'), undated: ['openingHours'], phone: null, email: null,
                      website: 'https://example.org/'});
                  Object.assign(four, {opening: likely('open'), knownOn: {openingHours: '2021'}, verifiedOn: '2022-02-01',
                      phone: null, website: null, email: 'hulp@example.org'});
                  return Response.json({...answer, total: 1, next: null, items: [one],
                      alternatives: [{dropped: 'certainty', explanation: 'Ouder.', items: [two, three, four]}]});
                };""");
        find(finder, "input[type=search]").sendKeys("9000", Keys.ENTER);
        awaitText(finder, "[part~=status]", "1 digipunt. Misschien is dichterbij ook iets open.");
        assertEquals("Ouder.", find(finder, "[part~=group]").getText());
        assertEquals(
                List.of(
                        "Nu open",
                        "Waarschijnlijk open, uren van mei 2023: bel eerst",
                        "Waarschijnlijk gesloten, datum van de uren niet bekend: kijk eerst op de website",
                        "Waarschijnlijk open, uren van 1 februari 2022: mail eerst"),
                texts(finder, "[part~=opening]"));
        assertEquals(
                2,
                finder.findElements(By.cssSelector("[part~=opening-likely-open]"))
                        .size());
        assertEquals(
                List.of("\u25cf", "\u25d0", "\u25cb", "\u25d0"),
                finder.findElements(By.cssSelector("[part~=opening]")).stream()
                        .map(opening -> ((String) browser.executeScript(
                                        "return getComputedStyle(arguments[0], '::before').content", opening))
                                .substring(1, 2))
                        .toList());
        assertAccessible();
    }

    @Test
    void whereNothingMeetsAllConditionsTheClosestIsShown() {
        var finder =
                finder("postal-code=8000 services='device-loan training hardware-collection repair public-computers'");
        awaitText(finder, "[part~=status]", "Niets voldoet aan alle voorwaarden");
        assertFalse(finder.findElements(By.cssSelector("li")).isEmpty());
    }

    @Test
    void itSpeaksFourLanguages() {
        var finder = finder("postal-code=3600 open-now");
        var host = browser.findElement(By.cssSelector("digibank-finder"));
        for (var language : List.of("nl:Zoek", "fr:Chercher", "de:Suchen", "en:Search", "it:Zoek")) {
            browser.executeScript("arguments[0].lang = arguments[1]", host, language.substring(0, 2));
            awaitText(finder, "form button", language.substring(3));
        }
        browser.executeScript("arguments[0].removeAttribute('lang'); document.documentElement.lang = 'en-GB'", host);
        browser.executeScript("arguments[0].setAttribute('postal-code', '9000')", host);
        awaitText(finder, "form button", "Search");
        awaitText(finder, ".choices label", "Device loan");
    }

    @Test
    void partnersAndOfficesStandThereToo() {
        var partners = show(policy(), "<digihub-partners province=limburg><a href=#>Digihubs</a></digihub-partners>");
        awaitText(partners, "[part~=name]", "Digihub Limburg");
        assertTrue(texts(partners, "li").stream().anyMatch(text -> text.contains("Hogeschool PXL")));
        awaitText(partners, "[part~=note]", "Dit project liep tot 31 oktober 2023");

        var near = show(policy(), "<digihub-partners postal-code=8500></digihub-partners>");
        awaitText(near, "[part~=name]", "Digihub West-Vlaanderen");
        awaitText(near, "li", "Voka - KvK West-Vlaanderen, kantoor Kortrijk");

        var office = show(policy(), "<voka-office postal-code=8500></voka-office>");
        awaitText(office, "li", "Voka - KvK West-Vlaanderen, kantoor Kortrijk");
        var card = find(office, "a[href$='.vcf?lang=nl']").getDomProperty("href");
        assertTrue(ask(card).contains("FN:Voka - KvK West-Vlaanderen\\, kantoor Kortrijk"), () -> ask(card));

        var elsewhere = show(policy(), "<digihub-partners province=nowhere></digihub-partners>");
        awaitText(elsewhere, "[part~=status]", "Dit bestaat niet");

        var unknown = show(policy(), "<voka-office office=nowhere><a id=fallback href=#>Voka</a></voka-office>");
        awaitText(unknown, "[part~=status]", "Dit bestaat niet");
        assertTrue(browser.findElement(By.id("fallback")).isDisplayed());
        assertAccessible();
    }

    @Test
    void aServiceThatCannotBeReachedIsExcusedAndTheLinkComesBack() {
        var finder = show(
                "default-src 'self'; img-src data:; script-src " + service(),
                FINDER.formatted("postal-code=9000", service()));
        awaitText(finder, "[part~=status]", "Dat lukt nu niet");
        assertTrue(browser.findElement(By.id("fallback")).isDisplayed());
        assertTrue(find(finder, "[part~=body] button").isDisplayed());
    }

    @Test
    void itRunsAsAModuleToo() {
        site.page(
                "/",
                policy(),
                FINDER.formatted("", service()) + "<script src=\"" + service()
                        + "/embed/v1.js?ver=6.5\" type=\"module\"></script>");
        browser.get(site.address("/"));
        var host = browser.findElement(By.cssSelector("digibank-finder"));
        awaitText(host.getShadowRoot(), "form button", "Zoek");
    }

    @Test
    void aScriptThatSomebodyTamperedWithDoesNotRun() {
        site.page(
                "/",
                policy(),
                FINDER.formatted("", service()) + "<script src=\"" + service()
                        + "/embed/v1.js\" crossorigin integrity=\"sha384-" + "A".repeat(64) + "\"></script>");
        browser.get(site.address("/"));
        assertTrue(browser.findElement(By.id("fallback")).isDisplayed());
        assertTrue(complaints().stream().anyMatch(complaint -> complaint.contains("integrity")));
    }

    @Test
    void withoutJavaScriptItIsALink() {
        withoutJavaScript();
        site.page(
                "/",
                policy(),
                FINDER.formatted("", service()) + "<script src=\"" + service()
                        + "/embed/v1.js\" crossorigin></script>");
        browser.get(site.address("/"));
        assertTrue(browser.findElement(By.linkText("Zoek een digibank")).isDisplayed());
    }

    @Test
    void thePageAboutThemShowsEachAtWorkOnAnyScreenAndInBothSchemes() {
        visit("/embed");
        for (var element : List.of("digibank-finder", "digihub-partners", "voka-office")) {
            var shown = browser.findElement(By.cssSelector(element)).getShadowRoot();
            find(shown, "li");
        }
        assertTrue(find(".code button").isDisplayed());
        for (var dark : new boolean[] {false, true}) {
            dark(dark);
            assertAccessible();
        }
        assertFitsOnEveryScreen();
        assertEquals(List.of(), complaints());
        assertTrue(requests().stream().allMatch(address -> address.startsWith(service())), "asked elsewhere");
    }
}
