package be.digicatalogue.worklist;

import be.digicatalogue.catalogue.Catalogue;
import be.digicatalogue.dataset.Dataset;
import be.digicatalogue.fact.Message;
import be.digicatalogue.publication.CatalogueCheck;
import be.digicatalogue.publication.RowTag;
import be.digicatalogue.record.Dated;
import be.digicatalogue.record.RecordType;
import be.digicatalogue.record.ReviewedField;
import be.digicatalogue.record.Schema;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/** The work that follows from a catalogue. Its checks run once for each revision, and its ages once for each day. */
final class Worklist {

    private record DayOfWork(LocalDate day, List<WorkItem> items) {}

    private final Catalogue catalogue;
    private final WorkRows rows;
    private final List<WorkItem> doubts;
    private volatile DayOfWork last;

    private Worklist(Catalogue catalogue) {
        this.catalogue = catalogue;
        rows = new WorkRows(Dataset.of(catalogue.export().tables()));
        var check = CatalogueCheck.of(rows.dataset());
        var found = new ArrayList<WorkItem>();
        check.findings().forEach(finding -> found.add(item(WorkTask.FINDING, finding)));
        check.disagreements().forEach(finding -> found.add(item(WorkTask.DISAGREEMENT, finding)));
        doubts = List.copyOf(found);
    }

    /** The worklist of a catalogue. The first call for a catalogue takes long, so it is for threads that may block. */
    static Worklist of(Catalogue catalogue) {
        return catalogue.derived(Worklist.class, Worklist::new);
    }

    WorkRows rows() {
        return rows;
    }

    /** The items on a day, most urgent first. */
    List<WorkItem> on(LocalDate day) {
        var made = last;
        if (made == null || !made.day().equals(day)) {
            var items = new ArrayList<>(doubts);
            Schema.loaded().aging().forEach(type -> aged(type, day, items));
            items.sort(Comparator.comparing(WorkItem::task)
                    .thenComparing(WorkItem::due, Comparator.nullsLast(Comparator.naturalOrder()))
                    .thenComparing(WorkItem::typeOrTable)
                    .thenComparing(WorkItem::key)
                    .thenComparing(WorkItem::field, Comparator.nullsFirst(Comparator.naturalOrder())));
            made = new DayOfWork(day, List.copyOf(items));
            last = made;
        }
        return made.items();
    }

    private WorkItem item(WorkTask task, CatalogueCheck.RowFinding finding) {
        var row = rows.row(finding.table(), finding.key());
        var kind = row == null ? null : WorkRows.kind(finding.table(), row).orElse(null);
        return new WorkItem(
                task,
                kind == null ? null : kind.code(),
                kind == null ? null : kind.reference(finding.key()),
                finding.table().name(),
                finding.key(),
                finding.column(),
                finding.value(),
                finding.explanation(),
                null,
                null,
                WorkRows.municipality(row),
                row == null ? null : RowTag.of(row),
                null,
                null);
    }

    private void aged(RecordType<?, ?> type, LocalDate day, List<WorkItem> items) {
        var fields = catalogue.ages().periods().all().getOrDefault(type.kind(), List.of());
        for (var fact : type.listed(catalogue)) {
            var dated = (Dated) fact;
            var overdue = catalogue.ages().overdue(dated, day);
            var undated = catalogue.ages().undated(dated, day);
            for (var field : fields) {
                if (overdue.contains(field.name())) {
                    items.add(aged(WorkTask.OVERDUE, type, dated, field));
                } else if (undated.contains(field.name())) {
                    items.add(aged(WorkTask.UNDATED, type, dated, field));
                }
            }
        }
    }

    private WorkItem aged(WorkTask task, RecordType<?, ?> type, Dated fact, ReviewedField field) {
        var age = catalogue.ages().age(type.kind(), fact.id(), field.name(), fact.knownOn(), fact.verifiedOn());
        var table = WorkRows.table(type.kind().code());
        var row = Objects.requireNonNull(rows.row(table, fact.id()));
        return new WorkItem(
                task,
                type.kind().code(),
                fact.reference(),
                table.name(),
                fact.id(),
                field.name(),
                WorkRows.value(table, row, field),
                task == WorkTask.OVERDUE
                        ? Message.of("worklist.overdue", age.newest(), age.lastDay())
                        : Message.of("worklist.undated"),
                age.newest(),
                age.lastDay(),
                WorkRows.municipality(row),
                RowTag.of(row),
                null,
                null);
    }
}
