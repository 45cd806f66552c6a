package be.digicatalogue.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;

/** People try the API on the page of Swagger UI that the service has, with what the page fills in. */
class SwaggerUiBrowserTest extends Browser {

    private static final String STATUS = ".live-responses-table .response .response-col_status";

    /** The page draws anew whatever it shows with every click, so this takes a minute and far more on a busy machine. */
    @Test
    @Timeout(value = 15, unit = TimeUnit.MINUTES)
    void everyPublicReadWithJsonSucceedsAsItIsFilledIn() throws IOException {
        var operations = publicReadsWithJson();
        assertTrue(operations.size() > 45, operations::toString);
        visit("/swagger-ui/");
        var faults = new ArrayList<String>();
        for (var operation : operations) {
            var block = find(".opblock[id$='-" + operation + "']");
            click(find(block, ".opblock-summary-control"));
            click(find(block, ".try-out__btn"));
            click(find(block, ".execute"));
            find(block, STATUS);
            var fault = fault(block);
            if (fault != null) {
                faults.add(operation + ": " + fault);
            }
            click(find(block, ".opblock-summary-control"));
        }
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

    /** By the ids of the contract that the service has; what curators do is not among them. */
    private static List<String> publicReadsWithJson() throws IOException {
        var reads = new ArrayList<String>();
        for (var path :
                new ObjectMapper().readTree(ask("/openapi.json")).get("paths").properties()) {
            var read = path.getValue().path("get");
            var forms = read.at("/responses/200/content").fieldNames();
            // The example of a secret address belongs to nobody.
            if (!path.getKey().startsWith("/admin")
                    && !path.getKey().endsWith("{token}")
                    && forms.hasNext()
                    && forms.next().contains("json")) {
                reads.add(read.get("operationId").asText());
            }
        }
        return reads;
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
