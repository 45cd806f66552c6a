package be.digicatalogue.publication;

import static io.restassured.RestAssured.given;

import io.quarkus.test.junit.QuarkusTestProfile;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;

/** A service that curators may work on, alone with its database. */
public final class Curating implements QuarkusTestProfile {

    public static final String EDITOR = "editor-0123456789abcdef";
    public static final String PUBLISHER = "publisher-0123456789abcdef";

    /** Both curators, as the service is told who they are. */
    public static final String TOKENS =
            "els:catalogue-editor:" + hash(EDITOR) + " piet:catalogue-editor,catalogue-publisher:" + hash(PUBLISHER);

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of("catalogue.admin.tokens", TOKENS);
    }

    /** A request of the curator who may publish. */
    public static RequestSpecification curator() {
        return given().urlEncodingEnabled(false).header("Authorization", "Bearer " + PUBLISHER);
    }

    private static String hash(String token) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
