package be.digicatalogue.operation;

import be.digicatalogue.question.Issue;
import io.quarkus.runtime.configuration.DurationConverter;
import io.quarkus.runtime.configuration.MemorySizeConverter;
import io.smallrye.config.ConfigValue;
import io.smallrye.config.SmallRyeConfig;
import java.math.BigInteger;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * A setting of the service and the values that it may have. It is a property, or the environment variable with the same name
 * in capitals.
 *
 * @param allowed the values that it may have, as the end of the sentence "expected …"
 * @param secret whether a value must never be shown
 * @param check throws {@link IllegalArgumentException} for another value
 */
public record OperatorSetting(String property, String allowed, boolean secret, Consumer<String> check) {

    private static final BigInteger BYTES_PER_KILOBYTE = BigInteger.valueOf(1024);

    /** A setting whose values a function can read. */
    public static OperatorSetting of(String property, String allowed, Consumer<String> check) {
        return new OperatorSetting(property, allowed, false, check);
    }

    /** A setting whose message says what is wrong without showing the value. */
    public static OperatorSetting secret(String property, String allowed, Consumer<String> check) {
        return new OperatorSetting(property, allowed, true, check);
    }

    public static OperatorSetting text(String property) {
        return of(property, "a text", value -> require(!value.isBlank()));
    }

    public static OperatorSetting trueOrFalse(String property) {
        return of(
                property,
                "`true` or `false`",
                value -> require(value.equalsIgnoreCase("true") || value.equalsIgnoreCase("false")));
    }

    /** A whole number, both bounds included. */
    public static OperatorSetting number(String property, int least, int most) {
        return of(property, "a whole number from " + least + " to " + most, value -> {
            int number = Integer.parseInt(value);
            require(number >= least && number <= most);
        });
    }

    /** A duration, both bounds included. */
    public static OperatorSetting duration(String property, String least, String most) {
        var converter = new DurationConverter();
        return of(property, "a duration from `" + least + "` to `" + most + "`", value -> {
            var duration = converter.convert(value);
            require(duration.compareTo(converter.convert(least)) >= 0
                    && duration.compareTo(converter.convert(most)) <= 0);
        });
    }

    /** A number of bytes, with a suffix such as K, M or G; at least a kilobyte. */
    public static OperatorSetting size(String property, String most) {
        var converter = new MemorySizeConverter();
        return of(property, "a size from `1K` to `" + most + "`", value -> {
            var bytes = converter.convert(value).asBigInteger();
            require(bytes.compareTo(BYTES_PER_KILOBYTE) >= 0
                    && bytes.compareTo(converter.convert(most).asBigInteger()) <= 0);
        });
    }

    /** A URL of a web server. */
    public static OperatorSetting url(String property, String example) {
        return of(property, "an `http` or `https` URL such as `" + example + "`", value -> {
            var url = URI.create(value);
            require(url.getScheme() != null
                    && url.getScheme().toLowerCase(Locale.ROOT).matches("https?")
                    && url.getHost() != null
                    && url.getPort() <= 65_535
                    && url.getRawUserInfo() == null
                    && url.getRawQuery() == null
                    && url.getRawFragment() == null);
        });
    }

    /** A folder that exists or can be made: what exists of its path is a folder. */
    public static OperatorSetting folder(String property) {
        return of(
                property,
                "a folder, which is made when it does not exist",
                value -> require(Stream.iterate(Path.of(value).toAbsolutePath(), path -> path != null, Path::getParent)
                        .filter(Files::exists)
                        .findFirst()
                        .filter(Files::isDirectory)
                        .isPresent()));
    }

    public static OperatorSetting existingFolder(String property) {
        return of(property, "a folder that exists", value -> require(Files.isDirectory(Path.of(value))));
    }

    private static void require(boolean allowed) {
        if (!allowed) {
            throw new IllegalArgumentException();
        }
    }

    /** The environment variable of a property. */
    public static String variable(String property) {
        return property.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
    }

    public String variable() {
        return variable(property);
    }

    /** What is wrong with the value in a configuration, in one sentence; empty when it is allowed or has no value. */
    public Optional<String> fault(SmallRyeConfig config) {
        var value = config.getConfigValue(property);
        var name = name(value);
        if (value.getRawValue() == null) {
            return Optional.empty();
        }
        if (value.getRawValue().isEmpty()) {
            return hidesADefault(config)
                    ? Optional.of(name + " is empty: expected " + expected() + ".")
                    : Optional.empty();
        }
        try {
            // A password may contain what looks like an expression; elsewhere one that cannot be resolved is wrong.
            check.accept(secret && value.getValue() == null ? value.getRawValue() : value.getValue());
            return Optional.empty();
        } catch (RuntimeException wrong) {
            return Optional.of(name
                    + (secret
                            ? " cannot be used: " + wrong.getMessage()
                            : " is \"" + Issue.shown(value.getRawValue()) + "\": expected " + expected() + "."));
        }
    }

    /** As an operator gave it: the environment variable or the property. */
    private String name(ConfigValue value) {
        return isFromEnvironment(value.getConfigSourceName()) ? variable() : property;
    }

    static boolean isFromEnvironment(String source) {
        return source != null && source.startsWith("EnvConfigSource");
    }

    private boolean hidesADefault(SmallRyeConfig config) {
        for (var source : config.getConfigSources()) {
            var given = source.getValue(property);
            if (given != null && !given.isEmpty()) {
                return true;
            }
        }
        return false;
    }

    private String expected() {
        return allowed.replace("`", "");
    }
}
