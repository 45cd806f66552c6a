package be.digicatalogue.programme;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import be.digicatalogue.ApiTest;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

@QuarkusTest
class FigureTest extends ApiTest {

    @Test
    void everyNumberHasItsSource() {
        var figures = items("/v1/figures?pageSize=100");
        assertEquals(125, figures.size());
        assertTrue(figures.stream().noneMatch(figure -> ((List<?>) figure.get("evidence")).isEmpty()));
        // What newspapers say is backed by the address of the article alone.
        assertEquals(
                List.of("digibank-programme-digibanks-2023", "digibank-programme-digibanks-2024"),
                figures.stream()
                        .filter(figure -> !figure.containsKey("source"))
                        .map(figure -> figure.get("id"))
                        .toList());
        assertEquals(
                5,
                Set.copyOf(get("/v1/sources").getList("items.findAll { it.kind == 'parliamentary-question' }.id"))
                        .size());
    }

    @Test
    void aProvinceIncludesWhatHoldsForEach() {
        var limburg = get("/v1/figures?province=limburg&pageSize=100");
        assertEquals(22, limburg.getInt("total"));
        assertEquals(
                22, ask("{ figures(province: \"limburg\") { totalCount } }").getInt("figures.totalCount"));
        assertEquals(
                600000, get("/v1/figures?province=limburg&metric=efro-subsidy").getInt("items[0].value"));
    }

    @Test
    void amountsKeepTheirCents() {
        var amount = get("/v1/figures?subject=consortium-unizo&metric=contract-amount-awarded");
        assertTrue(answer("/v1/figures?subject=consortium-unizo&metric=contract-amount-awarded")
                .extract()
                .asString()
                .contains("\"value\":9275232.85,"));
        assertEquals("EUR", amount.getString("items[0].unit"));
        assertEquals("2022-01-01", amount.getString("items[0].period.start"));
        assertEquals("vp-2023-307-structurele-partners", amount.getString("items[0].source.id"));
        var graph = given().contentType("application/json")
                .body(Map.of("query", """
                        { figures(subject: "consortium-unizo", metric: "contract-amount-awarded") {
                            nodes { value unit period { start } subject { name } source { id } } } }"""))
                .post("/graphql")
                .asString();
        assertTrue(graph.contains("\"value\":9275232.85,"), graph);
        assertTrue(graph.contains("\"vp-2023-307-structurele-partners\""), graph);
    }

    @Test
    void disagreementsAreToldOnBothSides() {
        var subsidy = get("/v1/figures?metric=project-type-2-subsidy");
        assertEquals(970, subsidy.getInt("items[0].value"));
        var other = get("/v1/figures/{id}", subsidy.getString("items[0].disagreesWith[0].id"));
        assertEquals(971250, other.getInt("value"));
        assertEquals(subsidy.getString("items[0].id"), other.getString("disagreesWith[0].id"));
        assertEquals(
                other.getString("id"),
                ask("{ figures(metric: \"project-type-2-subsidy\") { nodes { disagreesWith { id } } } }")
                        .getString("figures.nodes[0].disagreesWith[0].id"));
    }

    @Test
    void newspapersThatCountDifferentlyAreBothQuoted() {
        var counted = get("/v1/figures?programme=digibank&metric=digibanks");
        assertEquals(List.of(53, 100), counted.getList("items.value"));
        assertEquals(
                List.of("digibank-programme-digibanks-2024", "digibank-programme-digibanks-2023"),
                counted.getList("items.disagreesWith.id.flatten()"));
    }

    @Test
    void anotherRecordThatAFigureDisagreesWithCanBeFollowed() {
        List<String> addresses =
                get("/v1/figures?metric=project-duration").getList("items.disagreesWith.href.flatten()");
        assertTrue(addresses.stream().anyMatch(address -> address.contains("/v1/timeline/")));
        addresses.forEach(address -> answer(address).statusCode(200));
    }
}
