package be.digicatalogue.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/**
 * People try the API on the page of Swagger UI that the service has, with what the page fills in. That takes seconds for each
 * operation, so {@code SWAGGER_UI_OPERATIONS} says how many of each tag are tried, one by default; {@code ExamplesTest} sends what
 * the page would send for all of them.
 */
class SwaggerUiBrowserTest extends Browser {

    private static final int OF_EACH_TAG = Integer.parseInt(System.getenv().getOrDefault("SWAGGER_UI_OPERATIONS", "1"));

    private static final String STATUS = ".live-responses-table .response .response-col_status";

    @Test
    @Timeout(value = 15, unit = TimeUnit.MINUTES)
    void publicReadsWithJsonSucceedAsTheyAreFilledIn() throws IOException {
        var operations = publicReadsWithJson();
        assertTrue(operations.values().stream().mapToInt(List::size).sum() > 45, operations::toString);
        visit("/swagger-ui/");
        var faults = new ArrayList<String>();
        operations.forEach((tag, names) -> {
            filter(tag);
            for (var name : names.subList(0, Math.min(OF_EACH_TAG, names.size()))) {
                var block = find(".opblock[id$='-" + name + "']");
                click(find(block, ".opblock-summary-control"));
                click(find(block, ".try-out__btn"));
                click(find(block, ".execute"));
                find(block, STATUS);
                var fault = fault(block);
                if (fault != null) {
                    faults.add(name + ": " + fault);
                }
                click(find(block, ".opblock-summary-control"));
            }
        });
        assertEquals(List.of(), faults);
        // Swagger UI looks for an editor of each format first, and warns that it takes the one of the type.
        assertEquals(
                List.of(),
                complaints().stream()
                        .filter(complaint -> !complaint.contains("\"Could not find component:\" \"JsonSchema_"))
                        .toList());
        assertEquals(
                List.of(),
                requests().stream()
                        .filter(address -> !address.startsWith(service()) && !address.startsWith("data:"))
                        .toList());
    }

    /** By tag, the ids of the contract that the service has; what curators do is not among them. */
    private static Map<String, List<String>> publicReadsWithJson() throws IOException {
        var reads = new TreeMap<String, List<String>>();
        for (var path :
                new ObjectMapper().readTree(ask("/openapi.json")).get("paths").properties()) {
            var read = path.getValue().path("get");
            var forms = read.at("/responses/200/content").fieldNames();
            // The example of a secret address belongs to nobody.
            if (!path.getKey().startsWith("/admin")
                    && !path.getKey().endsWith("{token}")
                    && forms.hasNext()
                    && forms.next().contains("json")) {
                reads.computeIfAbsent(read.at("/tags/0").asText(), first -> new ArrayList<>())
                        .add(read.get("operationId").asText());
            }
        }
        return reads;
    }

    /** Shows the operations of one tag. */
    private void filter(String tag) {
        var box = find(".operation-filter-input");
        box.sendKeys(Keys.chord(Keys.CONTROL, "a"), tag);
    }

    /** By script where other parts of the page would be in the way: the page scrolls as answers grow. */
    private void click(WebElement element) {
        browser.executeScript("arguments[0].scrollIntoView({block: 'center'}); arguments[0].click()", element);
    }

    /** What is wrong with the answer that is shown; {@code null} when nothing. */
    private String fault(WebElement block) {
        var status = block.findElement(By.cssSelector(STATUS)).getText();
        if (!status.equals("200")) {
            return status;
        }
        return (String) browser.executeScript("""
                const shown = arguments[0].querySelector('.live-responses-table .response .highlight-code code');
                // Of a whole list, which is a file, the page shows a link to it.
                if (!shown && arguments[0].querySelector('.live-responses-table .response a[download]')) return null;
                if (!shown) return 'no answer is shown';
                try {
                  JSON.parse(shown.textContent);
                  return null;
                } catch (invalid) {
                  return `${invalid}: ${shown.textContent.slice(0, 200)}`;
                }""", block);
    }
}
