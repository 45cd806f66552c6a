package be.digicatalogue.database;

import io.smallrye.config.ConfigSourceContext;
import io.smallrye.config.ConfigSourceFactory;
import io.smallrye.config.ConfigValue;
import io.smallrye.config.PropertiesConfigSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.spi.ConfigSource;

/**
 * Derives the properties of Quarkus' two clients and Flyway from {@code CATALOGUE_DATABASE_URL}, and the role for migrations
 * from the optional {@code CATALOGUE_OWNER_DATABASE_URL}. Both exist as properties too: {@code catalogue.database.url} and
 * {@code catalogue.owner-database.url}. Without them it sets nothing, so Quarkus' own properties apply.
 */
public final class DatabaseUrlSource implements ConfigSourceFactory {

    public static final String URL = "catalogue.database.url";
    public static final String OWNER_URL = "catalogue.owner-database.url";

    /**
     * Above application.properties; a Quarkus property from the environment (300) or the command line still takes precedence.
     */
    private static final int ORDINAL = 275;

    @Override
    public Iterable<ConfigSource> getConfigSources(ConfigSourceContext context) {
        // A build would write the values, passwords included, into its artifact.
        if (context.getConfigSources().stream().anyMatch(s -> s.getName().contains("Build system"))) {
            return List.of();
        }
        Map<String, String> properties = new HashMap<>();
        url(context, URL).ifPresent(url -> properties.putAll(serving(url)));
        url(context, OWNER_URL).ifPresent(url -> properties.putAll(migrating(url)));
        properties.replaceAll((name, value) -> value.replace("$", "\\$"));
        return List.of(new PropertiesConfigSource(properties, "Digi Catalogue's database URL", ORDINAL));
    }

    private static Optional<DatabaseUrl> url(ConfigSourceContext context, String property) {
        ConfigValue value = context.getValue(property);
        // A password may contain what looks like an unresolvable expression; then the text is literal.
        return Optional.ofNullable(value)
                .map(v -> v.getValue() == null ? v.getRawValue() : v.getValue())
                .filter(text -> !text.isBlank())
                .map(text -> parse(property, text));
    }

    private static DatabaseUrl parse(String property, String text) {
        try {
            return DatabaseUrl.parse(text);
        } catch (IllegalArgumentException e) {
            throw new NoDatabaseException(
                    (property.equals(URL) ? "CATALOGUE_DATABASE_URL" : "CATALOGUE_OWNER_DATABASE_URL")
                            + " cannot be used: " + e.getMessage());
        }
    }

    private static Map<String, String> serving(DatabaseUrl url) {
        Map<String, String> properties = new HashMap<>();
        properties.put("quarkus.datasource.jdbc.url", url.jdbcUrl());
        properties.put("quarkus.datasource.reactive.url", url.reactiveUrl());
        properties.put("quarkus.datasource.username", url.user());
        url.password().ifPresent(password -> properties.put("quarkus.datasource.password", password));
        // The Vert.x client needs the parts of an sslmode as separate options.
        switch (url.parameters().getOrDefault("sslmode", "disable")) {
            case "verify-full" -> {
                properties.put("quarkus.datasource.reactive.hostname-verification-algorithm", "HTTPS");
                trust(properties, url);
            }
            case "verify-ca" -> trust(properties, url);
            case "disable" -> {}
            default -> properties.put("quarkus.datasource.reactive.trust-all", "true");
        }
        return properties;
    }

    private static void trust(Map<String, String> properties, DatabaseUrl url) {
        properties.put("quarkus.datasource.reactive.trust-certificate-pem", "true");
        properties.put(
                "quarkus.datasource.reactive.trust-certificate-pem.certs",
                url.parameters().get("sslrootcert"));
    }

    private static Map<String, String> migrating(DatabaseUrl url) {
        return Map.of(
                "quarkus.flyway.jdbc-url", url.jdbcUrl(),
                "quarkus.flyway.username", url.user(),
                "quarkus.flyway.password",
                        url.password()
                                .orElseThrow(() -> new NoDatabaseException(
                                        "CATALOGUE_OWNER_DATABASE_URL cannot be used: it needs a password.")));
    }
}
