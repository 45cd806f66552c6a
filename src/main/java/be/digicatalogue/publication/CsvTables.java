package be.digicatalogue.publication;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SequenceWriter;
import com.fasterxml.jackson.dataformat.csv.CsvGenerator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Tables as CSV (RFC 4180, UTF-8, commas). A text that a spreadsheet would take for a formula is written behind an
 * apostrophe, and read without it.
 *
 * @see <a href="https://owasp.org/www-community/attacks/CSV_Injection">CSV injection</a>
 */
final class CsvTables {

    /** What spreadsheets evaluate; a sign before nothing but digits is a number or a phone number. */
    private static final Pattern FORMULA = Pattern.compile("'*(?:[=@\\t\\r]|[+-](?![0-9 .]*$)).*", Pattern.DOTALL);

    private static final CsvMapper CSV = CsvMapper.builder()
            .enable(CsvParser.Feature.WRAP_AS_ARRAY)
            .configure(JsonGenerator.Feature.AUTO_CLOSE_TARGET, false)
            .enable(CsvGenerator.Feature.STRICT_CHECK_FOR_QUOTING)
            .build();

    private static final ObjectWriter WRITER =
            CSV.writer(CsvSchema.emptySchema().withLineSeparator("\n").withUseHeader(false));

    private CsvTables() {}

    static void read(byte[] file, String name, Table table, Reading reading) {
        var sheet = reading.new Sheet(table, name);
        var text = decoded(file, name, reading.report());
        if (text == null) {
            return;
        }
        int number = 0;
        try (var rows = CSV.readerFor(String[].class).<String[]>readValues(new StringReader(text))) {
            while (rows.hasNextValue()) {
                var cells = Arrays.asList(rows.nextValue());
                number++;
                if (number == 1
                        ? !sheet.header(cells)
                        : !sheet.row(
                                number, cells.stream().map(CsvTables::plain).toList())) {
                    return;
                }
            }
            if (number == 0) {
                sheet.header(List.of());
            }
        } catch (JacksonException malformed) {
            reading.report()
                    .add(Finding.error(
                            name,
                            number + 1,
                            null,
                            null,
                            "Geen geldige CSV (RFC 4180): " + malformed.getOriginalMessage(),
                            "No valid CSV (RFC 4180): " + malformed.getOriginalMessage()));
        } catch (IOException impossible) {
            throw new java.io.UncheckedIOException(impossible);
        }
    }

    /** Strict UTF-8, with or without a byte order mark; {@code null} when it is something else. */
    private static String decoded(byte[] file, String name, Report report) {
        try {
            var text = StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(file))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException malformed) {
            report.add(Finding.error(
                    name,
                    null,
                    null,
                    null,
                    "Toegestaan: UTF-8. Kies in Excel bij het bewaren \"CSV UTF-8\".",
                    "Allowed: UTF-8. Choose \"CSV UTF-8\" when saving in Excel."));
            return null;
        }
    }

    static void write(Table table, Dataset dataset, OutputStream file) throws IOException {
        // Bytes, so that the generator has no writer of its own to close.
        try (SequenceWriter rows = WRITER.writeValues(file)) {
            rows.write(table.columns().stream().map(Column::name).toArray(String[]::new));
            for (var row : dataset.of(table).values()) {
                rows.write(table.columns().stream()
                        .map(column -> safe(column.text(row.get(column.name()))))
                        .toArray(String[]::new));
            }
        }
    }

    private static String safe(String text) {
        return FORMULA.matcher(text).matches() ? "'" + text : text;
    }

    private static String plain(String cell) {
        return cell.startsWith("'") && FORMULA.matcher(cell).matches() ? cell.substring(1) : cell;
    }
}
