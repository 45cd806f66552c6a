package be.digicatalogue.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an operator can set, and what goes wrong at once when it is wrong. */
class SettingsTest {

    private static final String HASH = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "els",
                HASH,
                "els:" + HASH,
                "els:catalogue-editor:",
                "els:catalogue-editor:" + HASH + "0",
                "els:catalogue-editor:g" + HASH,
                "els:admin:" + HASH,
                "els:catalogue-editor,:" + HASH,
                ":catalogue-editor:" + HASH,
                "els::" + HASH,
                "jan:catalogue-editor:" + HASH + " els:catalogue-editor," + HASH
            })
    void aMalformedTokenStopsTheStartWithoutShowingAHash(String setting) {
        var refused = assertThrows(IllegalArgumentException.class, () -> access(setting, null, null, null));
        assertTrue(refused.getMessage().startsWith("entry " + (setting.startsWith("jan") ? 2 : 1) + " "));
        assertFalse(refused.getMessage().contains(HASH.substring(0, 8)), refused.getMessage());
    }

    @Test
    void entriesAreSeparatedBySemicolonsOrSpace() throws NotAdmitted {
        assertTrue(access(
                        " els:catalogue-editor:" + HASH + ";\n jan:catalogue-publisher:" + HASH.toUpperCase() + " ;",
                        null,
                        null,
                        null)
                .isConfigured());
        assertFalse(access(" ; ", null, null, null).isConfigured());
        assertFalse(access(null, null, null, null).isConfigured());
    }

    @ParameterizedTest
    @ValueSource(strings = {"no-such-file.json", "pom.xml", "ftp://login.example/keys", "file:%"})
    void keysThatCannotBeReadStopTheStart(String keys) {
        var refused =
                assertThrows(IllegalArgumentException.class, () -> access(null, Issuer.NAME, keys, Issuer.AUDIENCE));
        assertTrue(refused.getMessage().contains(keys), refused.getMessage());
    }

    @Test
    void keysInAFileAreReadAgainWhenTheyChange(@TempDir Path folder) throws IOException, JoseException, NotAdmitted {
        var file = folder.resolve("keys.json");
        var old = issuer("old");
        Files.writeString(file, Issuer.keySet(old.key()));
        var access = access(null, Issuer.NAME, file.toUri().toString(), Issuer.AUDIENCE);
        assertEquals("els", admit(access, old).name());
        var young = issuer("young");
        Files.writeString(file, Issuer.keySet(young.key()));
        assertEquals("els", admit(access, young).name());
        assertThrows(NotAdmitted.class, () -> admit(access, old));
    }

    @Test
    void keysAtAnAddressAreAskedForWhenTheyAreNeededAndKeptWhenItFails()
            throws IOException, JoseException, NotAdmitted {
        var issuer = issuer("one");
        var published = new AtomicReference<>("");
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/keys", exchange -> {
            var body = published.get().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(body.length == 0 ? 500 : 200, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        try {
            var access = access(
                    null, Issuer.NAME, "http://localhost:" + server.getAddress().getPort() + "/keys", Issuer.AUDIENCE);
            var refused = assertThrows(NotAdmitted.class, () -> admit(access, issuer));
            assertEquals("the keys of the issuer cannot be read", refused.getMessage());
            published.set(Issuer.keySet(issuer.key()));
            assertEquals("els", admit(access, issuer).name());
            server.stop(0);
            assertEquals("els", admit(access, issuer).name());
        } finally {
            server.stop(0);
        }
    }

    private static Curator admit(Access access, Issuer issuer) throws NotAdmitted {
        return access.admit(List.of("Bearer " + issuer.sign(Issuer.claims())));
    }

    private static Issuer issuer(String keyId) throws JoseException {
        return new Issuer(Issuer.with(RsaJwkGenerator.generateJwk(2048), keyId, "RS256"));
    }

    private static Access access(String tokens, String issuer, String keys, String audience) {
        return new Access(
                Optional.ofNullable(tokens),
                Optional.ofNullable(issuer),
                Optional.ofNullable(keys),
                Optional.ofNullable(audience));
    }
}
