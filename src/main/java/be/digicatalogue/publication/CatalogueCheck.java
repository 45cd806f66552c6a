package be.digicatalogue.publication;

import be.digicatalogue.dataset.DataPackage;
import be.digicatalogue.dataset.Dataset;
import be.digicatalogue.dataset.Draft;
import be.digicatalogue.dataset.Report;
import be.digicatalogue.dataset.Table;
import be.digicatalogue.fact.Message;
import java.util.ArrayList;
import java.util.List;

/**
 * What is doubtful in facts that are published already.
 *
 * @param findings the warnings that the checks would give if all facts were published today
 * @param disagreements statements of sources that contradict one another
 */
public record CatalogueCheck(List<RowFinding> findings, List<RowFinding> disagreements) {

    /**
     * A finding about a row.
     *
     * @param key the key of the row
     * @param column the column; {@code null} when it is about the whole row
     * @param value the value in question, if any
     */
    public record RowFinding(Table table, String key, String column, String value, Message explanation) {}

    /** Checks all rows, which takes some tenths of a second for the bundled dataset, and grows with it. */
    public static CatalogueCheck of(Dataset dataset) {
        record CheckedRow(Table table, String key) {}
        var positions = new ArrayList<CheckedRow>();
        var draft = new Draft();
        for (var table : DataPackage.TABLES) {
            dataset.of(table).forEach((key, row) -> {
                draft.add(table, new Draft.Line(table.name(), positions.size(), row));
                positions.add(new CheckedRow(table, key));
            });
        }
        var report = new Report();
        Checks.check(dataset, draft, report);
        return new CatalogueCheck(
                report.findings().stream()
                        .filter(finding -> finding.row() != null)
                        .map(finding -> {
                            var position = positions.get(finding.row());
                            return new RowFinding(
                                    position.table(),
                                    position.key(),
                                    finding.column(),
                                    finding.value(),
                                    finding.explanation());
                        })
                        .toList(),
                Checks.contradictions(dataset).toList());
    }
}
