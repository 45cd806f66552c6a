package be.digicatalogue.operation;

import io.smallrye.config.ConfigSourceContext;
import io.smallrye.config.ConfigSourceFactory;
import io.smallrye.config.ConfigValue;
import io.smallrye.config.PropertiesConfigSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.spi.ConfigSource;

/**
 * Switches tracing on when an OTLP endpoint is configured, by OpenTelemetry's standard variable {@code
 * OTEL_EXPORTER_OTLP_ENDPOINT} or by Quarkus' own property. Without an endpoint no request is traced and nothing is
 * sent.
 */
public final class TracesSource implements ConfigSourceFactory {

    private static final String ENDPOINT = "quarkus.otel.exporter.otlp.endpoint";
    private static final List<String> NAMES =
            List.of("quarkus.otel.exporter.otlp.traces.endpoint", ENDPOINT, "otel.exporter.otlp.endpoint");

    /**
     * Above application.properties; Quarkus' own properties from the environment or the command line still take
     * precedence.
     */
    private static final int ORDINAL = 275;

    @Override
    public Iterable<ConfigSource> getConfigSources(ConfigSourceContext context) {
        return NAMES.stream()
                .flatMap(name -> value(context, name).stream())
                .findFirst()
                .<Iterable<ConfigSource>>map(endpoint -> List.of(new PropertiesConfigSource(
                        Map.of(ENDPOINT, endpoint, "quarkus.otel.sdk.disabled", "false"),
                        "Digi Catalogue's traces",
                        ORDINAL)))
                .orElse(List.of());
    }

    private static Optional<String> value(ConfigSourceContext context, String name) {
        return Optional.ofNullable(context.getValue(name))
                // Quarkus has a default endpoint, which nobody configured.
                .filter(value -> value.getConfigSourceOrdinal() > 0)
                .map(ConfigValue::getValue)
                .filter(text -> !text.isBlank());
    }
}
