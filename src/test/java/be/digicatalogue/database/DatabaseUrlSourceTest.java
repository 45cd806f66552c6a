package be.digicatalogue.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.smallrye.config.ConfigSourceFactory;
import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

class DatabaseUrlSourceTest {

    @Test
    void oneVariableServesBothClients() {
        SmallRyeConfig config = config(Map.of("CATALOGUE_DATABASE_URL", "postgresql://ada:secret@db:6543/catalogue"));
        assertEquals("jdbc:postgresql://db:6543/catalogue", value(config, "quarkus.datasource.jdbc.url"));
        assertEquals("postgresql://db:6543/catalogue", value(config, "quarkus.datasource.reactive.url"));
        assertEquals("ada", value(config, "quarkus.datasource.username"));
        assertEquals("secret", value(config, "quarkus.datasource.password"));
        assertAbsent(config, "quarkus.flyway.jdbc-url");
    }

    @Test
    void aSecondVariableNamesTheOwnerThatMigrates() {
        SmallRyeConfig config = config(Map.of(
                "CATALOGUE_DATABASE_URL", "postgresql://server:secret@db/catalogue",
                "CATALOGUE_OWNER_DATABASE_URL", "postgresql://owner:other@db/catalogue"));
        assertEquals("server", value(config, "quarkus.datasource.username"));
        assertEquals("jdbc:postgresql://db:5432/catalogue", value(config, "quarkus.flyway.jdbc-url"));
        assertEquals("owner", value(config, "quarkus.flyway.username"));
        assertEquals("other", value(config, "quarkus.flyway.password"));
    }

    @Test
    void aPasswordMayLookLikeAnExpression() {
        for (String password : new String[] {"a$b", "a$$b", "a${b}c", "a\\$b", "a\\${b}"}) {
            String encoded = password.replace("$", "%24")
                    .replace("{", "%7B")
                    .replace("}", "%7D")
                    .replace("\\", "%5C");
            SmallRyeConfig config =
                    config(Map.of("CATALOGUE_DATABASE_URL", "postgresql://ada:" + encoded + "@db/catalogue"));
            assertEquals(password, value(config, "quarkus.datasource.password"));
        }
        SmallRyeConfig unencoded = config(Map.of("CATALOGUE_DATABASE_URL", "postgresql://ada:a${b}c@db/catalogue"));
        assertEquals("a${b}c", value(unencoded, "quarkus.datasource.password"));
    }

    @Test
    void anSslModeMeansTheSameToTheReactiveClient() {
        SmallRyeConfig required =
                config(Map.of("CATALOGUE_DATABASE_URL", "postgresql://ada:x@db/catalogue?sslmode=require"));
        assertEquals("true", value(required, "quarkus.datasource.reactive.trust-all"));

        SmallRyeConfig verified = config(Map.of(
                "CATALOGUE_DATABASE_URL", "postgresql://ada:x@db/catalogue?sslmode=verify-full&sslrootcert=/ca.pem"));
        assertAbsent(verified, "quarkus.datasource.reactive.trust-all");
        assertEquals("HTTPS", value(verified, "quarkus.datasource.reactive.hostname-verification-algorithm"));
        assertEquals("/ca.pem", value(verified, "quarkus.datasource.reactive.trust-certificate-pem.certs"));
    }

    @Test
    void leavesQuarkusOwnPropertiesAlone() {
        Map<String, String> operators = Map.of(
                "QUARKUS_DATASOURCE_JDBC_URL", "jdbc:postgresql://theirs/catalogue",
                "QUARKUS_DATASOURCE_USERNAME", "theirs",
                "CATALOGUE_DATABASE_URL", "");
        SmallRyeConfig config = config(operators);
        assertEquals("jdbc:postgresql://theirs/catalogue", value(config, "quarkus.datasource.jdbc.url"));
        assertEquals("theirs", value(config, "quarkus.datasource.username"));
        assertAbsent(config, "quarkus.datasource.reactive.url");
    }

    @Test
    void saysNothingDuringABuildThatWouldKeepThePassword() {
        SmallRyeConfig config = new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .withSources(new PropertiesConfigSource(Map.of(), "Build system"))
                .withSources(new EnvConfigSource(
                        Map.of("CATALOGUE_DATABASE_URL", "postgresql://ada:secret@db/catalogue"), 300))
                .withSources(new DatabaseUrlSource())
                .build();
        assertAbsent(config, "quarkus.datasource.password");
    }

    @Test
    void aBadUrlIsOneSentenceThatNamesItsVariable() {
        NoDatabaseException refusal = assertThrows(
                NoDatabaseException.class,
                () -> config(Map.of("CATALOGUE_OWNER_DATABASE_URL", "postgresql://ada:hunter2@db")));
        assertEquals(0, refusal.getMessage().indexOf("CATALOGUE_OWNER_DATABASE_URL "));
        assertFalse(refusal.getMessage().contains("hunter2"));
    }

    @Test
    void isFoundAsAService() {
        assertEquals(
                1,
                ServiceLoader.load(ConfigSourceFactory.class).stream()
                        .filter(factory -> factory.type() == DatabaseUrlSource.class)
                        .count());
    }

    private static SmallRyeConfig config(Map<String, String> environment) {
        return new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .withSources(new EnvConfigSource(environment, 300))
                .withSources(new DatabaseUrlSource())
                .build();
    }

    private static String value(SmallRyeConfig config, String property) {
        return config.getValue(property, String.class);
    }

    private static void assertAbsent(SmallRyeConfig config, String property) {
        assertEquals(Optional.empty(), config.getOptionalValue(property, String.class));
    }
}
