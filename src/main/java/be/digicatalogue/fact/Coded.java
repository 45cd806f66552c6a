package be.digicatalogue.fact;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A value of a closed code list: {@code DEVICE_LOAN} in Java and GraphQL, {@code device-loan} in REST and the tables. */
public interface Coded {

    /** Given by the enum. */
    String name();

    @JsonValue
    default String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static <C extends Enum<C> & Coded> Optional<C> find(Class<C> codes, String code) {
        return Arrays.stream(codes.getEnumConstants())
                .filter(constant -> constant.code().equals(code))
                .findFirst();
    }

    /** For codes that the schema has already checked. */
    static <C extends Enum<C> & Coded> C of(Class<C> codes, String code) {
        return code == null
                ? null
                : find(codes, code)
                        .orElseThrow(() ->
                                new IllegalArgumentException("no " + codes.getSimpleName() + " has the code " + code));
    }

    static <C extends Enum<C> & Coded> List<String> codes(Class<C> codes) {
        return Arrays.stream(codes.getEnumConstants()).map(Coded::code).toList();
    }
}
