package be.digicatalogue.operation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which paths have a secret, and what logs and traces have in their place. */
class SecretPathTest {

    private static final AttributeKey<String> PATH = AttributeKey.stringKey("url.path");

    @ParameterizedTest
    @CsvSource({
        "/v1/reports/abc, /v1/reports/*",
        "/v1/reports/abc/def, /v1/reports/*",
        "//v1//reports//abc, //v1//reports/*",
        "/v1;a=b/reports;c/abc, /v1;a=b/reports/*",
        "/melding/abc, /melding/*",
        "/fr/melding/abc/, /fr/melding/*",
        "/bevestig/abc/afmelden, /bevestig/*",
        "/MELDING/abc, /MELDING/*"
    })
    void aSecretIsMaskedInLogsAndTraces(String path, String masked) {
        assertTrue(SecretPath.isSecret(path));
        assertEquals(masked, SecretPath.masked(path));
        assertEquals(masked, traced(path));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/reports",
                "/v1/reports/",
                "/melding",
                "/melden",
                "/bevestig",
                "/bevestigd",
                "/fr/bevestigd",
                "/admin/v1/confirmations",
                "/admin/v1/reports/7",
                "/v1/partners/melding"
            })
    void otherPathsStayAsTheyAre(String path) {
        assertFalse(SecretPath.isSecret(path));
        assertEquals(path, SecretPath.masked(path));
        assertEquals(path, traced(path));
    }

    /** What a trace has of a path. */
    private static String traced(String path) {
        try (var provider = SdkTracerProvider.builder()
                .addSpanProcessor(new SecretsInSpans())
                .build()) {
            var span = provider.get("test")
                    .spanBuilder("GET")
                    .setAttribute(PATH, path)
                    .startSpan();
            span.end();
            return ((ReadableSpan) span).getAttribute(PATH);
        }
    }
}
