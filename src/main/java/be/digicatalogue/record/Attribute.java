package be.digicatalogue.record;

import be.digicatalogue.fact.Coded;
import be.digicatalogue.fact.Lasting;
import be.digicatalogue.fact.Reference;
import be.digicatalogue.geo.Located;
import be.digicatalogue.geo.Precision;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A field of a kind of record, as the general parts list it: maps, filters, tables, checks.
 *
 * @param name the name of the property in the record; a part of the address has its own name
 * @param description a few words in English, as in the contract
 * @param codes the possible values, when they are known in advance
 * @param value reads the value from a record, with the type of the attribute's kind; {@code null} when unknown
 */
public record Attribute<T>(
        String name, Kind kind, String description, List<String> codes, Function<? super T, ?> value) {

    /** The type of the value of an attribute. */
    public enum Kind {
        /** A {@link String}. */
        TEXT,
        /** A {@link Number}. */
        NUMBER,
        /** A {@link LocalDate}. */
        DAY,
        /** A list of {@link String}. */
        TEXTS,
        /** A {@link Coded}. */
        CODE,
        /** A list of {@link Coded}. */
        CODES,
        /** A {@link Reference} to another record. */
        REFERENCE,
        /** A list of {@link Reference}. */
        REFERENCES,
        /** A {@link Reference}, shown as the name of the record that it refers to. */
        NAME,
        /** A {@link Lasting}, shown as whether its last day is over. */
        ENDED
    }

    public static <T> Attribute<T> text(String name, String description, Function<? super T, String> value) {
        return new Attribute<>(name, Kind.TEXT, description, List.of(), value);
    }

    public static <T> Attribute<T> number(
            String name, String description, Function<? super T, ? extends Number> value) {
        return new Attribute<>(name, Kind.NUMBER, description, List.of(), value);
    }

    public static <T> Attribute<T> day(String name, String description, Function<? super T, LocalDate> value) {
        return new Attribute<>(name, Kind.DAY, description, List.of(), value);
    }

    public static <T> Attribute<T> texts(String name, String description, Function<? super T, List<String>> value) {
        return new Attribute<>(name, Kind.TEXTS, description, List.of(), value);
    }

    public static <T, C extends Enum<C> & Coded> Attribute<T> code(
            String name, String description, Class<C> codes, Function<? super T, C> value) {
        return new Attribute<>(name, Kind.CODE, description, Coded.codes(codes), value);
    }

    public static <T, C extends Enum<C> & Coded> Attribute<T> codes(
            String name, String description, Class<C> codes, Function<? super T, List<C>> value) {
        return new Attribute<>(name, Kind.CODES, description, Coded.codes(codes), value);
    }

    /** A reference to another record, shown as its id. */
    public static <T> Attribute<T> reference(String name, String description, Function<? super T, Reference> value) {
        return new Attribute<>(name, Kind.REFERENCE, description, List.of(), value);
    }

    /** References to other records, shown as their ids. */
    public static <T> Attribute<T> references(
            String name, String description, Function<? super T, List<Reference>> value) {
        return new Attribute<>(name, Kind.REFERENCES, description, List.of(), value);
    }

    /** A reference to another record, shown as its name. */
    public static <T> Attribute<T> nameOf(String name, String description, Function<? super T, Reference> value) {
        return new Attribute<>(name, Kind.NAME, description, List.of(), value);
    }

    /** Whether the last day is over; unknown when no last day is known. */
    public static <T extends Lasting> Attribute<T> ended() {
        return new Attribute<>("ended", Kind.ENDED, "Whether the last day is over", List.of(), fact -> fact);
    }

    /** How precise the point of a record is. */
    public static <T extends Located> Attribute<T> precision() {
        return code(
                "precision",
                "How far the point can be trusted",
                Precision.class,
                located ->
                        located.location() == null ? null : located.location().precision());
    }

    /** The day on which a record was last checked. */
    public static <T> Attribute<T> verifiedOn(Function<? super T, LocalDate> value) {
        return day("verifiedOn", "Day on which the record was last checked against a source", value);
    }

    /** The parts of an address. */
    public static <T> Stream<Attribute<T>> address(Function<? super T, Address> address) {
        return Stream.<Attribute<Address>>of(
                        text("site", "Site or building", Address::site),
                        text("street", "Street", Address::street),
                        text("houseNumber", "House number", Address::houseNumber),
                        text("postalCode", "Postal code", Address::postalCode),
                        reference("municipality", "Municipality, by NIS code", Address::municipality),
                        nameOf("municipalityName", "Name of the municipality", Address::municipality))
                .map(part -> part.of(address));
    }

    /** This attribute, read from an object that contains or refers to the record; {@code null} when that record is absent. */
    public <S> Attribute<S> of(Function<? super S, ? extends T> record) {
        return new Attribute<>(name, kind, description, codes, whole -> {
            T part = record.apply(whole);
            return part == null ? null : value.apply(part);
        });
    }
}
