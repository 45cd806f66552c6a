package be.digicatalogue.publication;

import be.digicatalogue.dataset.DataPackage;
import be.digicatalogue.dataset.Dataset;
import be.digicatalogue.dataset.DatedField;
import be.digicatalogue.dataset.Draft;
import be.digicatalogue.dataset.Finding;
import be.digicatalogue.dataset.Report;
import be.digicatalogue.fact.Message;
import be.digicatalogue.record.RecordType;
import be.digicatalogue.record.ReviewedField;
import be.digicatalogue.record.Schema;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Objects;

/**
 * Dates that belong to another value than the proposed one. {@link Draft#over} removes them, and the report warns of each.
 */
final class StaleDates {

    private final Dataset current;
    private final Dataset proposed;
    private final Report report;

    private StaleDates(Dataset current, Dataset proposed, Report report) {
        this.current = current;
        this.proposed = proposed;
        this.report = report;
    }

    /** True when a removed row is a date that was removed with its value, rather than one that is missing in the draft. */
    static boolean isOne(RowChange removed, Draft draft) {
        return removed.of().equals(DatedField.TABLE)
                && (!draft.has(DatedField.TABLE)
                        || draft.line(DatedField.TABLE, removed.key()).isPresent());
    }

    /** Warns of each field that loses its date, or for which the day of verification no longer counts. */
    static void warn(Dataset current, Dataset proposed, Draft draft, Report report) {
        var dates = new StaleDates(current, proposed, report);
        for (var type : Schema.loaded().types()) {
            if (!type.reviewed().isEmpty()) {
                dates.warn(type, draft);
            }
        }
    }

    private void warn(RecordType<?, ?> type, Draft draft) {
        var table = DataPackage.table(type.tables().get(0).name()).orElseThrow();
        for (var id : proposed.of(table).keySet()) {
            var before = current.row(type, id);
            var after = proposed.row(type, id);
            if (before != null && after != null && before != after) {
                draft.line(table, id).ifPresent(line -> type.reviewed().stream()
                        .filter(field -> !DatedField.isSame(field, before, after))
                        .forEach(field -> warn(type, id, field, before, after, line)));
            }
        }
    }

    private void warn(
            RecordType<?, ?> type,
            String id,
            ReviewedField field,
            ObjectNode before,
            ObjectNode after,
            Draft.Line line) {
        var key = String.join(",", type.kind().code(), id, field.name());
        var date = current.of(DatedField.TABLE).get(key);
        var verified = before.path("verified_on").asText("");
        var column = DatedField.columns(field).stream()
                .filter(each -> !Objects.equals(before.get(each), after.get(each)))
                .findFirst()
                .orElseThrow();
        if (date != null && !proposed.of(DatedField.TABLE).containsKey(key)) {
            var knownOn = date.path("known_on").asText();
            report.add(Finding.warning(
                    line.file(),
                    line.number(),
                    column,
                    after.path(column).asText(null),
                    Message.of("finding.dateGoes", knownOn, field.name())));
        }
        if (!verified.isEmpty() && verified.equals(after.path("verified_on").asText(""))) {
            report.add(Finding.warning(
                    line.file(),
                    line.number(),
                    column,
                    after.path(column).asText(null),
                    Message.of("finding.verificationGoes", verified, field.name())));
        }
    }
}
