package be.digicatalogue.dataset;

import be.digicatalogue.fact.Message;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SequenceWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.csv.CsvGenerator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * Tables as CSV (RFC 4180, UTF-8, commas). A text that a spreadsheet would interpret as a formula is written with an
 * apostrophe in front, and read without it.
 */
public final class CsvTables {

    /** The largest number of cells of a row that are kept; no table has half as many columns. */
    private static final int MOST_CELLS = 100;

    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private static final CsvMapper CSV = CsvMapper.builder()
            .configure(JsonGenerator.Feature.AUTO_CLOSE_TARGET, false)
            .configure(JsonParser.Feature.AUTO_CLOSE_SOURCE, false)
            .enable(CsvGenerator.Feature.STRICT_CHECK_FOR_QUOTING)
            .build();

    private static final ObjectWriter WRITER = CSV.writer(
                    CsvSchema.emptySchema().withLineSeparator("\n").withUseHeader(false))
            // Flushing the compression after each row would take several times as long.
            .without(SerializationFeature.FLUSH_AFTER_WRITE_VALUE);

    private CsvTables() {}

    static void read(byte[] file, String name, Table table, RowReader reading) {
        var sheet = reading.new SheetReader(table, name);
        int number = 0;
        try (var rows = CSV.createParser(text(file))) {
            while (rows.nextToken() == JsonToken.START_ARRAY) {
                var cells = cells(rows);
                number++;
                if (number == 1 ? !sheet.header(cells) : !sheet.row(number, cells)) {
                    return;
                }
            }
            if (number == 0) {
                sheet.header(List.of());
            }
        } catch (CharacterCodingException malformed) {
            sheet.unreadable(null, Message.of("bundle.notUtf8"));
        } catch (JacksonException malformed) {
            sheet.unreadable(number + 1, Message.of("bundle.notCsv"));
        } catch (IOException impossible) {
            throw new java.io.UncheckedIOException(impossible);
        }
    }

    /** The rest of a row whose first token has been read. */
    private static List<String> cells(JsonParser rows) throws IOException {
        var cells = new ArrayList<String>();
        while (rows.nextToken() == JsonToken.VALUE_STRING) {
            if (cells.size() < MOST_CELLS) {
                cells.add(Cell.plain(rows.getText()));
            }
        }
        return cells;
    }

    /** Strict UTF-8, with or without a byte order mark, decoded while it is read. */
    private static Reader text(byte[] file) {
        int mark = Arrays.mismatch(file, BYTE_ORDER_MARK) == BYTE_ORDER_MARK.length ? BYTE_ORDER_MARK.length : 0;
        return new InputStreamReader(
                new ByteArrayInputStream(file, mark, file.length - mark),
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT));
    }

    /** Receives the rows of a table one by one. */
    interface RowConsumer {
        void row(ObjectNode row) throws IOException;

        default void end() throws IOException {}
    }

    /**
     * Reads a table that this class wrote, row by row, and leaves the stream at its end. Another release may have written it,
     * so columns have the place that the header gives them, and unknown ones are ignored.
     */
    static void readOwn(InputStream file, Table table, RowConsumer each) throws IOException {
        var rows = CSV.createParser(new InputStreamReader(file, StandardCharsets.UTF_8));
        List<Optional<Column>> columns = null;
        while (rows.nextToken() == JsonToken.START_ARRAY) {
            var cells = cells(rows);
            if (columns == null) {
                columns = cells.stream().map(table::column).toList();
            } else {
                each.row(row(columns, cells));
            }
        }
        each.end();
    }

    private static ObjectNode row(List<Optional<Column>> columns, List<String> cells) {
        var row = Dataset.ROWS.createObjectNode();
        for (int i = 0; i < cells.size(); i++) {
            var cell = cells.get(i);
            if (!cell.isEmpty()) {
                columns.get(i).ifPresent(column -> row.set(column.name(), column.value(cell)));
            }
        }
        return row;
    }

    public static void write(Table table, Iterator<ObjectNode> all, OutputStream file) throws IOException {
        // Writes to a byte stream, so that the generator has no writer of its own to close.
        try (SequenceWriter rows = WRITER.writeValues(file)) {
            rows.write(table.columns().stream().map(Column::name).toArray(String[]::new));
            while (all.hasNext()) {
                var row = all.next();
                rows.write(table.columns().stream()
                        .map(column -> Cell.safe(column.text(row.get(column.name()))))
                        .toArray(String[]::new));
            }
        }
    }
}
