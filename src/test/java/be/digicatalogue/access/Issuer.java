package be.digicatalogue.access;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;

/** Signs tokens as an issuer does, and as one who would like to be taken for it. */
public final class Issuer {

    static final String RSA = "test.issuer.rsa";
    static final String EC = "test.issuer.ec";

    static final String NAME = "https://login.example";
    static final String AUDIENCE = "digi-catalogue";

    private final PublicJsonWebKey key;

    Issuer(PublicJsonWebKey key) {
        this.key = key;
    }

    /** What a service is told of an issuer whose keys lie in a file; and the keys themselves, for tests. */
    public static Map<String, String> settings() {
        try {
            var rsa = with(RsaJwkGenerator.generateJwk(2048), "one", "RS256");
            var ec = with(EcJwkGenerator.generateJwk(EllipticCurves.P256), "two", "ES256");
            var keys = Files.createTempFile("digi-catalogue-jwks-", ".json");
            keys.toFile().deleteOnExit();
            Files.writeString(keys, keySet(rsa, ec));
            return Map.of(
                    "catalogue.admin.jwt.issuer",
                    NAME,
                    "catalogue.admin.jwt.audience",
                    AUDIENCE,
                    "catalogue.admin.jwt.jwks",
                    keys.toString(),
                    RSA,
                    rsa.toJson(OutputControlLevel.INCLUDE_PRIVATE),
                    EC,
                    ec.toJson(OutputControlLevel.INCLUDE_PRIVATE));
        } catch (IOException | JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    PublicJsonWebKey key() {
        return key;
    }

    /** The public halves, as an issuer publishes them. */
    static String keySet(PublicJsonWebKey... keys) {
        return new JsonWebKeySet(List.of(keys)).toJson();
    }

    /** What a good token says, an editor for five minutes; a test changes one thing in it. */
    static JwtClaims claims() {
        var claims = new JwtClaims();
        claims.setIssuer(NAME);
        claims.setAudience(AUDIENCE);
        claims.setSubject("4711");
        claims.setClaim("preferred_username", "els");
        claims.setStringListClaim("groups", Role.EDITOR.id(), "staff");
        claims.setIssuedAtToNow();
        claims.setExpirationTimeMinutesInTheFuture(5);
        return claims;
    }

    String sign(JwtClaims claims) {
        return sign(claims, key.getAlgorithm());
    }

    String sign(JwtClaims claims, String algorithm) {
        var signature = new JsonWebSignature();
        signature.setKey(key.getPrivateKey());
        signature.setAlgorithmHeaderValue(algorithm);
        signature.setKeyIdHeaderValue(key.getKeyId());
        return compact(signature, claims);
    }

    static String compact(JsonWebSignature signature, JwtClaims claims) {
        try {
            signature.setPayload(claims.toJson());
            signature.setDoKeyValidation(false);
            signature.setAlgorithmConstraints(AlgorithmConstraints.NO_CONSTRAINTS);
            return signature.getCompactSerialization();
        } catch (JoseException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static PublicJsonWebKey with(PublicJsonWebKey key, String id, String algorithm) {
        key.setKeyId(id);
        key.setAlgorithm(algorithm);
        return key;
    }
}
