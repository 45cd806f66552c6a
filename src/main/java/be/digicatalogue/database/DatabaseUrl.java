package be.digicatalogue.database;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The location and login of a PostgreSQL database, as one URL for the JDBC and the reactive client: {@code
 * postgresql://user:password@host:port/name}, percent-encoded, by default with port 5432. Several servers, a primary and its
 * replicas, are separated by commas.
 *
 * <p>It accepts only parameters that mean the same to both clients: {@code sslmode}, {@code sslrootcert} and {@code
 * application_name}. An invalid URL is an {@link IllegalArgumentException} with one sentence without the password.
 *
 * @param password empty when the server requires none
 */
public record DatabaseUrl(
        String user, Optional<String> password, List<Server> servers, String name, Map<String, String> parameters) {

    /**
     * The address of one server.
     *
     * @param host a name or an address, IPv6 in square brackets
     */
    public record Server(String host, int port) {

        @Override
        public String toString() {
            return host + ":" + port;
        }
    }

    private static final String FORM = "a database URL has the form postgresql://user:password@host:port/name";

    private static final Pattern SERVER =
            Pattern.compile("(?<host>\\[[0-9A-Fa-f:.]+]|[\\w.~%-]+)(?::(?<port>[^/?#,]*))?");

    private static final Pattern URL =
            Pattern.compile("postgres(?:ql)?://(?:(?<user>[^:@/?#]+)(?::(?<password>[^@/?#]*))?@)?"
                    + "(?<servers>[^@/?#]+)/(?<name>[^/?#]+)(?:\\?(?<parameters>[^#]*))?");

    private static final Set<String> PARAMETERS = Set.of("sslmode", "sslrootcert", "application_name");
    private static final List<String> SSL_MODES =
            List.of("disable", "allow", "prefer", "require", "verify-ca", "verify-full");

    public DatabaseUrl {
        servers = List.copyOf(servers);
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
    }

    public static DatabaseUrl parse(String text) {
        Matcher url = URL.matcher(text.strip());
        if (!url.matches()) {
            throw new IllegalArgumentException(FORM + ", with every @ : / ? # in user or password percent-encoded.");
        }
        if (url.group("user") == null) {
            throw new IllegalArgumentException(FORM + ": this one names no user.");
        }
        Optional<String> password = Optional.ofNullable(url.group("password"))
                .map(DatabaseUrl::decode)
                .filter(p -> !p.isEmpty());
        return new DatabaseUrl(
                decode(url.group("user")),
                password,
                servers(url.group("servers")),
                decode(url.group("name")),
                parameters(url.group("parameters")));
    }

    /** The URL for the JDBC driver, which runs the migrations; user and password are passed separately. */
    public String jdbcUrl() {
        Map<String, String> understood = new LinkedHashMap<>(parameters);
        if (servers.size() > 1) {
            understood.put("targetServerType", "primary");
        }
        return "jdbc:" + location(places()) + query(understood, Map.of("application_name", "ApplicationName"));
    }

    /**
     * The URLs for the Vert.x client, one for each server, with commas between them. The client takes certificates as
     * separate options and not in the URL.
     */
    public String reactiveUrl() {
        Map<String, String> understood = new LinkedHashMap<>(parameters);
        understood.remove("sslrootcert");
        return servers.stream()
                .map(server -> location(server.toString()) + query(understood, Map.of()))
                .collect(Collectors.joining(","));
    }

    /** Without the password, so that it can be logged. */
    @Override
    public String toString() {
        return "postgresql://" + encode(user) + "@" + places() + "/" + encode(name);
    }

    private String places() {
        return servers.stream().map(Server::toString).collect(Collectors.joining(","));
    }

    private String location(String places) {
        return "postgresql://" + places + "/" + encode(name);
    }

    private static List<Server> servers(String text) {
        return Stream.of(text.split(",", -1))
                .map(place -> {
                    Matcher server = SERVER.matcher(place);
                    if (!server.matches()) {
                        throw new IllegalArgumentException(
                                FORM + ", several servers as host:port,host:port. One of them is malformed.");
                    }
                    return new Server(server.group("host"), port(server.group("port")));
                })
                .toList();
    }

    private static int port(String text) {
        if (text == null || text.isEmpty()) {
            return 5432;
        }
        if (!text.matches("\\d{1,5}") || Integer.parseInt(text) < 1 || Integer.parseInt(text) > 65535) {
            throw new IllegalArgumentException(FORM + ": its port is a number from 1 to 65535.");
        }
        return Integer.parseInt(text);
    }

    private static Map<String, String> parameters(String query) {
        Map<String, String> parameters = new LinkedHashMap<>();
        for (String pair : query == null || query.isEmpty() ? new String[0] : query.split("&")) {
            String[] parts = pair.split("=", 2);
            String name = decode(parts[0]);
            if (!PARAMETERS.contains(name) || parts.length < 2) {
                throw new IllegalArgumentException("a database URL takes the parameters sslmode, sslrootcert and"
                        + " application_name, each with a value; more than that needs Quarkus' own properties.");
            }
            parameters.put(name, decode(parts[1]));
        }
        String sslMode = parameters.getOrDefault("sslmode", "disable");
        if (!SSL_MODES.contains(sslMode)) {
            throw new IllegalArgumentException(
                    "the sslmode of a database URL is one of " + String.join(", ", SSL_MODES) + ".");
        }
        if (sslMode.startsWith("verify-") && !parameters.containsKey("sslrootcert")) {
            throw new IllegalArgumentException("a database URL with sslmode=" + sslMode
                    + " needs sslrootcert=, the PEM file of the authority that signed the server's certificate.");
        }
        return parameters;
    }

    private static String query(Map<String, String> parameters, Map<String, String> otherNames) {
        return parameters.entrySet().stream()
                .map(p -> otherNames.getOrDefault(p.getKey(), p.getKey()) + "=" + encode(p.getValue()))
                .collect(Collectors.collectingAndThen(Collectors.joining("&"), q -> q.isEmpty() ? "" : "?" + q));
    }

    private static String decode(String text) {
        try {
            // In a URL a plus sign is literal, but URLDecoder decodes forms, in which it is a space.
            return URLDecoder.decode(text.replace("+", "%2B"), UTF_8);
        } catch (IllegalArgumentException e) {
            // Without the cause, whose message quotes what could be a password.
            throw new IllegalArgumentException(FORM + ": a % in it starts a percent-encoded character, itself is %25.");
        }
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, UTF_8).replace("+", "%20");
    }
}
