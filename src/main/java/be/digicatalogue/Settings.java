package be.digicatalogue;

import static be.digicatalogue.operation.OperatorSetting.duration;
import static be.digicatalogue.operation.OperatorSetting.existingFolder;
import static be.digicatalogue.operation.OperatorSetting.folder;
import static be.digicatalogue.operation.OperatorSetting.number;
import static be.digicatalogue.operation.OperatorSetting.secret;
import static be.digicatalogue.operation.OperatorSetting.size;
import static be.digicatalogue.operation.OperatorSetting.text;
import static be.digicatalogue.operation.OperatorSetting.trueOrFalse;
import static be.digicatalogue.operation.OperatorSetting.url;

import be.digicatalogue.access.Access;
import be.digicatalogue.catalogue.ReviewSettings;
import be.digicatalogue.database.DatabaseUrl;
import be.digicatalogue.database.DatabaseUrlSource;
import be.digicatalogue.dcat.Publishing;
import be.digicatalogue.http.Clients;
import be.digicatalogue.http.SecurityHeaders;
import be.digicatalogue.operation.OperatorSetting;
import be.digicatalogue.operation.UnknownSettings;
import be.digicatalogue.record.ReviewPeriods;
import io.quarkus.runtime.LaunchMode;
import io.smallrye.config.SmallRyeConfig;
import io.vertx.ext.mail.StartTLSOptions;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Every setting that docs/operating.md describes, with the values that it may have. They are checked before anything is made: no
 * folder, no database, no port.
 */
final class Settings {

    private static final String JDBC_URL = "quarkus.datasource.jdbc.url";
    private static final String REACTIVE_URL = "quarkus.datasource.reactive.url";
    private static final String DATABASE_URL_FORM = "`postgresql://user:password@host:port/name`";
    private static final String MAIL_SERVER = "quarkus.mailer.host";
    private static final String MAIL_SENDER = "quarkus.mailer.from";
    private static final int MILLION = 1_000_000;

    private static final List<OperatorSetting> OF_SERVICE = List.of(
            url("catalogue.base-url", "https://digi.example"),
            folder("catalogue.data-folder"),
            trueOrFalse("catalogue.copy"),
            secret(DatabaseUrlSource.URL, DATABASE_URL_FORM, DatabaseUrl::parse),
            secret(DatabaseUrlSource.OWNER_URL, DATABASE_URL_FORM, DatabaseUrl::parse),
            secret("catalogue.admin.tokens", "entries `name:role,role:hash`", Access::checkTokens),
            text("catalogue.admin.jwt.issuer"),
            OperatorSetting.of(
                    "catalogue.admin.jwt.jwks",
                    "an `http` or `https` URL, or a file with a JSON Web Key Set",
                    Access::checkKeys),
            text("catalogue.admin.jwt.audience"),
            size("catalogue.admin.max-upload", "1G"),
            OperatorSetting.of(
                    "catalogue.map.tiles",
                    "a URL such as `https://tiles.example/{z}/{x}/{y}.png`",
                    SecurityHeaders::tileServer),
            text("catalogue.map.credit"),
            existingFolder("catalogue.graphql.documents"),
            text("catalogue.publisher.name"),
            text("catalogue.privacy.controller"),
            number("catalogue.reports.per-client", 1, MILLION),
            number("catalogue.reports.per-record", 1, MILLION),
            number("catalogue.reports.open", 1, MILLION),
            number("catalogue.confirmations.per-minute", 1, MILLION),
            number("catalogue.confirmations.queue", 1, MILLION),
            OperatorSetting.of("catalogue.publisher.email", "an e-mail address", Publishing::mailto),
            number("catalogue.traffic.connections", 1, MILLION),
            duration("catalogue.traffic.idle", "1s", "24h"),
            duration("catalogue.traffic.patience", "1s", "1h"),
            duration("catalogue.traffic.lag", "1ms", "1m"),
            number("catalogue.traffic.in-flight", 1, MILLION),
            number("catalogue.whole.readers", 1, MILLION),
            number("catalogue.export.most-bytes", 1024, Integer.MAX_VALUE),
            number("catalogue.rate-limit.requests", 1, Integer.MAX_VALUE),
            duration("catalogue.rate-limit.window", "1s", "24h"),
            number("catalogue.changes.streams", 1, MILLION),
            duration("catalogue.changes.heartbeat", "1s", "1h"));

    /** Those of Quarkus that the documentation names; Quarkus has more, which it checks itself. */
    private static final List<OperatorSetting> OF_QUARKUS = List.of(
            number("quarkus.http.port", 0, 65_535),
            text("quarkus.http.host"),
            trueOrFalse("quarkus.http.proxy.proxy-address-forwarding"),
            trueOrFalse("quarkus.http.proxy.enable-forwarded-host"),
            OperatorSetting.of(
                    "quarkus.http.proxy.trusted-proxies",
                    "addresses and networks, such as `10.0.0.0/8`, separated by commas",
                    Clients::checkProxies),
            OperatorSetting.of(MAIL_SENDER, "an e-mail address", Publishing::mailto),
            text(MAIL_SERVER),
            number("quarkus.mailer.port", 1, 65_535),
            text("quarkus.mailer.username"),
            secret("quarkus.mailer.password", "a text", value -> {}),
            trueOrFalse("quarkus.mailer.tls"),
            OperatorSetting.of(
                    "quarkus.mailer.start-tls",
                    "`DISABLED`, `OPTIONAL` or `REQUIRED`",
                    value -> StartTLSOptions.valueOf(value.toUpperCase(Locale.ROOT))),
            trueOrFalse("quarkus.log.console.json.enabled"),
            trueOrFalse("quarkus.http.access-log.enabled"),
            url("otel.exporter.otlp.endpoint", "http://collector:4317"),
            duration("quarkus.shutdown.delay", "0s", "1h"),
            duration("quarkus.shutdown.timeout", "0s", "1h"));

    private Settings() {}

    static List<OperatorSetting> all() {
        return Stream.of(OF_SERVICE, reviewPeriods(), OF_QUARKUS)
                .flatMap(List::stream)
                .toList();
    }

    private static List<OperatorSetting> reviewPeriods() {
        return ReviewSettings.names().stream()
                .map(name -> OperatorSetting.of(name, "years, months or days, such as `P6M`", ReviewPeriods::period))
                .toList();
    }

    /** What is wrong with a configuration, one sentence for each fault; empty when the service can start with it. */
    static List<String> faults(SmallRyeConfig config) {
        var faults = new ArrayList<String>();
        all().forEach(setting -> setting.fault(config).ifPresent(faults::add));
        try {
            if (faults.isEmpty()) {
                ReviewSettings.periods(config);
            }
        } catch (IllegalArgumentException unknownField) {
            faults.add(unknownField.getMessage());
        }
        together(config, Access.OF_ISSUER, faults);
        together(config, List.of(JDBC_URL, REACTIVE_URL), faults);
        if (isSet(config, DatabaseUrlSource.OWNER_URL) && !isSet(config, JDBC_URL)) {
            faults.add(OperatorSetting.variable(DatabaseUrlSource.OWNER_URL) + " is set without "
                    + OperatorSetting.variable(DatabaseUrlSource.URL) + ": set both, or the latter alone.");
        }
        if (isGiven(config, MAIL_SERVER) && !isSet(config, MAIL_SENDER)) {
            faults.add(OperatorSetting.variable(MAIL_SERVER) + " is set without "
                    + OperatorSetting.variable(MAIL_SENDER) + ": set both, or none of them.");
        }
        return faults;
    }

    private static void together(SmallRyeConfig config, List<String> properties, List<String> faults) {
        var missing = properties.stream().filter(each -> !isSet(config, each)).toList();
        if (!missing.isEmpty() && missing.size() < properties.size()) {
            faults.add(variables(missing) + (missing.size() == 1 ? " is" : " are") + " missing: set "
                    + variables(properties) + ", or none of them.");
        }
    }

    private static String variables(List<String> properties) {
        return String.join(
                " and ", properties.stream().map(OperatorSetting::variable).toList());
    }

    /** True when the configuration names a database; otherwise the service starts one of its own. */
    static boolean haveDatabase(SmallRyeConfig config) {
        return isSet(config, JDBC_URL);
    }

    private static boolean isSet(SmallRyeConfig config, String property) {
        return config.getOptionalValue(property, String.class).isPresent();
    }

    /** True for a value that is no default of Quarkus; those are in sources of negative ordinals. */
    private static boolean isGiven(SmallRyeConfig config, String property) {
        return isSet(config, property) && config.getConfigValue(property).getConfigSourceOrdinal() > 0;
    }

    /** A sentence for each setting that nothing reads, with the name that may have been meant. */
    static List<String> warnings(SmallRyeConfig config) {
        var known = all().stream().map(OperatorSetting::variable).toList();
        return UnknownSettings.in(config, "CATALOGUE_", known).stream()
                .map(name -> name + " is not a setting of this service and has no effect; the nearest is "
                        + UnknownSettings.nearest(name, known) + ".")
                .toList();
    }

    /** Why the service could not listen, in one sentence. In development mode it listens already when it starts again. */
    static List<String> portFaults(SmallRyeConfig config) {
        if (LaunchMode.current().isDevOrTest()) {
            return List.of();
        }
        var host = config.getOptionalValue("quarkus.http.host", String.class).orElse("0.0.0.0");
        int port = config.getOptionalValue("quarkus.http.port", Integer.class).orElse(8080);
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getByName(host), port));
            return List.of();
        } catch (IOException e) {
            return List.of("The service cannot listen on " + host + ":" + port + " ("
                    + String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT)
                    + "): choose another address with QUARKUS_HTTP_HOST or another port with QUARKUS_HTTP_PORT.");
        }
    }
}
