package be.digicatalogue.dataset;

import be.digicatalogue.record.Schema;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * The structure of the dataset: its tables with their columns, types, constraints and references, as a Frictionless Data
 * Package with Table Schemas. The document beside the bundled tables is also the one in exports.
 *
 * @see <a href="https://datapackage.org/standard/data-package/">Data Package</a>
 */
public final class DataPackage {

    public static final String FILE = "datapackage.json";
    public static final String OUTLINES = "province-outlines.geojson";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonNode DOCUMENT = read();

    /** The tables in the order of the document. */
    public static final List<Table> TABLES = tables();

    private static final Map<String, Table> BY_NAME =
            TABLES.stream().collect(Collectors.toMap(Table::name, Function.identity()));

    private DataPackage() {}

    public static Optional<Table> table(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }

    /** The document of an export. */
    public static byte[] document(Revision revision) {
        var document = (ObjectNode) DOCUMENT.deepCopy();
        document.put("version", String.valueOf(revision.number()));
        document.put("created", revision.publishedAt().toString());
        try {
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(document);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static List<Table> tables() {
        return StreamSupport.stream(DOCUMENT.get("resources").spliterator(), false)
                .filter(resource -> resource.has("schema"))
                .map(resource -> Table.of(resource, row(resource.get("name").asText())))
                .toList();
    }

    private static Class<?> row(String table) {
        return Schema.loaded()
                .row(table)
                .orElseThrow(() -> new IllegalStateException("no kind of record has the table " + table));
    }

    private static JsonNode read() {
        try (InputStream file = DataPackage.class.getResourceAsStream("/dataset/" + FILE)) {
            return JSON.readTree(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot read " + FILE, unreadable);
        }
    }
}
