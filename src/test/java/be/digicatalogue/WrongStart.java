package be.digicatalogue;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A start that must fail.
 *
 * @param given environment variables
 * @param sentence what the service says, and nothing else
 */
record WrongStart(Map<String, String> given, String sentence) {

    private static final String ALL = """
            CATALOGUE_BASE_URL=digi.example | CATALOGUE_BASE_URL is "digi.example": expected an http or https URL such as https://digi.example.
            CATALOGUE_BASE_URL=ftp://digi.example | CATALOGUE_BASE_URL is "ftp://digi.example": expected an http or https URL such as https://digi.example.
            CATALOGUE_BASE_URL=https:// | CATALOGUE_BASE_URL is "https://": expected an http or https URL such as https://digi.example.
            CATALOGUE_BASE_URL=https://digi.example?a=b | CATALOGUE_BASE_URL is "https://digi.example?a=b": expected an http or https URL such as https://digi.example.
            CATALOGUE_DATA_FOLDER=/dev/null/data | CATALOGUE_DATA_FOLDER is "/dev/null/data": expected a folder, which is made when it does not exist.
            CATALOGUE_COPY=ture | CATALOGUE_COPY is "ture": expected true or false.
            CATALOGUE_COPY= | CATALOGUE_COPY is empty: expected true or false.
            CATALOGUE_DATABASE_URL=localhost:5432 | CATALOGUE_DATABASE_URL cannot be used: a database URL has the form postgresql://user:password@host:port/name, with every @ : / ? # in user or password percent-encoded.
            CATALOGUE_DATABASE_URL=postgresql://localhost/catalogue | CATALOGUE_DATABASE_URL cannot be used: a database URL has the form postgresql://user:password@host:port/name: this one names no user.
            CATALOGUE_DATABASE_URL=postgresql://els:secret@localhost/catalogue?sslmode=often | CATALOGUE_DATABASE_URL cannot be used: the sslmode of a database URL is one of disable, allow, prefer, require, verify-ca, verify-full.
            CATALOGUE_DATABASE_URL=postgresql://els:secret@localhost/catalogue & CATALOGUE_OWNER_DATABASE_URL=postgresql://els@localhost/catalogue | CATALOGUE_OWNER_DATABASE_URL cannot be used: it needs a password.
            CATALOGUE_OWNER_DATABASE_URL=postgresql://els:secret@localhost/catalogue | CATALOGUE_OWNER_DATABASE_URL is set without CATALOGUE_DATABASE_URL: set both, or the latter alone.
            QUARKUS_MAILER_HOST=smtp.digi.example | QUARKUS_MAILER_HOST is set without QUARKUS_MAILER_FROM: set both, or none of them.
            QUARKUS_MAILER_FROM=nobody | QUARKUS_MAILER_FROM is "nobody": expected an e-mail address.
            QUARKUS_MAILER_FROM=a@digi.example & QUARKUS_MAILER_START_TLS=often | QUARKUS_MAILER_START_TLS is "often": expected DISABLED, OPTIONAL or REQUIRED.
            CATALOGUE_ADMIN_TOKENS=nonsense | CATALOGUE_ADMIN_TOKENS cannot be used: entry 1 is not of the form name:role,role:hash with a hash of 64 hexadecimal digits.
            CATALOGUE_ADMIN_TOKENS=els:admin:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef | CATALOGUE_ADMIN_TOKENS cannot be used: entry 1 has a role other than catalogue-editor and catalogue-publisher.
            CATALOGUE_ADMIN_JWT_ISSUER=https://login.example | CATALOGUE_ADMIN_JWT_JWKS and CATALOGUE_ADMIN_JWT_AUDIENCE are missing: set CATALOGUE_ADMIN_JWT_ISSUER and CATALOGUE_ADMIN_JWT_JWKS and CATALOGUE_ADMIN_JWT_AUDIENCE, or none of them.
            CATALOGUE_ADMIN_JWT_ISSUER=https://login.example & CATALOGUE_ADMIN_JWT_AUDIENCE=digi & CATALOGUE_ADMIN_JWT_JWKS=no-such-file.json | CATALOGUE_ADMIN_JWT_JWKS is "no-such-file.json": expected an http or https URL, or a file with a JSON Web Key Set.
            CATALOGUE_ADMIN_MAX_UPLOAD=much | CATALOGUE_ADMIN_MAX_UPLOAD is "much": expected a size from 1K to 1G.
            CATALOGUE_ADMIN_MAX_UPLOAD=2G | CATALOGUE_ADMIN_MAX_UPLOAD is "2G": expected a size from 1K to 1G.
            CATALOGUE_MAP_TILES=tiles.example | CATALOGUE_MAP_TILES is "tiles.example": expected a URL such as https://tiles.example/{z}/{x}/{y}.png.
            CATALOGUE_MAP_TILES=https://tiles.example/{z}/{x}.png | CATALOGUE_MAP_TILES is "https://tiles.example/{z}/{x}.png": expected a URL such as https://tiles.example/{z}/{x}/{y}.png.
            CATALOGUE_GRAPHQL_DOCUMENTS=no-such-folder | CATALOGUE_GRAPHQL_DOCUMENTS is "no-such-folder": expected a folder that exists.
            CATALOGUE_REVIEW_SERVICE_POINTS_OPENING_HOURS=12 months | CATALOGUE_REVIEW_SERVICE_POINTS_OPENING_HOURS is "12 months": expected years, months or days, such as P6M.
            CATALOGUE_REVIEW_PARTNERS_WEBSITE=P0D | CATALOGUE_REVIEW_PARTNERS_WEBSITE is "P0D": expected years, months or days, such as P6M.
            CATALOGUE_PUBLISHER_NAME= | CATALOGUE_PUBLISHER_NAME is empty: expected a text.
            CATALOGUE_PUBLISHER_NAME=${nobody} | CATALOGUE_PUBLISHER_NAME is "${nobody}": expected a text.
            CATALOGUE_PUBLISHER_EMAIL=digi.example | CATALOGUE_PUBLISHER_EMAIL is "digi.example": expected an e-mail address.
            CATALOGUE_TRAFFIC_CONNECTIONS=0 | CATALOGUE_TRAFFIC_CONNECTIONS is "0": expected a whole number from 1 to 1000000.
            CATALOGUE_TRAFFIC_IDLE=soon | CATALOGUE_TRAFFIC_IDLE is "soon": expected a duration from 1s to 24h.
            CATALOGUE_TRAFFIC_PATIENCE=-5s | CATALOGUE_TRAFFIC_PATIENCE is "-5s": expected a duration from 1s to 1h.
            CATALOGUE_TRAFFIC_LAG=2h | CATALOGUE_TRAFFIC_LAG is "2h": expected a duration from 1ms to 1m.
            CATALOGUE_TRAFFIC_IN_FLIGHT=1.5 | CATALOGUE_TRAFFIC_IN_FLIGHT is "1.5": expected a whole number from 1 to 1000000.
            CATALOGUE_WHOLE_READERS=many | CATALOGUE_WHOLE_READERS is "many": expected a whole number from 1 to 1000000.
            CATALOGUE_EXPORT_MOST_BYTES=4M | CATALOGUE_EXPORT_MOST_BYTES is "4M": expected a whole number from 1024 to 2147483647.
            CATALOGUE_RATE_LIMIT_REQUESTS=abc | CATALOGUE_RATE_LIMIT_REQUESTS is "abc": expected a whole number from 1 to 2147483647.
            CATALOGUE_RATE_LIMIT_REQUESTS=0 | CATALOGUE_RATE_LIMIT_REQUESTS is "0": expected a whole number from 1 to 2147483647.
            CATALOGUE_RATE_LIMIT_WINDOW=0s | CATALOGUE_RATE_LIMIT_WINDOW is "0s": expected a duration from 1s to 24h.
            CATALOGUE_CHANGES_STREAMS=99999999999 | CATALOGUE_CHANGES_STREAMS is "99999999999": expected a whole number from 1 to 1000000.
            CATALOGUE_CHANGES_HEARTBEAT=15 secs | CATALOGUE_CHANGES_HEARTBEAT is "15 secs": expected a duration from 1s to 1h.
            QUARKUS_HTTP_PORT=http | QUARKUS_HTTP_PORT is "http": expected a whole number from 0 to 65535.
            QUARKUS_HTTP_PORT=70000 | QUARKUS_HTTP_PORT is "70000": expected a whole number from 0 to 65535.
            QUARKUS_HTTP_PROXY_PROXY_ADDRESS_FORWARDING=on | QUARKUS_HTTP_PROXY_PROXY_ADDRESS_FORWARDING is "on": expected true or false.
            QUARKUS_HTTP_PROXY_TRUSTED_PROXIES=10.0.0.0/64 | QUARKUS_HTTP_PROXY_TRUSTED_PROXIES is "10.0.0.0/64": expected addresses and networks, such as 10.0.0.0/8, separated by commas.
            QUARKUS_LOG_CONSOLE_JSON_ENABLED=yes | QUARKUS_LOG_CONSOLE_JSON_ENABLED is "yes": expected true or false.
            QUARKUS_SHUTDOWN_DELAY=long | QUARKUS_SHUTDOWN_DELAY is "long": expected a duration from 0s to 1h.
            OTEL_EXPORTER_OTLP_ENDPOINT=collector | OTEL_EXPORTER_OTLP_ENDPOINT is "collector": expected an http or https URL such as http://collector:4317.
            """;

    static Stream<WrongStart> all() {
        return ALL.lines().map(WrongStart::parse);
    }

    private static WrongStart parse(String line) {
        int end = line.indexOf(" | ");
        var given = new LinkedHashMap<String, String>();
        for (var assignment : line.substring(0, end).split(" & ")) {
            var parts = assignment.split("=", 2);
            given.put(parts[0], parts[1]);
        }
        return new WrongStart(given, line.substring(end + 3));
    }

    @Override
    public String toString() {
        return given.toString();
    }
}
