package be.digicatalogue.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import be.digicatalogue.geo.Located;
import be.digicatalogue.geo.Outlined;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A field that was added in one place and forgotten in another is told here. */
class EveryFieldTest {

    private static final JsonNode CONTRACT = read(new YAMLMapper(), "/openapi/openapi.yaml");
    private static final JsonNode LINKED = read(new ObjectMapper(), "/linked/v1.jsonld");
    private static final JsonNode CONTEXT = LINKED.get("@context");
    private static final JsonNode TABLES =
            read(new ObjectMapper(), "/dataset/datapackage.json").get("resources");

    /** Where an attribute stands in the JSON of its record, if not under its own name. */
    private static final Map<String, String> WITHIN = Map.ofEntries(
            Map.entry("precision", "location"),
            Map.entry("site", "address"),
            Map.entry("street", "address"),
            Map.entry("houseNumber", "address"),
            Map.entry("postalCode", "address"),
            Map.entry("municipality", "address"),
            Map.entry("municipalityName", "address"),
            Map.entry("namesNl", "names"),
            Map.entry("namesFr", "names"),
            Map.entry("namesDe", "names"),
            Map.entry("namesEn", "names"));

    /** What is no field of a row in a table of attributes: texts to read, what follows from others, links. */
    private static final Set<String> NO_ATTRIBUTES = Set.of(
            "href",
            "links",
            "evidence",
            "remark",
            "status",
            "opening",
            "openingHoursText",
            "overdue",
            "undated",
            "derived",
            "servicePoints",
            "distanceMetres",
            "distanceUncertainMetres",
            "consortium",
            "partners",
            "vokaOffices");

    /** Columns that the record shows in another form: as its id, its place in the order, its point or its evidence. */
    private static final Set<String> OTHER_COLUMNS = Set.of(
            "kind", "nisCode", "code", "position", "lat", "lon", "precision", "sources", "urls", "outline", "subject");

    private static JsonNode read(ObjectMapper mapper, String file) {
        try (var stream = EveryFieldTest.class.getResourceAsStream(file)) {
            return mapper.readTree(stream);
        } catch (IOException unreadable) {
            throw new AssertionError(file, unreadable);
        }
    }

    static List<RecordType<?, ?>> listed() {
        return Schema.loaded().listed().toList();
    }

    static List<RecordType<?, ?>> withAttributes() {
        return Schema.loaded().types().stream()
                .filter(type -> !type.attributes().isEmpty())
                .toList();
    }

    private static Set<String> properties(RecordType<?, ?> type) {
        var schema = CONTRACT.at("/components/schemas/" + type.kind().typeName() + "/properties");
        assertTrue(schema.isObject(), () -> "no schema " + type.kind().typeName());
        var names = new TreeSet<String>();
        schema.fieldNames().forEachRemaining(names::add);
        return names;
    }

    @Test
    void everyKindHasOneType() {
        assertEquals(
                EnumSet.allOf(RecordKind.class),
                Schema.loaded().types().stream()
                        .<RecordKind>map(RecordType::kind)
                        .collect(Collectors.toCollection(() -> EnumSet.noneOf(RecordKind.class))));
    }

    /** What a source says of a programme is read, not filtered on maps; places and services have little more than a name. */
    @Test
    void everyOtherKindHasAttributes() {
        assertEquals(
                EnumSet.of(
                        RecordKind.PLACES,
                        RecordKind.SERVICES,
                        RecordKind.CONSORTIA,
                        RecordKind.PROGRAMMES,
                        RecordKind.SUBJECTS,
                        RecordKind.FIGURES,
                        RecordKind.TIMELINE,
                        RecordKind.SOURCES),
                Schema.loaded().types().stream()
                        .filter(type -> type.attributes().isEmpty())
                        .<RecordKind>map(RecordType::kind)
                        .collect(Collectors.toCollection(() -> EnumSet.noneOf(RecordKind.class))));
    }

    @Test
    void theEnumerationsOfTheContractAreTheKinds() {
        var types = Schema.loaded().types();
        assertEquals(
                codes(types.stream().filter(RecordType::isSearched)), texts("/components/schemas/RecordType/enum"));
        assertEquals(codes(types.stream()), texts("/components/schemas/ChangedType/enum"));
        assertEquals(codes(Schema.loaded().listed()), texts("/components/parameters/WholeList/schema/enum"));
        assertEquals(
                codes(Schema.loaded()
                        .listed()
                        .filter(type -> Located.class.isAssignableFrom(type.record())
                                || Outlined.class.isAssignableFrom(type.record()))),
                texts("/components/parameters/WholeListOnMap/schema/enum"));
        assertEquals(
                types.stream()
                        .flatMap(type -> type.layers().stream())
                        .map(MapLayer::id)
                        .collect(Collectors.toSet()),
                texts("/components/parameters/OgcCollectionId/schema/enum"));
        assertEquals(
                types.stream()
                        .flatMap(type -> type.tables().stream())
                        .map(RecordTable::name)
                        .collect(Collectors.toSet()),
                texts("/components/schemas/TableName/enum"));
        var properties = Schema.loaded()
                .listed()
                .<String>map(type -> type.kind().property())
                .collect(Collectors.toSet());
        assertEquals(properties, names("/components/schemas/Counts/properties"));
        assertTrue(names("/components/schemas/EntryPointLinks/properties").containsAll(properties));
    }

    @ParameterizedTest
    @MethodSource("listed")
    void everyKindIsATypeOfTheContext(RecordType<?, ?> type) {
        assertTrue(CONTEXT.has(type.kind().typeName()), type.kind().typeName());
    }

    private static Set<String> codes(Stream<RecordType<?, ?>> types) {
        return types.<String>map(type -> type.kind().code()).collect(Collectors.toSet());
    }

    private static Set<String> texts(String pointer) {
        return StreamSupport.stream(CONTRACT.at(pointer).spliterator(), false)
                .map(JsonNode::asText)
                .collect(Collectors.toSet());
    }

    private static Set<String> names(String pointer) {
        var names = new TreeSet<String>();
        CONTRACT.at(pointer).fieldNames().forEachRemaining(names::add);
        return names;
    }

    @Test
    void twoTypesOfOneKindAreRefused() {
        var type = Schema.loaded().types().get(0);
        assertThrows(IllegalArgumentException.class, () -> new Schema(List.of(type, type)));
    }

    @ParameterizedTest
    @MethodSource("listed")
    void everyFieldOfARecordStandsInTheContract(RecordType<?, ?> type) {
        var fields = Stream.of(type.record().getRecordComponents())
                .filter(field -> !field.isAnnotationPresent(JsonIgnore.class)
                        && !field.getAccessor().isAnnotationPresent(JsonIgnore.class))
                .map(RecordComponent::getName)
                .filter(name -> !properties(type).contains(name))
                .toList();
        assertEquals(List.of(), fields, type.kind().typeName());
    }

    @ParameterizedTest
    @MethodSource("listed")
    void everyPropertyIsATermOfTheContext(RecordType<?, ?> type) {
        var its = CONTEXT.path(type.kind().typeName()).path("@context");
        var own = StreamSupport.stream(LINKED.get("@graph").spliterator(), false)
                .map(term -> term.get("@id").asText())
                .collect(Collectors.toSet());
        assertEquals(
                Set.of(),
                properties(type).stream()
                        .filter(name -> !CONTEXT.has(name) && !its.has(name) && !own.contains("cat:" + name))
                        .collect(Collectors.toSet()),
                type.kind().typeName());
    }

    static List<RecordType<?, ?>> reviewed() {
        return Schema.loaded().types().stream()
                .filter(type -> !type.reviewed().isEmpty())
                .toList();
    }

    /** The columns of CSV follow from the contract, and without a term of its own a date would be stated as the value. */
    @ParameterizedTest
    @MethodSource("reviewed")
    void everyFieldThatAgesHasItsDateInTheContractAndTheContext(RecordType<?, ?> type) {
        var fields = type.reviewed().stream().map(ReviewedField::name).collect(Collectors.toCollection(TreeSet::new));
        var periods =
                "/components/schemas/ReviewPeriods/properties/" + type.kind().property();
        assertEquals(fields, names("/components/schemas/" + type.kind().typeName() + "Dates/properties"));
        assertEquals(fields, names(periods + "/properties"));
        assertEquals(fields, texts(periods + "/required"));
        for (var field : fields) {
            var term = "cat:" + field + "KnownOn";
            assertEquals(term, CONTEXT.at("/knownOn/@context/" + field).asText(), field);
            assertTrue(
                    StreamSupport.stream(LINKED.get("@graph").spliterator(), false)
                            .anyMatch(explained -> explained.get("@id").asText().equals(term)),
                    term);
        }
    }

    @ParameterizedTest
    @MethodSource("listed")
    void everyColumnIsShown(RecordType<?, ?> type) {
        var properties = properties(type);
        var table = StreamSupport.stream(TABLES.spliterator(), false)
                .filter(resource -> resource.get("name")
                        .asText()
                        .equals(type.tables().get(0).name()))
                .findFirst()
                .orElseThrow(() ->
                        new AssertionError("no table " + type.tables().get(0).name()));
        var forgotten = new TreeSet<String>();
        table.at("/schema/fields").forEach(field -> {
            var column = camelCase(field.get("name").asText());
            var text = column.replaceFirst("(Nl|Fr|De|En)$", "");
            boolean period = column.startsWith("period");
            if (Stream.of(column, text, text + "s").noneMatch(properties::contains)
                    && !OTHER_COLUMNS.contains(column)
                    && !"address".equals(WITHIN.get(column))
                    && !period
                    // A digibank without municipalities has its province by itself.
                    && !properties.contains(column + "s")) {
                forgotten.add(column);
            }
        });
        assertEquals(Set.of(), forgotten, type.kind().typeName());
    }

    @ParameterizedTest
    @MethodSource("withAttributes")
    void attributesAreTheFieldsOfTheContract(RecordType<?, ?> type) {
        var dates =
                type.reviewed().stream().map(field -> field.name() + "KnownOn").toList();
        var attributes = type.attributes().stream()
                .<String>map(Attribute::name)
                .filter(name -> !dates.contains(name))
                .map(name -> properties(type).contains(name) ? name : WITHIN.getOrDefault(name, name))
                .collect(Collectors.toCollection(TreeSet::new));
        var fields = new TreeSet<>(properties(type));
        fields.removeAll(NO_ATTRIBUTES);
        type.tables().stream().map(RecordTable::part).filter(Objects::nonNull).forEach(fields::remove);
        type.attributes().stream()
                .<String>map(Attribute::name)
                .filter(properties(type)::contains)
                .forEach(fields::add);
        if (type.attributes().stream().anyMatch(attribute -> attribute.name().equals("namesNl"))) {
            fields.remove("name");
        }
        assertEquals(fields, attributes, type.kind().typeName());
    }

    private static String camelCase(String column) {
        var name = new StringBuilder();
        for (var word : column.split("_")) {
            name.append(name.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1));
        }
        return name.toString();
    }
}
