package be.digicatalogue.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import be.digicatalogue.publication.Curating;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;

/** An operator opens the link, answers with the keyboard alone and without a script, and cannot do so twice. */
class ConfirmationBrowserTest extends Browser {

    @Test
    void anOperatorAnswersOnce() throws Exception {
        var link = URI.create(link()).getPath();
        visit(link);
        assertAccessible();
        dark(true);
        assertAccessible();
        dark(false);
        assertFitsOnEveryScreen();
        withoutJavaScript();
        on(Screen.PHONE);
        visit(link);
        assertEquals(2, browser.findElements(By.cssSelector("section.confirm")).size());
        // The browser itself asks for an answer about each.
        find("button[type=submit]").sendKeys(Keys.ENTER);
        assertTrue(browser.getCurrentUrl().endsWith(link));
        find("input[name='answer.0']").sendKeys(Keys.SPACE);
        find("input[name='answer.1']").sendKeys(Keys.ARROW_DOWN);
        find("textarea[name='correction.1']").sendKeys("Zaterdag gesloten");
        find("button[type=submit]").sendKeys(Keys.ENTER);
        waiting().until(any -> browser.getCurrentUrl().endsWith("/bevestigd"));
        awaitText(browser, "h1", "Dank u");
        visit(link);
        awaitText(browser, "main", "Deze link werkt niet");
        visit("/bevestigd");
        assertAccessible();
        assertFitsOnEveryScreen();
    }

    private static String link() throws IOException, InterruptedException {
        var asked = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(service() + "/admin/v1/confirmations"))
                                .header("Authorization", "Bearer " + Curating.EDITOR)
                                .header("Content-Type", "application/json")
                                .POST(BodyPublishers.ofString("""
                                        {"records": [{"type": "service-points", "id": "denderleeuw-bibliotheek"},
                                                     {"type": "service-points", "id": "denderleeuw-koetshuis"}]}"""))
                                .build(),
                        BodyHandlers.ofString());
        assertEquals(200, asked.statusCode(), asked.body());
        return new ObjectMapper().readTree(asked.body()).at("/items/0/link").asText();
    }
}
