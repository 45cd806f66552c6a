package be.digicatalogue.worklist;

import be.digicatalogue.fact.Message;
import be.digicatalogue.question.PageRequest;
import be.digicatalogue.report.ReportProblem;
import be.digicatalogue.report.ReportStatus;
import be.digicatalogue.report.Reports;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The reports on which no curator has decided. */
@ApplicationScoped
public class ReportedWork implements StoredWork {

    private final Reports reports;

    ReportedWork(Reports reports) {
        this.reports = reports;
    }

    @Override
    public WorkTask task() {
        return WorkTask.REPORT;
    }

    @Override
    public List<WorkItem> open(WorkRows rows) {
        var items = new ArrayList<WorkItem>();
        reports.list(ReportStatus.RECEIVED, PageRequest.WHOLE).items().forEach(report -> items.add(item(report, rows)));
        Collections.reverse(items);
        return items;
    }

    private static WorkItem item(Reports.StoredReport report, WorkRows rows) {
        var table = WorkRows.table(report.type());
        var record = report.record();
        var row = record == null ? null : rows.row(table, record.id());
        return new WorkItem(
                WorkTask.REPORT,
                report.type(),
                record,
                table.name(),
                record == null ? null : record.id(),
                report.field(),
                report.suggestion(),
                why(report.problem()),
                null,
                null,
                WorkRows.municipality(row),
                null,
                report.number(),
                report.message());
    }

    private static Message why(ReportProblem problem) {
        return switch (problem) {
            case WRONG -> Message.of("worklist.report.wrong");
            case CLOSED -> Message.of("worklist.report.closed");
            case MISSING -> Message.of("worklist.report.missing");
            case OTHER -> Message.of("worklist.report.other");
        };
    }
}
