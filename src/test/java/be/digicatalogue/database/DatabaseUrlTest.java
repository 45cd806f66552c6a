package be.digicatalogue.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.SslMode;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.Driver;

class DatabaseUrlTest {

    @Test
    void namesThePlaceForBothClientsAndTheUserApart() {
        DatabaseUrl url = DatabaseUrl.parse("postgresql://ada:secret@db.example.be:6543/catalogue");
        assertEquals("jdbc:postgresql://db.example.be:6543/catalogue", url.jdbcUrl());
        assertEquals("postgresql://db.example.be:6543/catalogue", url.reactiveUrl());
        assertEquals("ada", url.user());
        assertEquals(Optional.of("secret"), url.password());
    }

    @Test
    void takesTheShortSchemeThePortOfPostgresqlAndNoPassword() {
        DatabaseUrl url = DatabaseUrl.parse("postgres://ada@localhost/catalogue");
        assertEquals("jdbc:postgresql://localhost:5432/catalogue", url.jdbcUrl());
        assertEquals(Optional.empty(), url.password());
    }

    @Test
    void namesSeveralServersForBothClients() {
        DatabaseUrl url =
                DatabaseUrl.parse("postgresql://ada:secret@[::1]:6543,replica/catalogue?application_name=a%2Cb");
        Properties jdbc = Driver.parseURL(url.jdbcUrl(), null);
        assertEquals("[::1],replica", jdbc.getProperty("PGHOST"));
        assertEquals("6543,5432", jdbc.getProperty("PGPORT"));
        // Flyway writes.
        assertEquals("primary", jdbc.getProperty("targetServerType"));
        assertEquals("a,b", jdbc.getProperty("ApplicationName"));
        List<PgConnectOptions> reactive = Stream.of(url.reactiveUrl().split(","))
                .map(PgConnectOptions::fromUri)
                .toList();
        assertEquals(
                List.of("::1", "replica"),
                reactive.stream().map(PgConnectOptions::getHost).toList());
        assertEquals(
                List.of(6543, 5432),
                reactive.stream().map(PgConnectOptions::getPort).toList());
        reactive.forEach(server -> assertEquals("a,b", server.getProperties().get("application_name")));
        assertEquals("postgresql://ada@[::1]:6543,replica:5432/catalogue", url.toString());
    }

    @Test
    void decodesUserPasswordAndName() {
        DatabaseUrl url = DatabaseUrl.parse("postgresql://ada%40work:p%3A%2F%40%24+%C3%A9@localhost/my%20catalogue");
        assertEquals("ada@work", url.user());
        assertEquals(Optional.of("p:/@$+é"), url.password());
        assertEquals("my catalogue", url.name());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "postgresql://ada:secret@localhost:6543/catalogue",
                "postgresql://ada:secret@[::1]:6543/catalogue",
                "postgresql://ada:secret@10.0.0.7/my%20catalogue",
                "postgresql://ada:secret@db_1.internal/catalogue?sslmode=require&application_name=digi%20catalogue",
                "postgresql://ada:secret@db.example.be/catalogue?sslmode=verify-full&sslrootcert=/etc/ssl/ca.pem",
            })
    void bothClientsReadTheSamePlace(String text) {
        DatabaseUrl url = DatabaseUrl.parse(text);
        Properties jdbc = Driver.parseURL(url.jdbcUrl(), null);
        PgConnectOptions reactive = PgConnectOptions.fromUri(url.reactiveUrl());

        DatabaseUrl.Server server = url.servers().get(0);
        assertEquals(server.host(), jdbc.getProperty("PGHOST"));
        assertEquals(server.host().replaceAll("[\\[\\]]", ""), reactive.getHost());
        assertEquals(Integer.toString(server.port()), jdbc.getProperty("PGPORT", "5432"));
        assertEquals(server.port(), reactive.getPort());
        assertEquals(url.name(), jdbc.getProperty("PGDBNAME"));
        assertEquals(url.name(), reactive.getDatabase());
        String sslMode = url.parameters().get("sslmode");
        assertEquals(sslMode, jdbc.getProperty("sslmode"));
        assertEquals(sslMode == null ? SslMode.DISABLE : SslMode.of(sslMode), reactive.getSslMode());
        assertEquals(url.parameters().get("sslrootcert"), jdbc.getProperty("sslrootcert"));
        assertNull(reactive.getProperties().get("sslrootcert"));
        if (url.parameters().containsKey("application_name")) {
            assertEquals("digi catalogue", jdbc.getProperty("ApplicationName"));
            assertEquals("digi catalogue", reactive.getProperties().get("application_name"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "hunter2",
                "mysql://ada:hunter2@localhost/catalogue",
                "jdbc:postgresql://localhost/catalogue?user=ada&password=hunter2",
                "postgresql://localhost/catalogue",
                "postgresql://:hunter2@localhost/catalogue",
                "postgresql://ada:hunter2@localhost",
                "postgresql://ada:hunter2@localhost/",
                "postgresql://ada:hunter2@/catalogue",
                "postgresql://ada:hunter2@localhost:0/catalogue",
                "postgresql://ada:hunter2@localhost:70000/catalogue",
                "postgresql://ada:hunter2@localhost:99999999999/catalogue",
                "postgresql://ada:hunter2@localhost:port/catalogue",
                "postgresql://ada:hunter2@first,/catalogue",
                "postgresql://ada:hunter2@first,sec ond/catalogue",
                "postgresql://ada:hunter2@first:5432,second:port/catalogue",
                "postgresql://ada:hunter2@x@localhost/catalogue",
                "postgresql://ada:hunter2/x@localhost/catalogue",
                "postgresql://ada:hunter2%zz@localhost/catalogue",
                "postgresql://ada:hunter2@localhost/catalogue?sslmode=sometimes",
                "postgresql://ada:hunter2@localhost/catalogue?sslmode=verify-full",
                "postgresql://ada:hunter2@localhost/catalogue?sslmode",
                "postgresql://ada@localhost/catalogue?password=hunter2",
            })
    void refusesWhatItCannotUseInOneSentenceWithoutThePassword(String text) {
        IllegalArgumentException refusal = assertThrows(IllegalArgumentException.class, () -> DatabaseUrl.parse(text));
        assertFalse(refusal.getMessage().contains("hunter2"), refusal.getMessage());
        assertTrue(
                refusal.getMessage().matches("a database URL [^\\n]+\\.|the sslmode [^\\n]+\\."), refusal.getMessage());
        assertNull(refusal.getCause());
    }

    @Test
    void doesNotShowThePasswordWhenPrinted() {
        DatabaseUrl url = DatabaseUrl.parse("postgresql://ada:hunter2@localhost/catalogue");
        assertEquals("postgresql://ada@localhost:5432/catalogue", url.toString());
    }
}
