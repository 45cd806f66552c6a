package be.digicatalogue.dataset;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The findings of a check. All errors and warnings are counted; the first {@value #MOST} are listed, with the rows that they
 * are about.
 */
@JsonAutoDetect(
        fieldVisibility = JsonAutoDetect.Visibility.NONE,
        getterVisibility = JsonAutoDetect.Visibility.NONE,
        isGetterVisibility = JsonAutoDetect.Visibility.NONE)
public final class Report {

    static final int MOST = 1_000;

    /**
     * A row that a finding is about.
     *
     * @param values the values by column, as far as they could be read, each truncated to 100 characters
     */
    record ReportedRow(String file, int row, Map<String, String> values) {}

    private final List<Finding> findings = new ArrayList<>();
    private final List<ReportedRow> rows = new ArrayList<>();
    private int errors;
    private int warnings;

    public void add(Finding finding) {
        if (finding.severity() == Finding.Severity.ERROR) {
            errors++;
        } else {
            warnings++;
        }
        if (findings.size() < MOST) {
            findings.add(finding);
        }
    }

    @JsonProperty
    public int errors() {
        return errors;
    }

    @JsonProperty
    public int warnings() {
        return warnings;
    }

    @JsonProperty
    public List<Finding> findings() {
        return findings;
    }

    @JsonProperty
    List<ReportedRow> rows() {
        return rows;
    }

    /** Copies the rows that the findings are about from a draft. */
    public void showRows(Draft draft) {
        record RowPosition(String file, Integer row) {}
        var wanted = findings.stream()
                .map(finding -> new RowPosition(finding.file(), finding.row()))
                .collect(Collectors.toSet());
        draft.all()
                .filter(line -> line.number() != null && wanted.contains(new RowPosition(line.file(), line.number())))
                .forEach(line -> {
                    var values = new LinkedHashMap<String, String>();
                    line.values()
                            .fields()
                            .forEachRemaining(value -> values.put(value.getKey(), Finding.cut(text(value.getValue()))));
                    rows.add(new ReportedRow(line.file(), line.number(), values));
                });
    }

    private static String text(JsonNode value) {
        return value.isArray() ? String.join(";", Column.texts(value)) : value.asText();
    }

    public boolean stops() {
        return errors > 0;
    }
}
