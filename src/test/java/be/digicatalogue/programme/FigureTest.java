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
        var figures = get("/v1/figures?pageSize=100");
        assertEquals(123, figures.getInt("total"));
        assertEquals(
                100,
                figures.getList("items.source.id").stream()
                        .filter(id -> id != null)
                        .count());
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
    void anotherRecordThatAFigureDisagreesWithCanBeFollowed() {
        List<String> addresses =
                get("/v1/figures?metric=project-duration").getList("items.disagreesWith.href.flatten()");
        assertTrue(addresses.stream().anyMatch(address -> address.contains("/v1/timeline/")));
        addresses.forEach(address -> answer(address).statusCode(200));
    }
}
