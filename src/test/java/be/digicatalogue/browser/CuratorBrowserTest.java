package be.digicatalogue.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import be.digicatalogue.publication.Curating;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** A curator signs in, tries a file, reads what is wrong, publishes, changes one record, looks back and undoes. */
class CuratorBrowserTest extends Browser {

    private static final String POINT = "wevelgem-bib-in-het-park";

    @TempDir
    Path folder;

    @Test
    void aFileGoesFromAReportToTheCatalogueAndBack() throws Exception {
        signIn(Curating.PUBLISHER);
        var before = revision();

        upload(file("wrong.zip", "Sa 09:00-11:00", "zaterdagvoormiddag"));
        awaitText(browser, "#bestand .status", "1 fout,");
        awaitText(browser, "#bestand tr.error", "zaterdagvoormiddag");
        assertTrue(find("#bestand tr.error").getText().contains("Deze openingsuren"));
        assertEquals(POINT, find("#bestand tr.error dl dd").getText());
        assertTrue(
                browser.findElements(By.cssSelector("#bestand .proposal input")).isEmpty());
        for (var dark : new boolean[] {true, false}) {
            dark(dark);
            assertAccessible();
        }
        assertFitsOnEveryScreen();

        upload(file("right.zip", "Sa 09:00-11:00", "Sa 09:00-12:30"));
        awaitText(browser, "#bestand tr.changed ins", "Sa 09:00-12:30");
        assertEquals("Sa 09:00-11:00", find("#bestand tr.changed del").getText());
        assertTrue(find("#bestand .change-map circle.changed").isDisplayed());
        assertTrue(find("#bestand .change-map path.outline").isDisplayed());
        assertAccessible();
        // What was shown does not hold for another choice, so that cannot be published.
        choose("replace");
        assertEquals("", find("#bestand .proposal").getText());
        browser.executeScript("""
                const form = document.querySelector('#bestand form');
                form.requestSubmit();
                form.requestSubmit();""");
        awaitText(browser, "#bestand tr.changed ins", "Sa 09:00-12:30");
        assertEquals(
                1,
                browser.findElements(By.cssSelector("#bestand .proposal form")).size());
        upload(folder.resolve("right.zip"));
        button("#bestand .proposal", "Niet doen").click();
        assertEquals("", find("#bestand .proposal").getText());
        assertEquals("Proberen", browser.switchTo().activeElement().getText());
        upload(folder.resolve("right.zip"));
        awaitText(browser, "#bestand tr.changed ins", "Sa 09:00-12:30");
        button("#bestand .proposal", "Publiceren").click();
        awaitText(browser, "#bestand .wrong", "Vul een reden in");
        find("#bestand .proposal input[type=text]").sendKeys("Langer open");
        browser.executeScript("""
                const form = document.querySelector('#bestand .proposal form');
                form.requestSubmit();
                form.requestSubmit();""");
        awaitText(browser, "#bestand .status", "Gepubliceerd als revisie " + (before + 1));
        assertEquals(find("#bestand .proposal .status"), browser.switchTo().activeElement());
        assertEquals(before + 1, revision());
        assertTrue(hours().contains("Sa 09:00-12:30"));

        awaitText(browser, "#geschiedenis tbody tr", "Langer open");
        button("#geschiedenis", "Bekijk").click();
        awaitText(browser, "#geschiedenis tr.changed ins", "Sa 09:00-12:30");
        browser.findElement(By.cssSelector("#geschiedenis button[aria-label='Terugzetten " + before + "']"))
                .click();
        awaitText(browser, "#geschiedenis tr.changed ins", "Sa 09:00-11:00");
        find("#geschiedenis .proposal input[type=text]").sendKeys("Vergissing", Keys.ENTER);
        awaitText(browser, "#geschiedenis tbody tr", "Vergissing");
        assertTrue(hours().contains("Sa 09:00-11:00"));
        assertEquals(
                List.of(),
                complaints().stream().filter(said -> !said.contains(" 422 ")).toList());
    }

    @Test
    void rowsThatAFileLacksStayUnlessTheirNumberIsConfirmed() throws Exception {
        signIn(Curating.PUBLISHER);
        var before = revision();
        upload(fileWithoutLastRow("less.zip"));
        awaitText(browser, "#bestand .proposal", "Er verandert niets.");
        choose("replace");
        button("#bestand", "Proberen").click();
        awaitText(browser, "#bestand .proposal label.check", "rijen verdwijnen");
        int removed =
                Integer.parseInt(find("#bestand .proposal label.check input").getDomAttribute("value"));
        assertTrue(removed > 0);
        assertTrue(find("#bestand .proposal label.check").getText().contains(removed + " rijen"));
        find("#bestand .proposal input[type=text]").sendKeys("Minder", Keys.ENTER);
        awaitText(browser, "#bestand .status", "Vink aan dat er " + removed + " rijen verdwijnen.");
        assertEquals(before, revision());
        assertAccessible();
    }

    @Test
    void oneRecordIsChangedInAFormWithTheSameChecks() throws Exception {
        signIn(Curating.EDITOR);
        find("#gegeven input[type=search]").sendKeys("voka box gent");
        awaitText(browser, "#gegeven .results", "Voka Box Gent");
        find("#gegeven input[type=search]").sendKeys(Keys.ENTER);
        awaitText(browser, "#gegeven .record h3", "Voka Box Gent");
        assertFalse(field("id").isEnabled());

        var phone = field("phone");
        phone.sendKeys("bel ons");
        button("#gegeven .record", "Nakijken").click();
        waiting().until(any -> "true".equals(phone.getDomAttribute("aria-invalid")));
        assertEquals(phone, browser.switchTo().activeElement());
        assertAccessible();

        phone.clear();
        phone.sendKeys("09/266.14.40");
        button("#gegeven .record", "Nakijken").click();
        awaitText(browser, "#gegeven tr.changed ins", "+32 9 266 14 40");
        // What somebody types meanwhile to open next changes nothing of what is open.
        find("#gegeven input[type=search]").sendKeys(" en wat anders");
        var reason = find("#gegeven .proposal form input[type=text]");
        assertEquals("telefoon", reason.getDomProperty("value"));
        reason.clear();
        reason.sendKeys("Nieuw nummer", Keys.ENTER);
        awaitText(browser, "#gegeven .status", "Gepubliceerd als revisie");
        waiting().until(any -> browser.switchTo().activeElement().getText().contains("Voka Box Gent"));
        assertTrue(ask("/v1/voka-offices/voka-gent").contains("+32 9 266 14 40"));
        awaitText(browser, "#geschiedenis tbody tr", "Nieuw nummer");

        // An editor may see what a file would do, no more.
        upload(file("right.zip", "Sa 09:00-11:00", "Sa 09:00-12:30"));
        awaitText(browser, "#bestand .proposal", "maar niet publiceren");
    }

    @Test
    void whoHasNoTokenGetsNoFurtherAndATokenLeavesWithItsTab() {
        visit("/en/beheer");
        find("#beheer input").sendKeys("nonsense", Keys.ENTER);
        awaitText(browser, "#beheer .status", "This token is not valid here.");
        assertTrue(browser.findElements(By.cssSelector("#bestand")).isEmpty());

        find("#beheer input").sendKeys(Curating.EDITOR, Keys.ENTER);
        awaitText(browser, "#beheer .signed-in", "Signed in as els (single records)");
        assertTrue(browser.manage().getCookies().isEmpty());
        browser.navigate().refresh();
        awaitText(browser, "#beheer .signed-in", "Signed in as els");
        button("#beheer .signed-in", "Sign out").click();
        assertEquals(find("#beheer input[type=password]"), browser.switchTo().activeElement());
        browser.navigate().refresh();
        assertEquals("", find("#beheer input[type=password]").getDomProperty("value"));
        assertTrue(browser.findElements(By.cssSelector("#bestand")).isEmpty());
    }

    private void signIn(String token) {
        visit("/beheer");
        find("#beheer input").sendKeys(token, Keys.ENTER);
        awaitText(browser, "#beheer .signed-in", "Aangemeld als");
    }

    private void upload(Path file) {
        find("#bestand input[type=file]").sendKeys(file.toString());
        button("#bestand", "Proberen").click();
        awaitText(browser, "#bestand .proposal h3", file.getFileName().toString());
    }

    private WebElement button(String within, String label) {
        return waiting().until(any -> browser.findElements(By.cssSelector(within + " button")).stream()
                .filter(button -> button.getText().equals(label))
                .findFirst()
                .orElse(null));
    }

    private WebElement field(String property) {
        return find("#gegeven .record [data-property=" + property + "] input");
    }

    private void choose(String mode) {
        find("#bestand input[value=" + mode + "]").click();
    }

    /** The service points of today with something else in them. */
    private Path file(String name, String text, String instead) throws IOException {
        var zip = askForBytes("/v1/dataset.zip");
        var changed = new ByteArrayOutputStream();
        try (var from = new ZipInputStream(new ByteArrayInputStream(zip));
                var to = new ZipOutputStream(changed)) {
            for (var entry = from.getNextEntry(); entry != null; entry = from.getNextEntry()) {
                if (entry.getName().endsWith("service-points.csv")) {
                    to.putNextEntry(new ZipEntry("service-points.csv"));
                    var table = new String(from.readAllBytes(), StandardCharsets.UTF_8);
                    to.write(table.replace(text, instead).getBytes(StandardCharsets.UTF_8));
                }
            }
        }
        return Files.write(folder.resolve(name), changed.toByteArray());
    }

    /** The service points without their last row. */
    private Path fileWithoutLastRow(String name) throws IOException {
        var table = new String(askForBytes("/export/service-points.csv"), StandardCharsets.UTF_8).strip();
        var changed = new ByteArrayOutputStream();
        try (var to = new ZipOutputStream(changed)) {
            to.putNextEntry(new ZipEntry("service-points.csv"));
            to.write(table.substring(0, table.lastIndexOf('\n')).getBytes(StandardCharsets.UTF_8));
        }
        return Files.write(folder.resolve(name), changed.toByteArray());
    }

    private static String hours() {
        return ask("/v1/service-points/" + POINT);
    }

    private static int revision() {
        return Integer.parseInt(ask("/v1").replaceFirst("(?s).*\"revision\":([0-9]+).*", "$1"));
    }
}
