package be.digicatalogue.programme;

import be.digicatalogue.fact.Coded;
import be.digicatalogue.fact.Reference;
import be.digicatalogue.fact.Text;
import be.digicatalogue.record.Evidenced;
import be.digicatalogue.record.RecordKind;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.List;

/** A row of the table {@code timeline_event} and of {@code timeline.csv}. */
@Entity
@Table(name = "timeline_event")
public class TimelineEventRow extends Evidenced {

    @Id
    public String id;

    public String date;
    public String endDate;
    public String basis;
    public String programme;
    public String whatNl;
    public String whatEn;
    public String remarkNl;
    public String remarkEn;

    public TimelineEvent fact(List<Reference> disagreesWith) {
        return new TimelineEvent(
                id,
                date,
                endDate,
                Coded.of(TimelineEvent.Basis.class, basis),
                RecordKind.PROGRAMMES.reference(programme),
                Text.of(whatNl, whatEn),
                Text.of(remarkNl, remarkEn),
                disagreesWith,
                evidence());
    }
}
