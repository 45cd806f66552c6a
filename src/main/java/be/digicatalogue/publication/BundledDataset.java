package be.digicatalogue.publication;

import be.digicatalogue.catalogue.Tables;
import be.digicatalogue.province.ProvinceRow;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The catalogue that comes with the service: CSV tables (RFC 4180, UTF-8) with the columns of the database, lists within a
 * cell separated by semicolons, and the outlines of the provinces as GeoJSON.
 */
public final class BundledDataset {

    private static final String FOLDER = "/dataset/";

    private static final CsvMapper CSV = CsvMapper.builder()
            .addModule(new JavaTimeModule())
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .enable(CsvParser.Feature.EMPTY_STRING_AS_NULL)
            .enable(CsvParser.Feature.FAIL_ON_MISSING_COLUMNS)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            // An empty list is no null: the field keeps its empty list.
            .defaultSetterInfo(JsonSetter.Value.forValueNulls(Nulls.SKIP))
            .build();

    private BundledDataset() {}

    /** Reads all tables. */
    public static Tables read() {
        var tables = new Tables();
        Tables.FILES.forEach((table, file) -> readInto(tables, table, file));
        var outlines = outlines();
        for (var province : tables.of(ProvinceRow.class)) {
            province.outline = outlines.get(province.id);
        }
        return tables;
    }

    private static <R> void readInto(Tables tables, Class<R> table, String file) {
        try (var stream = open(file + ".csv");
                var rows = CSV.readerFor(table)
                        .with(CsvSchema.emptySchema().withHeader())
                        .<R>readValues(stream)) {
            tables.put(table, List.copyOf(rows.readAll()));
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot read " + file + ".csv", unreadable);
        }
    }

    /** The GeoJSON geometry of each province. */
    private static Map<String, String> outlines() {
        try (var stream = open("province-outlines.geojson")) {
            var outlines = new HashMap<String, String>();
            for (JsonNode feature : new ObjectMapper().readTree(stream).get("features")) {
                outlines.put(
                        feature.get("properties").get("id").asText(),
                        feature.get("geometry").toString());
            }
            return outlines;
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot read province-outlines.geojson", unreadable);
        }
    }

    private static InputStream open(String file) {
        return BundledDataset.class.getResourceAsStream(FOLDER + file);
    }
}
