package be.digicatalogue.http;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import be.digicatalogue.ApiTest;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** An operation that the contract calls deprecated says so in its answers. */
@QuarkusTest
@TestProfile(DeprecationTest.OneDeprecated.class)
class DeprecationTest extends ApiTest {

    public static final class OneDeprecated implements QuarkusTestProfile {

        @Override
        public Set<Class<?>> getEnabledAlternatives() {
            return Set.of(ContractWithDeprecation.class);
        }
    }

    /** The contract, with the timeline deprecated. */
    @Alternative
    @ApplicationScoped
    static class ContractWithDeprecation extends Contract {

        ContractWithDeprecation() {
            ((ObjectNode) document().at("/paths/~1v1~1timeline/get"))
                    .put("deprecated", true)
                    .put("x-deprecated-since", "2027-01-01")
                    .put("x-sunset", "2028-07-01");
        }
    }

    @Test
    void aDeprecatedOperationSaysSinceWhenAndUntilWhen() {
        // The second answer is one that is at hand.
        for (int i = 0; i < 2; i++) {
            given().get("/v1/timeline")
                    .then()
                    .statusCode(200)
                    .header("Deprecation", equalTo("@1798761600"))
                    .header("Sunset", equalTo("Sat, 1 Jul 2028 00:00:00 GMT"))
                    .header("Access-Control-Expose-Headers", containsString("Sunset"));
        }
        given().head("/v1/timeline").then().header("Deprecation", equalTo("@1798761600"));
        given().get("/v1/timeline?page=0").then().statusCode(400).header("Deprecation", equalTo("@1798761600"));
        given().get("/v1/sources").then().header("Deprecation", nullValue()).header("Sunset", nullValue());
    }
}
