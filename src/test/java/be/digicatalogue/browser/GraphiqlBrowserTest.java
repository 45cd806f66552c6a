package be.digicatalogue.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;

/** The GraphQL page asks the service and nobody else. */
class GraphiqlBrowserTest extends Browser {

    private static final String ANSWER = ".result-window";

    @AfterEach
    void nothingIsWrongAndNobodyElseWasAsked() {
        assertEquals(List.of(), complaints());
        assertEquals(
                List.of(),
                requests().stream()
                        .filter(address -> !address.startsWith(service()) && !address.startsWith("data:"))
                        .toList());
    }

    @Test
    void aQueryIsTypedAndAnswered() {
        visit("/graphql-ui");
        var editor = find(".graphiql-query-editor .CodeMirror");
        editor.click();
        find(editor, "textarea").sendKeys(Keys.chord(Keys.CONTROL, "a"), "{ province(id: \"limburg\") { name } ");
        find(".graphiql-execute-button").click();
        awaitText(browser, ANSWER, "\"name\": \"Limburg\"");
    }

    @Test
    void aQueryWithVariablesIsAnswered() {
        open("query($id: String!) { province(id: $id) { names { fr } } }", "{\"id\":\"limburg\"}");
        find(".graphiql-execute-button").click();
        awaitText(browser, ANSWER, "\"fr\": \"Limbourg\"");
    }

    @Test
    void whatIsWrongIsTold() {
        open("query($n: Int) { partners(first: $n) { totalCount } }", "{\"n\":4294967298}");
        find(".graphiql-execute-button").click();
        awaitText(browser, ANSWER, "\"argument\": \"first\"");
    }

    @Test
    void theSchemaIsExplained() {
        visit("/graphql-ui");
        find("button[aria-label='Show Documentation Explorer']").click();
        awaitText(browser, ".graphiql-doc-explorer", "Root Types");
        browser.findElement(By.linkText("Query")).click();
        awaitText(browser, ".graphiql-doc-explorer", "servicePoints");
    }

    @Test
    void aSubscriptionTellsWhatIsPublished() {
        open("subscription { catalogueChanged(since: 0) { revision } }", "");
        find(".graphiql-execute-button").click();
        // Of the revisions that came the page shows the last one; other tests may have published some.
        awaitText(browser, ANSWER, "\"catalogueChanged\": {");
        awaitText(browser, ANSWER, "\"revision\":");
    }

    private void open(String query, String variables) {
        visit("/graphql-ui/?query="
                + URLEncoder.encode(query, StandardCharsets.UTF_8).replace("+", "%20") + "&variables="
                + URLEncoder.encode(variables, StandardCharsets.UTF_8).replace("+", "%20"));
    }
}
