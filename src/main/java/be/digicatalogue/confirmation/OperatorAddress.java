package be.digicatalogue.confirmation;

import be.digicatalogue.fact.Fact;
import be.digicatalogue.fact.Reference;
import be.digicatalogue.record.Attribute;
import be.digicatalogue.record.RecordLookup;
import be.digicatalogue.record.RecordType;
import be.digicatalogue.record.Schema;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** The e-mail address of those who run what a record describes. */
final class OperatorAddress {

    private static final String EMAIL = "email";

    private OperatorAddress() {}

    /** The address of a record, else of the first record that it refers to and that has one: the digibank of a point. */
    static Optional<String> of(Reference record, RecordLookup records) {
        return own(record, records).or(() -> values(record, Attribute.Kind.REFERENCE, null, records)
                .map(Reference.class::cast)
                .flatMap(other -> own(other, records).stream())
                .findFirst());
    }

    private static Optional<String> own(Reference record, RecordLookup records) {
        return values(record, Attribute.Kind.TEXT, EMAIL, records)
                .map(String.class::cast)
                .findFirst();
    }

    /** The values that a record has in its attributes of a kind; {@code null} for all names. */
    private static Stream<?> values(Reference record, Attribute.Kind kind, String name, RecordLookup records) {
        var fact = records.find(record);
        var type = Schema.loaded().type(record.type());
        return fact.isEmpty() || type.isEmpty() ? Stream.empty() : values(type.get(), fact.get(), kind, name);
    }

    private static <T extends Fact> Stream<?> values(
            RecordType<T, ?> type, Fact fact, Attribute.Kind kind, String name) {
        return type.attributes().stream()
                .filter(attribute -> attribute.kind() == kind
                        && (name == null || attribute.name().equals(name)))
                .map(attribute -> attribute.value().apply(type.record().cast(fact)))
                .filter(Objects::nonNull);
    }
}
