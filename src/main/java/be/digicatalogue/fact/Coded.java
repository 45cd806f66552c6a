package be.digicatalogue.fact;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A value of a closed code list: {@code DEVICE_LOAN} in Java and GraphQL, {@code device-loan} in REST and the tables.
 */
public interface Coded {

    /** The name of the enum constant. */
    String name();

    @JsonValue
    default String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static <C extends Enum<C> & Coded> Optional<C> find(Class<C> codes, String code) {
        return Optional.ofNullable(codes.cast(ByCode.OF.get(codes).get(code)));
    }

    /** The constant of a code that the database schema has already validated. */
    static <C extends Enum<C> & Coded> C of(Class<C> codes, String code) {
        return code == null
                ? null
                : find(codes, code)
                        .orElseThrow(() ->
                                new IllegalArgumentException("no " + codes.getSimpleName() + " has the code " + code));
    }

    /** The constants of each code list, by code. */
    final class ByCode {

        private static final ClassValue<Map<String, Object>> OF = new ClassValue<>() {
            @Override
            protected Map<String, Object> computeValue(Class<?> codes) {
                return Arrays.stream(codes.getEnumConstants())
                        .collect(Collectors.toMap(constant -> ((Coded) constant).code(), constant -> constant));
            }
        };

        private ByCode() {}
    }

    static <C extends Enum<C> & Coded> List<String> codes(Class<C> codes) {
        return Arrays.stream(codes.getEnumConstants()).map(Coded::code).toList();
    }
}
