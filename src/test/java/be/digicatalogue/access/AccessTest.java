package be.digicatalogue.access;

import static be.digicatalogue.publication.Curating.EDITOR;
import static be.digicatalogue.publication.Curating.PUBLISHER;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import be.digicatalogue.ApiTest;
import be.digicatalogue.publication.Curating;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.Method;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.net.Socket;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logmanager.formatters.PatternFormatter;
import org.jose4j.json.JsonUtil;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.keys.HmacKey;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who gets in where access is configured, asked over HTTP. Each request comes from an address of its own. */
@QuarkusTest
@TestProfile(Curating.class)
class AccessTest extends ApiTest {

    private static final String PROBLEM = "application/problem+json";
    private static final AtomicInteger ADDRESSES = new AtomicInteger();

    /** What only publishers may do, with a body. */
    @Path("/admin/v1/length")
    public static class LengthResource {

        private final Caller caller;

        LengthResource(Caller caller) {
            this.caller = caller;
        }

        @POST
        @Blocking
        public byte[] length(byte[] body) {
            return (caller.must(Role.PUBLISHER).name() + " sent " + body.length).getBytes(StandardCharsets.UTF_8);
        }
    }

    @TestHTTPResource
    URL service;

    @ConfigProperty(name = Issuer.RSA)
    String rsa;

    @ConfigProperty(name = Issuer.EC)
    String ec;

    private final List<String> log = Collections.synchronizedList(new ArrayList<>());
    private final Handler listener = new Handler() {
        @Override
        public void publish(LogRecord record) {
            log.add(new PatternFormatter("%p %s").format(record));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @BeforeEach
    void listen() {
        Logger.getLogger("be.digicatalogue.access").addHandler(listener);
    }

    @AfterEach
    void stopListening() {
        Logger.getLogger("be.digicatalogue.access").removeHandler(listener);
    }

    @Test
    void aStaticTokenOpensTheDoor() {
        enter(EDITOR)
                .statusCode(200)
                .header("Cache-Control", equalTo("no-store"))
                .header("Catalogue-Revision", equalTo(get("/v1").getString("revision")))
                .header("ETag", nullValue())
                .body("name", equalTo("els"))
                .body("roles", equalTo(List.of("catalogue-editor")))
                .body("links.publications", equalTo(service + "admin/v1/publications"));
        enter(PUBLISHER).body("name", equalTo("piet")).body("roles.size()", equalTo(2));
        request()
                .header("Authorization", "bearer " + EDITOR)
                .get("/admin/v1/")
                .then()
                .statusCode(200);
        assertEquals(List.of(), log);
    }

    @Test
    void aTokenOfTheIssuerOpensTheDoor() {
        enter(issuer().sign(Issuer.claims()))
                .statusCode(200)
                .body("name", equalTo("els"))
                .body("roles", equalTo(List.of("catalogue-editor")));
        enter(issuer().sign(Issuer.claims(), "PS256")).statusCode(200);
        enter(new Issuer(key(ec)).sign(Issuer.claims())).statusCode(200);
        enter(issuer().sign(with(claims -> claims.setClaim("upn", "els@example.be"))))
                .body("name", equalTo("els@example.be"));
        enter(issuer().sign(with(claims -> claims.unsetClaim("preferred_username"))))
                .body("name", equalTo("4711"));
        enter(issuer().sign(with(claims -> claims.setAudience("other", Issuer.AUDIENCE))))
                .statusCode(200);
    }

    private enum BadToken {
        EXPIRED("expired", test -> test.issuer().sign(with(c -> c.setExpirationTimeMinutesInTheFuture(-5)))),
        ENDLESS("when it expires", test -> test.issuer().sign(with(c -> c.unsetClaim("exp")))),
        TOO_EARLY("not valid yet", test -> test.issuer().sign(with(c -> c.setNotBeforeMinutesInThePast(-5)))),
        OTHER_AUDIENCE("another audience", test -> test.issuer().sign(with(c -> c.setAudience("shop")))),
        NO_AUDIENCE("name its audience", test -> test.issuer().sign(with(c -> c.unsetClaim("aud")))),
        OTHER_ISSUER("another issuer", test -> test.issuer().sign(with(c -> c.setIssuer("https://evil.example")))),
        NO_ISSUER("name its issuer", test -> test.issuer().sign(with(c -> c.unsetClaim("iss")))),
        NOBODY("names nobody", test -> test.issuer().sign(with(c -> {
            c.unsetClaim("sub");
            c.unsetClaim("preferred_username");
        }))),
        GROUPS_OF_NO_USE("wrong type", test -> test.issuer().sign(with(c -> c.setClaim("groups", List.of(1, 2))))),
        ALGORITHM_NONE("algorithm", test -> unsigned("{\"alg\":\"none\"}")),
        ALGORITHM_NONE_WITH_KEY("algorithm", test -> unsigned("{\"alg\":\"none\",\"kid\":\"one\"}")),
        ALGORITHM_NONE_IN_CAPITALS("algorithm", test -> unsigned("{\"alg\":\"NONE\",\"kid\":\"one\"}")),
        HMAC_WITH_THE_PUBLIC_KEY("algorithm", AccessTest::hmacWithThePublicKey),
        UNKNOWN_KEY("key that is not known", test -> stranger("three").sign(Issuer.claims())),
        FORGED_KEY("signature", test -> stranger("one").sign(Issuer.claims())),
        OWN_KEY_IN_THE_HEADER("signature", test -> keyInTheHeader()),
        TAMPERED("signature", AccessTest::tampered),
        WITHOUT_SIGNATURE("", test -> test.good().replaceAll("[^.]*$", "")),
        CUT_OFF("", test -> test.good().replaceAll("\\.[^.]*$", "")),
        UNKNOWN("", test -> "nobody-knows-this"),
        HASH_OF_A_TOKEN("", test -> sha256(EDITOR)),
        PART_OF_A_TOKEN("", test -> EDITOR.substring(0, 10));

        private final String reason;
        private final Function<AccessTest, String> token;

        BadToken(String reason, Function<AccessTest, String> token) {
            this.reason = reason;
            this.token = token;
        }
    }

    @ParameterizedTest
    @EnumSource
    void aBadTokenIsRefusedWithoutSayingWhyAndTheLogKnows(BadToken bad) {
        var token = bad.token.apply(this);
        var address = newAddress();
        var answer = request(address)
                .header("Authorization", "Bearer " + token)
                .get("/admin/v1")
                .then()
                .statusCode(401)
                .contentType(PROBLEM)
                .header("WWW-Authenticate", equalTo("Bearer"))
                .header("Cache-Control", equalTo("no-store"))
                .extract();
        assertEquals(
                Map.of(
                        "type", "urn:problem-type:belgif:invalidAccessToken",
                        "href", "https://www.belgif.be/specification/rest/api-guide/problems/invalidAccessToken.html",
                        "title", "Invalid Access Token",
                        "status", 401,
                        "detail", "The token is not valid."),
                answer.jsonPath().getMap(""));
        assertEquals(1, log.size());
        assertTrue(log.get(0).startsWith("WARN Refused " + address + ": "), log.get(0));
        assertTrue(log.get(0).contains(bad.reason), log.get(0));
        assertFalse(log.get(0).contains(token), log.get(0));
        assertTrue(log.get(0).length() < 150, log.get(0));
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "null",
            value = {
                "null, noAccessToken",
                "'', invalidAccessToken",
                "Bearer, invalidAccessToken",
                "Bearer a b, invalidAccessToken",
                "Bearer é, invalidAccessToken",
                "Basic ZWxzOmVscw==, invalidAccessToken",
                PUBLISHER + ", invalidAccessToken"
            })
    void aMissingOrMalformedHeaderIsRefused(String header, String type) {
        var request = request();
        if (header != null) {
            request.header("Authorization", header);
        }
        request.get("/admin/v1")
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", equalTo("Bearer"))
                .body("type", equalTo("urn:problem-type:belgif:" + type));
    }

    @Test
    void twoTokensAreNone() {
        request()
                .header("Authorization", "Bearer " + EDITOR, "Bearer " + PUBLISHER)
                .get("/admin/v1")
                .then()
                .statusCode(401);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /admin",
                "GET /admin/",
                "GET /admin/v1",
                "HEAD /admin/v1",
                "GET /admin/v1/publications",
                "POST /admin/v1/publications",
                "POST /admin/v1/length",
                "PUT /admin/v1/nothing",
                "PATCH /admin/v1/partners/vives",
                "DELETE /admin/v1/partners/vives",
                "OPTIONS /admin/v1",
                "TRACE /admin/v1",
                "GET //admin/v1",
                "GET /%61dmin/v1",
                "GET /./admin/v1",
                "GET /v1/../admin/v1",
                "GET /admin;a=b/v1",
                "GET /;a/admin/v1",
                "GET /admin//v1"
            })
    void withoutATokenNothingIsToldOfWhatThereIs(String request) {
        var parts = request.split(" ");
        request()
                .urlEncodingEnabled(false)
                .request(Method.valueOf(parts[0]), parts[1])
                .then()
                .statusCode(401)
                .header("Allow", nullValue())
                .header("Cache-Control", equalTo("no-store"))
                .header("Catalogue-Revision", equalTo(get("/v1").getString("revision")));
    }

    @Test
    void aLongBodyTellsNothingEither() {
        request().body(new byte[200_000]).post("/admin/v1/publications").then().statusCode(401);
        request().body(new byte[200_000]).post("/admin/v1/nothing").then().statusCode(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "[\"staff\"]", "[\"CATALOGUE-EDITOR\"]", "\"\""})
    void whoHasNoRoleIsForbidden(String groups) throws JoseException {
        var claims = Issuer.claims();
        claims.setClaim("groups", JsonUtil.parseJson("{\"g\":" + groups + "}").get("g"));
        enter(issuer().sign(claims))
                .statusCode(403)
                .contentType(PROBLEM)
                .header("Cache-Control", equalTo("no-store"))
                .body("type", equalTo("urn:problem-type:belgif:missingPermission"));
        assertTrue(log.get(0).contains("els"), log.get(0));
    }

    @Test
    void whoHasAnotherRoleIsForbidden() {
        send(EDITOR, 10)
                .statusCode(403)
                .contentType(PROBLEM)
                .header("Cache-Control", equalTo("no-store"))
                .body("type", equalTo("urn:problem-type:belgif:missingPermission"))
                .body("detail", containsString("catalogue-publisher"));
        send(issuer().sign(Issuer.claims()), 10).statusCode(403);
        assertEquals(2, log.size());
    }

    @Test
    void theBodyIsThereBehindTheGate() {
        for (int length : List.of(0, 1, 100_000)) {
            assertEquals(
                    "piet sent " + length,
                    send(PUBLISHER, length).statusCode(200).extract().asString());
        }
    }

    @Test
    void onlyPublicationsMayBeLong() {
        send(PUBLISHER, 200_000).statusCode(413).contentType(PROBLEM).body("detail", containsString("102400"));
        assertTrue(chunked("/admin/v1/length", PUBLISHER).startsWith("HTTP/1.1 411"));
        assertTrue(chunked("/graphql", "").startsWith("HTTP/1.1 411"));
        // What was sent in chunks came through to who knows that it is no bundle.
        var chunked = chunked("/admin/v1/publications?dryRun=true", PUBLISHER);
        assertTrue(chunked.startsWith("HTTP/1.1 415") || chunked.startsWith("HTTP/1.1 422"), chunked);
        var tooLong = raw("POST /admin/v1/publications HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                + "Authorization: Bearer " + PUBLISHER + "\r\nContent-Length: 33554433\r\n\r\n");
        assertTrue(tooLong.startsWith("HTTP/1.1 413"), tooLong);
        assertTrue(tooLong.contains("33554432"), tooLong);
    }

    @Test
    void otherSitesAreToldNothing() {
        var headers = request()
                .header("Origin", "https://kmo.example")
                .header("Access-Control-Request-Method", "GET")
                .options("/admin/v1")
                .then()
                .statusCode(401)
                .extract()
                .headers();
        assertEquals(
                List.of(),
                headers.asList().stream()
                        .map(header -> header.getName())
                        .filter(name -> name.startsWith("Access-Control"))
                        .toList());
        request()
                .header("Origin", "https://kmo.example")
                .header("Authorization", "Bearer " + EDITOR)
                .get("/admin/v1")
                .then()
                .statusCode(200)
                .header("Access-Control-Allow-Origin", nullValue())
                .header("Access-Control-Expose-Headers", nullValue());
        request()
                .header("Authorization", "Bearer " + EDITOR)
                .get("/admin/v1/nothing")
                .then()
                .statusCode(404)
                .contentType(PROBLEM)
                .header("Cache-Control", equalTo("no-store"))
                .header("Access-Control-Allow-Origin", nullValue());
    }

    @Test
    void aTokenIsNoTroubleWhereNoneIsNeeded() {
        given().header("Authorization", "Bearer nonsense").get("/v1").then().statusCode(200);
        given().get("/administration").then().statusCode(404);
    }

    @Test
    void whoFailsAgainAndAgainWaitsLongerAndNobodyElseDoes() {
        var address = newAddress();
        var delays = new ArrayList<Long>();
        for (int i = 0; i < 3; i++) {
            // What stands before the address that the proxy wrote is what the caller made up.
            var claimed = newAddress() + ", " + address;
            delays.add(time(() -> refused(claimed)));
        }
        for (int i = 0; i < 3; i++) {
            long least = 250L << i;
            assertTrue(delays.get(i) >= least, delays::toString);
        }
        var waiting = CompletableFuture.runAsync(() -> refused(address));
        refused(newAddress());
        request(address)
                .header("Authorization", "Bearer " + EDITOR)
                .get("/admin/v1")
                .then()
                .statusCode(200);
        assertFalse(waiting.isDone());
        waiting.join();
        // One line a minute, not one for each attempt.
        assertEquals(1, log.stream().filter(line -> line.contains(address)).count());
    }

    private static void refused(String address) {
        request(address)
                .header("Authorization", "Bearer nonsense")
                .get("/admin/v1")
                .then()
                .statusCode(401);
    }

    private static long time(Runnable action) {
        var begin = Instant.now();
        action.run();
        return Duration.between(begin, Instant.now()).toMillis();
    }

    private static ValidatableResponse enter(String token) {
        return rest().header("X-Forwarded-For", newAddress())
                .header("Authorization", "Bearer " + token)
                .get("/admin/v1")
                .then();
    }

    private static ValidatableResponse send(String token, int length) {
        return request()
                .header("Authorization", "Bearer " + token)
                .contentType("application/octet-stream")
                .body(new byte[length])
                .post("/admin/v1/length")
                .then();
    }

    private String chunked(String path, String token) {
        return raw(
                "POST " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nAuthorization: Bearer " + token
                        + "\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n");
    }

    private String raw(String request) {
        try (var socket = new Socket(service.getHost(), service.getPort())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            // The service still waits for the rest of a body that never comes, so the end of the problem has to do.
            var answer = new StringBuilder();
            for (int c; answer.indexOf("}") < 0 && (c = socket.getInputStream().read()) >= 0; ) {
                answer.append((char) c);
            }
            return answer.toString();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static RequestSpecification request() {
        return request(newAddress());
    }

    private static RequestSpecification request(String address) {
        return given().header("X-Forwarded-For", address);
    }

    private static String newAddress() {
        return "192.0.2." + ADDRESSES.incrementAndGet();
    }

    private Issuer issuer() {
        return new Issuer(key(rsa));
    }

    private String good() {
        return issuer().sign(Issuer.claims());
    }

    private static JwtClaims with(Consumer<JwtClaims> change) {
        var claims = Issuer.claims();
        change.accept(claims);
        return claims;
    }

    private static Issuer stranger(String keyId) {
        try {
            return new Issuer(Issuer.with(RsaJwkGenerator.generateJwk(2048), keyId, "RS256"));
        } catch (JoseException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String keyInTheHeader() {
        var own = stranger("mine").key();
        var signature = new JsonWebSignature();
        signature.setKey(own.getPrivateKey());
        signature.setAlgorithmHeaderValue("RS256");
        signature.setJwkHeader(own);
        return Issuer.compact(signature, Issuer.claims());
    }

    private static String unsigned(String header) {
        return base64(header) + "." + base64(Issuer.claims().toJson()) + ".";
    }

    private static String hmacWithThePublicKey(AccessTest test) {
        var signature = new JsonWebSignature();
        signature.setKey(new HmacKey(test.issuer().key().getPublicKey().getEncoded()));
        signature.setAlgorithmHeaderValue("HS256");
        signature.setKeyIdHeaderValue("one");
        return Issuer.compact(signature, Issuer.claims());
    }

    private static String tampered(AccessTest test) {
        var parts = test.good().split("\\.");
        var claims = with(c -> c.setStringListClaim("groups", Role.PUBLISHER.id()));
        return parts[0] + "." + base64(claims.toJson()) + "." + parts[2];
    }

    private static PublicJsonWebKey key(String json) {
        try {
            return (PublicJsonWebKey) JsonWebKey.Factory.newJwk(json);
        } catch (JoseException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String sha256(String token) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
