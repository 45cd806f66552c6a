package be.digicatalogue.publication;

import static io.restassured.RestAssured.given;

import be.digicatalogue.access.Issuer;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;

/**
 * A service that curators may work on, alone with its database: with static tokens and an issuer, behind proxies that are
 * believed, with an access log, and with GraphQL documents of its operator.
 */
public final class Curating implements QuarkusTestProfile {

    public static final String EDITOR = "3q2+7w/editor==";
    public static final String PUBLISHER = "publisher-0123456789abcdef";

    /** The documents of the operator. */
    public static final Path DOCUMENTS = Path.of("src/test/resources/operator-documents");

    /** What the service says, from its start on, each line after its category. */
    public static final Path LOG = Path.of("target/curating.log");

    /** Both curators, as the service is told who they are. */
    public static final String TOKENS =
            "els:catalogue-editor:" + hash(EDITOR) + " piet:catalogue-editor,catalogue-publisher:" + hash(PUBLISHER);

    @Override
    public Map<String, String> getConfigOverrides() {
        var settings = new HashMap<>(Issuer.settings());
        settings.put("catalogue.admin.tokens", TOKENS);
        settings.put("quarkus.http.proxy.proxy-address-forwarding", "true");
        settings.put("quarkus.http.proxy.allow-forwarded", "true");
        settings.put("quarkus.http.proxy.allow-x-forwarded", "true");
        settings.put("quarkus.http.proxy.strict-forwarded-control", "false");
        settings.put("quarkus.http.proxy.enable-forwarded-host", "true");
        settings.put("quarkus.http.proxy.trusted-proxies", "127.0.0.0/8");
        settings.put("catalogue.graphql.documents", DOCUMENTS.toString());
        settings.put("quarkus.http.access-log.enabled", "true");
        settings.put("quarkus.log.file.enabled", "true");
        settings.put("quarkus.log.file.path", LOG.toString());
        settings.put("quarkus.log.file.json.enabled", "false");
        settings.put("quarkus.log.file.filter", "quiet-refusals");
        settings.put("quarkus.log.file.format", "%c %m%n");
        return settings;
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
