package be.digicatalogue.browser;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import be.digicatalogue.PackagedService;
import com.deque.html.axecore.results.Rule;
import com.deque.html.axecore.selenium.AxeBuilder;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.openqa.selenium.By;
import org.openqa.selenium.SearchContext;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.support.ui.WebDriverWait;

/**
 * A test in the browser of the machine (Debian: {@code chromium} and {@code chromium-driver}), on the packaged service with a
 * database of its own, which all these tests share: {@code mvn verify -Pbrowser}. Curators may publish there, as
 * {@link be.digicatalogue.publication.Curating} says.
 */
@Tag("browser")
@Timeout(value = 5, unit = TimeUnit.MINUTES)
public abstract class Browser {

    /** How wide and high a page is, in CSS pixels. */
    protected enum Screen {
        PHONE(360, 740),
        TABLET(768, 1024),
        DESKTOP(1440, 900);

        final int width;
        final int height;

        Screen(int width, int height) {
            this.width = width;
            this.height = height;
        }
    }

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(15);
    private static final ObjectMapper JSON = new ObjectMapper();

    /** It warns of every browser that is newer than itself. */
    private static final Logger LOG = Logger.getLogger("org.openqa.selenium");

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    protected ChromeDriver browser;

    static {
        LOG.setLevel(Level.SEVERE);
    }

    @BeforeEach
    void open() {
        browser = new ChromeDriver(
                new ChromeDriverService.Builder()
                        .usingDriverExecutable(tool("chromedriver"))
                        .usingAnyFreePort()
                        .build(),
                options());
        on(Screen.DESKTOP);
    }

    @AfterEach
    void quit() {
        browser.quit();
    }

    private static ChromeOptions options() {
        var options = new ChromeOptions();
        options.setBinary(tool("chromium"));
        options.addArguments(
                "--headless=new",
                // Tests run in containers too, as root and with little shared memory.
                "--no-sandbox",
                "--disable-dev-shm-usage",
                "--disable-gpu",
                "--disable-background-networking",
                "--disable-component-update",
                "--no-first-run",
                // Nothing moves by itself while a test looks for a place to click.
                "--force-prefers-reduced-motion",
                "--lang=nl-BE",
                // Whatever is asked of another machine fails, and shows in requests().
                "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1");
        var logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        logs.enable(LogType.PERFORMANCE, Level.ALL);
        options.setCapability(ChromeOptions.LOGGING_PREFS, logs);
        return options;
    }

    private static File tool(String name) {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .map(folder -> new File(folder, name))
                .filter(File::canExecute)
                .findFirst()
                .orElseGet(() -> fail(name + " is not installed. On Debian: apt-get install chromium chromium-driver"));
    }

    /** Where the service listens, without a slash at the end. */
    protected static String service() {
        return PackagedService.shared().address().toString();
    }

    protected void visit(String path) {
        browser.get(URI.create(service()).resolve(path).toString());
    }

    protected void on(Screen screen) {
        browser.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of(
                        "width",
                        screen.width,
                        "height",
                        screen.height,
                        "deviceScaleFactor",
                        1,
                        "mobile",
                        screen == Screen.PHONE));
    }

    /** On no screen is anything beside it, so that nobody has to scroll sideways. */
    protected void assertFitsOnEveryScreen() {
        for (var screen : Screen.values()) {
            on(screen);
            // Not innerWidth, which grows with the page on a phone.
            var width = (Number) browser.executeScript("return document.documentElement.scrollWidth");
            assertTrue(width.intValue() <= screen.width, () -> screen + ": " + width);
            var cut = browser.executeScript("""
                    const right = (element) => element.getBoundingClientRect().right;
                    return [...document.querySelectorAll('.chart text')]
                      .filter((text) => right(text) > right(text.closest('.card')))
                      .map((text) => text.textContent);""");
            assertEquals(List.of(), cut, screen::toString);
        }
        on(Screen.DESKTOP);
    }

    protected void dark(boolean dark) {
        browser.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", dark ? "dark" : "light"))));
    }

    /** Pages that are loaded from now on run no script. */
    protected void withoutJavaScript() {
        browser.executeCdpCommand("Emulation.setScriptExecutionDisabled", Map.of("value", true));
    }

    protected WebElement find(String css) {
        return find(browser, css);
    }

    /** Waits until it is there. */
    protected WebElement find(SearchContext within, String css) {
        return waiting().until(any -> within.findElements(By.cssSelector(css)).stream()
                .findFirst()
                .orElse(null));
    }

    /** Waits until an element has a text in it. */
    protected void awaitText(SearchContext within, String css, String text) {
        waiting()
                .withMessage(() -> css + " has no text " + text + " but "
                        + within.findElements(By.cssSelector(css)).stream()
                                .map(WebElement::getText)
                                .toList())
                .until(any -> within.findElements(By.cssSelector(css)).stream()
                        .anyMatch(element -> element.getText().contains(text)));
    }

    protected List<String> texts(SearchContext within, String css) {
        return within.findElements(By.cssSelector(css)).stream()
                .map(WebElement::getText)
                .toList();
    }

    protected WebDriverWait waiting() {
        var waiting = new WebDriverWait(browser, LONGEST_WAIT);
        waiting.ignoring(StaleElementReferenceException.class);
        return waiting;
    }

    /** What the service answers without a browser. */
    protected static String ask(String address) {
        return new String(askForBytes(address), UTF_8);
    }

    protected static byte[] askForBytes(String address) {
        var asked = URI.create(service()).resolve(address);
        try {
            return CLIENT.send(HttpRequest.newBuilder(asked).build(), BodyHandlers.ofByteArray())
                    .body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The addresses that were asked for since it was last called. */
    protected List<String> requests() {
        var addresses = new ArrayList<String>();
        for (var entry : browser.manage().logs().get(LogType.PERFORMANCE)) {
            try {
                var message = JSON.readTree(entry.getMessage()).path("message");
                if (message.path("method").asText().equals("Network.requestWillBeSent")) {
                    addresses.add(message.at("/params/request/url").asText());
                }
            } catch (IOException malformed) {
                throw new UncheckedIOException(malformed);
            }
        }
        return addresses;
    }

    /** What the browser complained of since it was last called: errors of scripts, refusals of policies, missing files. */
    protected List<String> complaints() {
        return browser.manage().logs().get(LogType.BROWSER).getAll().stream()
                .filter(entry -> entry.getLevel().intValue() >= Level.WARNING.intValue())
                .map(LogEntry::getMessage)
                .toList();
    }

    /** Whoever uses other means than eyes and a mouse can use the page, as far as axe-core can tell. */
    protected void assertAccessible() {
        assertEquals(
                List.of(),
                new AxeBuilder()
                        .analyze(browser).getViolations().stream()
                                .map(Browser::told)
                                .toList());
    }

    private static String told(Rule rule) {
        return rule.getId() + ": " + rule.getHelp() + " "
                + rule.getNodes().stream().map(node -> node.getHtml()).limit(3).toList();
    }
}
