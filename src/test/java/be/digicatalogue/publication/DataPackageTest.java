package be.digicatalogue.publication;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import be.digicatalogue.ApiTest;
import be.digicatalogue.Sql;
import be.digicatalogue.dataset.Column;
import be.digicatalogue.dataset.DataPackage;
import be.digicatalogue.dataset.Table;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.persistence.Id;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The datapackage.json, the classes of the rows and the schema of the database say the same. */
@QuarkusTest
class DataPackageTest extends ApiTest {

    private static final PropertyNamingStrategies.NamingBase SNAKE_CASE =
            (PropertyNamingStrategies.NamingBase) PropertyNamingStrategies.SNAKE_CASE;

    /** What a column of each type is in the database, domains resolved, and in the class of a row. */
    private static final Map<Column.Type, String> IN_SQL = Map.of(
            Column.Type.STRING, "text",
            Column.Type.INTEGER, "integer",
            Column.Type.BOOLEAN, "boolean",
            Column.Type.DATE, "date",
            Column.Type.LIST, "ARRAY");

    private static final Map<Column.Type, Set<Class<?>>> IN_JAVA = Map.of(
            Column.Type.STRING, Set.of(String.class),
            Column.Type.INTEGER, Set.of(int.class, Integer.class),
            Column.Type.NUMBER, Set.of(double.class, Double.class, BigDecimal.class),
            Column.Type.BOOLEAN, Set.of(boolean.class),
            Column.Type.DATE, Set.of(LocalDate.class),
            Column.Type.LIST, Set.of(List.class));

    private static final Pattern QUOTED = Pattern.compile("'([^']*)'");

    private record SqlColumn(String name, String type, boolean required) {}

    @Test
    void everyColumnIsThereInTheSameOrderAndOfTheSameType() throws SQLException {
        try (var connection = Sql.owner()) {
            for (var table : DataPackage.TABLES) {
                var columns = columns(connection, relation(table));
                // The outlines of the provinces are in a file of their own.
                columns.removeIf(column -> column.name().equals("outline"));
                assertEquals(
                        table.columns().stream().map(Column::name).toList(),
                        columns.stream().map(SqlColumn::name).toList(),
                        table.name());
                for (int i = 0; i < columns.size(); i++) {
                    var column = table.columns().get(i);
                    var where = table.name() + " " + column.name();
                    var type = columns.get(i).type();
                    assertTrue(
                            column.type() == Column.Type.NUMBER
                                    ? Set.of("double precision", "numeric").contains(type)
                                    : type.equals(IN_SQL.get(column.type())),
                            () -> where + " is " + type);
                    // A list without items is an empty one.
                    assertEquals(
                            column.required() || column.type() == Column.Type.LIST,
                            columns.get(i).required(),
                            where);
                }
            }
        }
    }

    @Test
    void everyColumnIsAFieldOfTheRow() {
        for (var table : DataPackage.TABLES) {
            var fields = fields(table.row())
                    .collect(Collectors.toMap(field -> SNAKE_CASE.translate(field.getName()), field -> field));
            fields.remove("outline");
            assertEquals(
                    table.columns().stream().map(Column::name).collect(Collectors.toSet()),
                    fields.keySet(),
                    table.name());
            for (var column : table.columns()) {
                assertTrue(
                        IN_JAVA.get(column.type())
                                .contains(fields.get(column.name()).getType()),
                        () -> table.name() + " " + column.name());
            }
            assertEquals(
                    Set.copyOf(table.key()),
                    fields.entrySet().stream()
                            .filter(field -> field.getValue().isAnnotationPresent(Id.class))
                            .map(Map.Entry::getKey)
                            .collect(Collectors.toSet()),
                    table.name());
        }
    }

    @Test
    void keysAndReferencesAreThoseOfTheDatabase() throws SQLException {
        try (var connection = Sql.owner()) {
            var names = DataPackage.TABLES.stream().collect(Collectors.toMap(DataPackageTest::relation, Table::name));
            for (var table : DataPackage.TABLES) {
                var relation = relation(table);
                assertEquals(List.of(table.key()), keys(connection, relation, "p"), table.name());
                var unique = new HashSet<List<String>>();
                table.columns().stream().filter(Column::unique).forEach(column -> unique.add(List.of(column.name())));
                // These two are rules of their own.
                if (table.name().equals("places")) {
                    unique.add(List.of("postal_code", "locality"));
                } else if (table.name().equals("consortium-members")) {
                    unique.add(List.of("province", "position"));
                }
                assertEquals(unique, Set.copyOf(keys(connection, relation, "u")), table.name());
                assertEquals(
                        table.foreignKeys().stream()
                                .map(foreign -> foreign.column() + " " + foreign.table())
                                .collect(Collectors.toSet()),
                        foreignKeys(connection, relation).entrySet().stream()
                                .map(foreign -> foreign.getKey() + " " + names.get(foreign.getValue()))
                                .collect(Collectors.toSet()),
                        table.name());
            }
        }
    }

    /** Each pattern, list of allowed values and bound of the database stands in the schema of its column too. */
    @Test
    void constraintsAreThoseOfTheDatabase() throws SQLException {
        try (var connection = Sql.owner()) {
            for (var table : DataPackage.TABLES) {
                for (var column : table.columns()) {
                    var where = table.name() + " " + column.name();
                    var checks = checks(connection, relation(table), column.name());
                    var patterns = new HashSet<String>();
                    var allowed = new HashSet<String>();
                    for (var check : checks) {
                        // The sum of an enterprise number, and texts that are not blank, are rules of their own.
                        var texts = QUOTED.matcher(check)
                                .results()
                                .map(found -> found.group(1))
                                .toList();
                        if (check.contains(" ~ ")) {
                            texts.stream().filter(text -> text.startsWith("^")).forEach(patterns::add);
                        } else if (check.contains("ARRAY[")) {
                            allowed.addAll(texts);
                        }
                        if (check.contains(">= (49)")) {
                            assertEquals("49 52", column.minimum() + " " + column.maximum(), where);
                        }
                        if (check.contains(" > 0")) {
                            assertEquals(BigDecimal.ONE, column.minimum(), where);
                        }
                        if (check.contains("<= 100")) {
                            assertEquals(100, column.longest(), where);
                        }
                    }
                    assertEquals(
                            column.pattern() == null
                                    ? Set.of()
                                    : Set.of(column.pattern().pattern()),
                            patterns,
                            where);
                    assertEquals(column.allowed(), allowed, where);
                }
            }
        }
    }

    /** What the standard requires of a descriptor. */
    @Test
    void itIsAValidDataPackage() throws Exception {
        JsonNode document;
        try (var file = DataPackageTest.class.getResourceAsStream("/dataset/" + DataPackage.FILE)) {
            document = new ObjectMapper().readTree(file);
        }
        assertTrue(document.path("$schema").asText().endsWith("/datapackage.json"));
        assertTrue(document.path("name").asText().matches("[a-z0-9._/-]+"));
        for (var licence : document.path("licenses")) {
            assertTrue(licence.has("name") || licence.has("path") || licence.has("title"));
        }
        var names = new HashSet<String>();
        assertTrue(document.path("resources").size() > 0);
        for (var resource : document.path("resources")) {
            var name = resource.path("name").asText();
            assertTrue(name.matches("[a-z0-9._-]+") && names.add(name), name);
            assertTrue(resource.path("path").asText().matches("[a-z0-9-]+\\.(csv|geojson)"), name);
            assertNotNull(DataPackageTest.class.getResource(
                    "/dataset/" + resource.path("path").asText()));
            assertEquals("utf-8", resource.path("encoding").asText(), name);
            var fields = new LinkedHashMap<String, JsonNode>();
            for (var field : resource.path("schema").path("fields")) {
                assertTrue(fields.put(field.path("name").asText(), field) == null, name);
                assertTrue(
                        Set.of("string", "integer", "number", "boolean", "date", "list")
                                .contains(field.path("type").asText()),
                        name);
                var known =
                        Set.of("required", "unique", "pattern", "enum", "minimum", "maximum", "minLength", "maxLength");
                field.path("constraints").fieldNames().forEachRemaining(each -> assertTrue(known.contains(each), each));
            }
            for (var key : resource.path("schema").path("primaryKey")) {
                assertTrue(
                        fields.get(key.asText())
                                .path("constraints")
                                .path("required")
                                .asBoolean(),
                        name);
            }
            for (var foreign : resource.path("schema").path("foreignKeys")) {
                var reference = foreign.path("reference");
                var target =
                        DataPackage.table(reference.path("resource").asText()).orElseThrow();
                assertEquals(
                        foreign.path("fields").size(), reference.path("fields").size(), name);
                assertEquals(
                        target.key(), List.of(reference.path("fields").get(0).asText()), name);
                assertTrue(fields.containsKey(foreign.path("fields").get(0).asText()), name);
            }
        }
    }

    /** Those that are written down, inherited ones included; tools may have added others. */
    private static Stream<Field> fields(Class<?> type) {
        return type == Object.class
                ? Stream.of()
                : Stream.concat(
                        Arrays.stream(type.getDeclaredFields())
                                .filter(field -> !field.getName().contains("$")
                                        && !Modifier.isStatic(field.getModifiers())
                                        && !Modifier.isTransient(field.getModifiers())),
                        fields(type.getSuperclass()));
    }

    private static String relation(Table table) {
        return table.row().getAnnotation(jakarta.persistence.Table.class).name();
    }

    private static List<SqlColumn> columns(Connection connection, String relation) throws SQLException {
        var columns = new ArrayList<SqlColumn>();
        try (var statement = connection.prepareStatement("""
                SELECT column_name, data_type, is_nullable = 'NO'
                FROM information_schema.columns WHERE table_schema = 'public' AND table_name = ?
                ORDER BY ordinal_position""")) {
            statement.setString(1, relation);
            var rows = statement.executeQuery();
            while (rows.next()) {
                columns.add(new SqlColumn(rows.getString(1), rows.getString(2), rows.getBoolean(3)));
            }
        }
        return columns;
    }

    /** The columns of each constraint of a kind: {@code p} for the primary key, {@code u} for unique ones. */
    private static List<List<String>> keys(Connection connection, String relation, String kind) throws SQLException {
        return texts(connection, """
                SELECT string_agg(a.attname, ',' ORDER BY n) FROM pg_constraint AS c, unnest(c.conkey) WITH ORDINALITY AS k (number, n),
                    pg_attribute AS a
                WHERE c.conrelid = ?::regclass AND c.contype = ?::"char" AND a.attrelid = c.conrelid AND a.attnum = k.number
                GROUP BY c.oid""", relation, kind).stream()
                .map(key -> List.of(key.split(",")))
                .toList();
    }

    /** The relation that each column refers to. */
    private static Map<String, String> foreignKeys(Connection connection, String relation) throws SQLException {
        return texts(connection, """
                SELECT a.attname || ' ' || c.confrelid::regclass FROM pg_constraint AS c, pg_attribute AS a
                WHERE c.conrelid = ?::regclass AND c.contype = 'f' AND a.attrelid = c.conrelid AND a.attnum = c.conkey[1]""", relation).stream()
                .map(foreign -> foreign.split(" "))
                .collect(Collectors.toMap(foreign -> foreign[0], foreign -> foreign[1]));
    }

    /** The checks of a column alone, those of its domain included. */
    private static List<String> checks(Connection connection, String relation, String column) throws SQLException {
        return Stream.concat(
                        texts(connection, """
                                SELECT pg_get_constraintdef(c.oid) FROM pg_constraint AS c, pg_attribute AS a
                                WHERE c.conrelid = ?::regclass AND a.attrelid = c.conrelid AND a.attname = ? AND c.contype = 'c'
                                    AND c.conkey = ARRAY[a.attnum]""", relation, column).stream(),
                        texts(connection, """
                                SELECT pg_get_constraintdef(c.oid) FROM pg_constraint AS c, pg_attribute AS a
                                WHERE a.attrelid = ?::regclass AND a.attname = ? AND c.contypid = a.atttypid""", relation, column).stream())
                .toList();
    }

    private static List<String> texts(Connection connection, String question, String... parameters)
            throws SQLException {
        var texts = new ArrayList<String>();
        try (var statement = connection.prepareStatement(question)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setString(i + 1, parameters[i]);
            }
            var rows = statement.executeQuery();
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
        }
        return texts;
    }
}
