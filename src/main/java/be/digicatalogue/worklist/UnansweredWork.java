package be.digicatalogue.worklist;

import be.digicatalogue.confirmation.ConfirmationStatus;
import be.digicatalogue.confirmation.Confirmations;
import be.digicatalogue.confirmation.Confirmations.StoredConfirmation;
import be.digicatalogue.fact.Belgium;
import be.digicatalogue.fact.Message;
import be.digicatalogue.fact.Reference;
import be.digicatalogue.publication.RowTag;
import be.digicatalogue.question.PageRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;

/** The records of which an operator was asked whether they are still right, without an answer, and that nobody verified since. */
@ApplicationScoped
public class UnansweredWork implements StoredWork {

    private final Confirmations confirmations;

    UnansweredWork(Confirmations confirmations) {
        this.confirmations = confirmations;
    }

    @Override
    public WorkTask task() {
        return WorkTask.UNANSWERED;
    }

    @Override
    public List<WorkItem> open(WorkRows rows) {
        var items = new ArrayList<WorkItem>();
        // A record that was in several questions is on the list once.
        var listed = new HashSet<Reference>();
        Stream.of(ConfirmationStatus.UNANSWERED, ConfirmationStatus.FAILED)
                .flatMap(status -> confirmations.list(status, PageRequest.WHOLE).items().stream())
                .forEach(question -> question.records().stream()
                        .map(Confirmations.QuestionedRecord::record)
                        .filter(listed::add)
                        .forEach(record -> addItem(question, record, rows, items)));
        Collections.reverse(items);
        return items;
    }

    private static void addItem(StoredConfirmation question, Reference record, WorkRows rows, List<WorkItem> to) {
        var table = WorkRows.table(record.type());
        var row = rows.row(table, record.id());
        var asked = LocalDate.ofInstant(question.createdAt(), Belgium.ZONE);
        // Days in this form are in the order of time.
        if (row == null || row.path("verified_on").asText("").compareTo(asked.toString()) >= 0) {
            return;
        }
        to.add(new WorkItem(
                WorkTask.UNANSWERED,
                record.type(),
                record,
                table.name(),
                record.id(),
                null,
                null,
                question.status() == ConfirmationStatus.FAILED
                        ? Message.of("worklist.notSent", asked)
                        : Message.of("worklist.unanswered", asked),
                null,
                null,
                WorkRows.municipality(row),
                RowTag.of(row),
                null,
                null));
    }
}
