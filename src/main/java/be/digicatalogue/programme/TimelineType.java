package be.digicatalogue.programme;

import be.digicatalogue.record.ListDescription;
import be.digicatalogue.record.ListDescription.Theme;
import be.digicatalogue.record.RecordKind;
import be.digicatalogue.record.RecordType;
import be.digicatalogue.record.SearchDocument;

/** The record type of the dated facts. */
public final class TimelineType {

    public static final RecordType<TimelineEvent, Timeline> TYPE = RecordType.of(
                    RecordKind.TIMELINE, TimelineEvent.class, Timeline.class)
            .table(TimelineEventRow.class, "timeline")
            .built(build -> {
                var disagreements = build.rows(DisagreementRow.class);
                return new Timeline(
                        build.rows(TimelineEventRow.class).stream()
                                .map(row -> row.fact(
                                        DisagreementRow.with(RecordKind.TIMELINE.reference(row.id), disagreements)))
                                .toList(),
                        build.of(ProgrammeType.TYPE));
            })
            .foundBy((event, others) -> SearchDocument.of(event)
                    .details(event.date())
                    .whereabouts(others.names(event.programme()))
                    .texts(event.remark()))
            .described(ListDescription.of(
                    Theme.GOVE, "Gedateerde feiten over de programma's.", "Dated facts about the programmes."));

    private TimelineType() {}
}
