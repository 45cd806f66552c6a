package be.digicatalogue.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;
import org.openqa.selenium.JavascriptExecutor;

/** What holds for every kind of page. */
class PageBrowserTest extends Browser {

    /** A fifth of what counts as good (https://web.dev/articles/cls), and less than anybody sees. */
    private static final double LEAST_SHIFT = 0.02;

    private static final String LAYOUT_SHIFT = """
            const done = arguments[arguments.length - 1];
            let shift = 0;
            new PerformanceObserver(list => { for (const entry of list.getEntries()) shift += entry.value; })
                .observe({type: 'layout-shift', buffered: true});
            setTimeout(() => done(shift), 300);""";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/?place=8500&service=device-loan",
                "/?place=8000&service=device-loan&service=training&service=repair&service=public-computers",
                "/?place=Beveren",
                "/?place=1234",
                "/fr?place=9000&openNow=true",
                "/digibanken/gent-kringwinkel-vlaamsekaai",
                "/voka/voka-kortrijk",
                "/partners/ku-leuven",
                "/digihubs",
                "/digihubs?postcode=1000",
                "/digihubs/limburg?postcode=3500",
                "/de/digihubs/antwerpen",
                "/cijfers",
                "/en/cijfers",
                "/bronnen",
                "/kwaliteit",
                "/melden",
                "/de/melden?type=service-points&id=gent-kringwinkel-vlaamsekaai",
                "/privacy",
                "/bevestigd",
                "/embed",
                "/lijst",
                "/fr/lijst/44021",
                "/beheer",
                "/ogc?f=html",
                "/ogc/collections?f=html",
                "/ogc/collections/service-points/items?f=html&limit=1000",
                "/ogc/collections/digibanks/items/digibanken-vilvoorde-machelen.23088?f=html",
                "/nowhere"
            })
    void isAccessibleOnAPhoneAndADesktopInBothSchemesAndAsksNobodyElse(String path) {
        for (boolean dark : List.of(false, true)) {
            on(dark ? Screen.DESKTOP : Screen.PHONE);
            dark(dark);
            visit(path);
            find("h1");
            for (var map : browser.findElements(By.cssSelector("[data-map]"))) {
                browser.executeScript("arguments[0].scrollIntoView()", map);
                var frame = find(map, ".leaflet-container");
                assertEquals("region", frame.getDomAttribute("role"));
                assertEquals(map.getDomAttribute("data-label"), frame.getDomAttribute("aria-label"));
                for (var pin : frame.findElements(By.cssSelector(".pin"))) {
                    assertTrue(pin.getDomAttribute("aria-label").matches("[0-9]+ .+"));
                }
            }
            assertAccessible();
            var page = (JavascriptExecutor) browser;
            assertEquals(
                    true,
                    page.executeScript(
                            "return document.documentElement.scrollWidth <= document.documentElement.clientWidth"),
                    "wider than its screen");
            assertEquals(0, ((Number) page.executeAsyncScript(LAYOUT_SHIFT)).doubleValue(), LEAST_SHIFT, "it moves");
        }
        assertEquals(
                List.of(),
                complaints().stream()
                        .filter(complaint -> !complaint.startsWith(service() + path + " ")
                                || !complaint.contains(" 404 ") && !complaint.contains(" 400 "))
                        .toList());
        var elsewhere = requests().stream()
                .filter(address -> !address.startsWith(service()) && !address.startsWith("data:"))
                .toList();
        assertEquals(List.of(), elsewhere);
        assertTrue(browser.manage().getCookies().isEmpty());
    }
}
