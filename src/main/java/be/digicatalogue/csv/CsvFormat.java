package be.digicatalogue.csv;

import be.digicatalogue.http.Contract;
import be.digicatalogue.http.Format;
import be.digicatalogue.http.PagedAnswer;
import be.digicatalogue.http.UnformattedAnswer;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SequenceWriter;
import com.fasterxml.jackson.dataformat.csv.CsvGenerator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * REST answers as CSV (RFC 4180): a header and a row for each record of the page. The {@code Link} header has the other
 * pages, because a table has no place for them.
 */
@ApplicationScoped
public class CsvFormat implements Format {

    private static final ObjectWriter ROWS = CsvMapper.builder()
            .enable(CsvGenerator.Feature.STRICT_CHECK_FOR_QUOTING)
            .build()
            .writer(CsvSchema.emptySchema().withLineSeparator("\r\n").withUseHeader(false));

    /** Without it Excel reads UTF-8 as Windows-1252. */
    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private final Contract contract;
    private final Map<String, Columns> columns = new ConcurrentHashMap<>();

    CsvFormat(Contract contract) {
        this.contract = contract;
    }

    @Override
    public String name() {
        return "csv";
    }

    @Override
    public String mediaType() {
        return "text/csv";
    }

    @Override
    public String contentType() {
        return "text/csv;charset=UTF-8;header=present";
    }

    @Override
    public byte[] write(UnformattedAnswer answer) {
        var table = columns(answer);
        var json = answer.json();
        var records = answer.facts() instanceof PagedAnswer ? json.get("items") : List.of(json);
        var file = new ByteArrayOutputStream();
        file.writeBytes(BYTE_ORDER_MARK);
        try (SequenceWriter rows = ROWS.writeValues(file)) {
            rows.write(table.names());
            for (var record : records) {
                rows.write(table.row(record));
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return file.toByteArray();
    }

    @Override
    public byte[] writeItem(UnformattedAnswer item) {
        try {
            return ROWS.writeValueAsBytes(columns(item).row(item.json()));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** Empty, because each row ends its own line. */
    @Override
    public String between() {
        return "";
    }

    private Columns columns(UnformattedAnswer answer) {
        return columns.computeIfAbsent(answer.address(), address -> Columns.of(address, contract));
    }
}
