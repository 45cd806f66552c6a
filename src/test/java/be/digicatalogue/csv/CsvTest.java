package be.digicatalogue.csv;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;

import be.digicatalogue.ApiTest;
import be.digicatalogue.dataset.Cell;
import be.digicatalogue.fact.Evidence;
import be.digicatalogue.fact.Language;
import be.digicatalogue.http.UnformattedAnswer;
import be.digicatalogue.http.View;
import be.digicatalogue.organisation.Partner;
import be.digicatalogue.organisation.PartnerKind;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.ZonedDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rows that a spreadsheet may open. */
@QuarkusTest
class CsvTest extends ApiTest {

    private static final String BEFORE_NAME = "x,https://digi.example/v1/partners/x,";

    @Inject
    CsvFormat csv;

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
            =HYPERLINK("http://x","y")     ; "'=HYPERLINK(""http://x"",""y"")"
            @SUM(A1)                       ; '@SUM(A1)
            -2+3+cmd|' /C calc'!A0         ; '-2+3+cmd|' /C calc'!A0
            +1+1                           ; '+1+1
            '=1                            ; ''=1
            ＝1                            ; '＝1
            `Gent;=HYPERLINK("http://x")`  ; `"Gent;'=HYPERLINK(""http://x"")"`
            `a;'@x;-1;+1+1`                ; `a;''@x;-1;'+1+1`
            `09 1;+32 9; =1`               ; `09 1;+32 9; =1`
            +32 9 123 45 67                ; +32 9 123 45 67
            'k Heb een naam                ; 'k Heb een naam
            Café, "De Krook"               ; "Café, ""De Krook\"""
            """)
    void nothingIsTakenForAFormula(String name, String cell) {
        assertThat(row(name, List.of()), startsWith(BEFORE_NAME + cell + ",n,"));
        assertEquals(name, Cell.plain(Cell.safe(name)));
    }

    @Test
    void theTextComesBackAsItWasWherever() {
        var signs = "';\t=+-1a";
        for (int i = 0; i < Math.pow(signs.length(), 5); i++) {
            var text = new StringBuilder();
            for (int rest = i; rest > 0; rest /= signs.length()) {
                text.append(signs.charAt(rest % signs.length()));
            }
            assertEquals(text.toString(), Cell.plain(Cell.safe(text.toString())));
        }
    }

    @Test
    void lineBreaksStandBetweenQuotes() {
        assertThat(row("a\r\nb", List.of()), startsWith(BEFORE_NAME + "\"a\r\nb\",n,"));
    }

    @Test
    void theSeparatorOfAListIsToldFromOneInAValue() {
        assertEquals(
                "one|t\\|wo|thr\\\\ee",
                row("x", List.of("one", "t|wo", "thr\\ee")).split(",")[4]);
    }

    @Test
    void theColumnsAreThoseOfTheContractWhateverIsInTheRows() {
        var full = answer("/v1/voka-offices?f=csv").extract().asString();
        var empty = answer("/v1/voka-offices?f=csv&page=1000").extract().asString();
        assertEquals(full.lines().findFirst().orElseThrow(), empty.strip());
        assertEquals(
                "id,href,name,chamber.id,chamber.href,chamber.name,province.id,province.href,province.name,address.site,"
                        + "address.street,address.houseNumber,address.postalCode,address.municipality.id,"
                        + "address.municipality.href,address.municipality.name,lat,lon,precision,phone,email,website,"
                        + "confirmed,knownOn.phone,knownOn.email,knownOn.website,knownOn.address,verifiedOn,overdue,undated,remark,evidence.source.id,evidence.source.href,evidence.source.name,"
                        + "evidence.url,distanceMetres,distanceUncertainMetres",
                empty.strip().replace("\uFEFF", ""));
    }

    private String row(String name, List<String> others) {
        var partner = new Partner(
                "x",
                name,
                "n",
                others,
                PartnerKind.CLUSTER,
                null,
                null,
                null,
                null,
                List.of(),
                List.of(),
                List.of(),
                null,
                null,
                List.of(new Evidence(null, "https://example.org")));
        var view = new View(null, "https://digi.example", Language.NL, ZonedDateTime.now());
        var file = new String(
                csv.write(new UnformattedAnswer(partner, view, "/v1/partners/{id}")), StandardCharsets.UTF_8);
        return file.substring(file.indexOf("\r\n") + 2);
    }
}
