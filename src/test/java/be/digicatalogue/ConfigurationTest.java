package be.digicatalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import be.digicatalogue.catalogue.ReviewSettings;
import be.digicatalogue.database.DatabaseUrlSource;
import be.digicatalogue.database.NoDatabaseException;
import be.digicatalogue.operation.OperatorSetting;
import be.digicatalogue.record.ReviewPeriods;
import be.digicatalogue.record.ReviewedField;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.KebabCaseStrategy;
import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The settings: what the code reads, what the documentation tells and what a start accepts are the same. */
class ConfigurationTest {

    private static final Path PROPERTIES = Path.of("src/main/resources/application.properties");

    /** A row of the table: variable, default, allowed values, meaning. */
    private static final Pattern ROW = Pattern.compile("\\| `([A-Z_]+)` \\| (.+?) \\| (.+?) \\| (.+) \\|");

    /** Where code names a setting; names of metrics start with "catalogue." too. */
    private static final Pattern READ = Pattern.compile(
            "(?:ConfigProperty\\(\\s*name = |getOptionalValue\\(\\s*|setting\\(|URL = |\\$\\{)\"?(catalogue\\.[a-z.-]+)");

    private record Row(String usual, String allowed) {}

    @Test
    void theTableOfTheDocumentationHasEverySettingAndItsAllowedValues() throws IOException {
        var told = rows().entrySet().stream()
                .map(row -> row.getKey() + ": " + row.getValue().allowed())
                .collect(Collectors.toCollection(TreeSet::new));
        var checked = Settings.all().stream()
                .map(setting -> setting.variable() + ": " + setting.allowed())
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(String.join("\n", checked), String.join("\n", told));
    }

    @Test
    void theCodeReadsExactlyTheSettingsOfTheTable() throws IOException {
        var read = new TreeSet<>(ReviewSettings.names());
        try (var files = Files.walk(Path.of("src/main"))) {
            for (var file : files.filter(Files::isRegularFile)
                    .filter(each -> each.toString().matches(".*\\.(java|properties)"))
                    .filter(each -> !each.endsWith("Settings.java"))
                    .toList()) {
                READ.matcher(Files.readString(file)).results().forEach(found -> read.add(found.group(1)));
            }
        }
        var told = Settings.all().stream()
                .map(OperatorSetting::property)
                .filter(property -> property.startsWith("catalogue."))
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(String.join("\n", told), String.join("\n", read));
    }

    @Test
    void theTableTellsTheDefaults() throws IOException {
        var defaults = new Properties();
        try (var reader = Files.newBufferedReader(PROPERTIES)) {
            defaults.load(reader);
        }
        var kebab = new KebabCaseStrategy();
        ReviewPeriods.usual().all().forEach((kind, fields) -> {
            for (ReviewedField field : fields) {
                defaults.put(
                        ReviewSettings.PREFIX + kind.code() + "." + kebab.translate(field.name()),
                        field.period().toString());
            }
        });
        var rows = rows();
        for (var setting : Settings.all()) {
            var usual = defaults.getProperty(setting.property());
            if (usual != null) {
                assertEquals("`" + usual + "`", rows.get(setting.variable()).usual(), setting.variable());
            } else if (setting.property().startsWith("catalogue.")
                    && !setting.property().equals("catalogue.data-folder")) {
                assertTrue(!rows.get(setting.variable()).usual().matches("`[^A-Z]*`"), setting.variable());
            }
        }
        // A key that starts with "catalogue." is a setting.
        defaults.stringPropertyNames().stream()
                .map(name -> name.replaceFirst("^%test\\.", ""))
                .filter(name -> name.startsWith("catalogue."))
                .forEach(name -> assertTrue(rows.containsKey(OperatorSetting.variable(name)), name));
    }

    @Test
    void noVariableIsToldOfTwice() throws IOException {
        var lines = Files.readString(Path.of("docs/operating.md")).lines().filter(line -> ROW.matcher(line)
                .matches());
        assertEquals(rows().size(), lines.count());
    }

    static List<WrongStart> wrong() {
        return WrongStart.all().toList();
    }

    /** WrongStartIT does the same with the packaged service. */
    @ParameterizedTest
    @MethodSource("wrong")
    void aWrongSettingIsToldOfInOneSentence(WrongStart wrong) throws IOException {
        assertEquals(List.of(wrong.sentence()), faults(wrong.given()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            CATALOGUE_BASE_URL            | https://digi.example/
            CATALOGUE_BASE_URL            | HTTP://[::1]:8080
            CATALOGUE_BASE_URL            | ''
            CATALOGUE_COPY                | FALSE
            CATALOGUE_DATA_FOLDER         | target/not/made/yet
            CATALOGUE_ADMIN_TOKENS        | ''
            CATALOGUE_ADMIN_MAX_UPLOAD    | 1000000
            CATALOGUE_MAP_TILES           | https://{s}.tiles.example/{z}/{x}/{y}.png
            CATALOGUE_PUBLISHER_EMAIL     | els@digi.example
            QUARKUS_MAILER_FROM           | catalogus@digi.example
            CATALOGUE_TRAFFIC_LAG         | 500ms
            CATALOGUE_TRAFFIC_IDLE        | PT1M
            CATALOGUE_RATE_LIMIT_REQUESTS | 1
            CATALOGUE_RATE_LIMIT_REQUESTS | ''
            CATALOGUE_RATE_LIMIT_WINDOW   | 90
            CATALOGUE_REVIEW_PARTNERS_WEBSITE | P1Y6M
            QUARKUS_HTTP_PORT             | 0
            QUARKUS_HTTP_PROXY_TRUSTED_PROXIES | 10.0.0.0/8, ::1, 192.168.1.7
            QUARKUS_SHUTDOWN_DELAY        | 0s
            OTEL_EXPORTER_OTLP_ENDPOINT   | http://collector:4317
            """)
    void anAllowedValueIsAccepted(String variable, String value) throws IOException {
        assertEquals(List.of(), faults(Map.of(variable, value)));
    }

    @Test
    void aPropertyIsNamedAsTheOperatorGaveIt() throws IOException {
        var config = builder()
                .withSources(new PropertiesConfigSource(
                        Map.of("catalogue.rate-limit.requests", "0", "catalogue.rate-limits", "1"), "a file", 400))
                .build();
        assertEquals(
                List.of("catalogue.rate-limit.requests is \"0\": expected a whole number from 1 to 2147483647."),
                Settings.faults(config));
        assertEquals(
                List.of("catalogue.rate-limits is not a setting of this service and has no effect; the nearest is"
                        + " CATALOGUE_RATE_LIMIT_REQUESTS."),
                Settings.warnings(config));
    }

    @ParameterizedTest
    @CsvSource({
        "CATALOGUE_RATE_LIMIT_REQEUSTS, CATALOGUE_RATE_LIMIT_REQUESTS",
        "CATALOGUE_BASEURL, CATALOGUE_BASE_URL",
        "CATALOGUE_DATAFOLDER, CATALOGUE_DATA_FOLDER",
        "CATALOGUE_ADMIN_TOKEN, CATALOGUE_ADMIN_TOKENS",
        "CATALOGUE_TRAFIC_LAG, CATALOGUE_TRAFFIC_LAG"
    })
    void anUnknownVariableIsToldOfWithTheNearestName(String given, String nearest) throws IOException {
        assertEquals(
                List.of(given + " is not a setting of this service and has no effect; the nearest is " + nearest + "."),
                Settings.warnings(config(Map.of(given, "5", "CATALOGUE_COPY", "true"))));
    }

    @Test
    void knownVariablesCauseNoWarning() throws IOException {
        var all = Settings.all().stream().collect(Collectors.toMap(OperatorSetting::variable, setting -> ""));
        assertEquals(List.of(), Settings.warnings(config(all)));
    }

    private static List<String> faults(Map<String, String> environment) throws IOException {
        try {
            return Settings.faults(config(environment));
        } catch (NoDatabaseException wrongUrl) {
            return List.of(wrongUrl.getMessage());
        }
    }

    private static SmallRyeConfig config(Map<String, String> environment) throws IOException {
        return builder().withSources(new EnvConfigSource(environment, 300)).build();
    }

    private static SmallRyeConfigBuilder builder() throws IOException {
        return new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .addDiscoveredConverters()
                .withSources(new DatabaseUrlSource())
                .withSources(new PropertiesConfigSource(PROPERTIES.toUri().toURL(), 250));
    }

    private static Map<String, Row> rows() throws IOException {
        var rows = new LinkedHashMap<String, Row>();
        for (var line : Files.readAllLines(Path.of("docs/operating.md"))) {
            var row = ROW.matcher(line);
            if (row.matches()) {
                rows.put(row.group(1), new Row(row.group(2), row.group(3)));
            }
        }
        return rows;
    }
}
