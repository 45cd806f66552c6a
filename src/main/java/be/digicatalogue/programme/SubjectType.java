package be.digicatalogue.programme;

import be.digicatalogue.record.RecordKind;
import be.digicatalogue.record.RecordType;

/** What figures are about: it has a history of its own, and is shown with its figures only. */
public final class SubjectType {

    public static final RecordType<Figure.Subject, Subjects> TYPE = RecordType.of(
                    RecordKind.SUBJECTS, Figure.Subject.class, Subjects.class)
            .table(SubjectRow.class, "subjects")
            .built(build -> new Subjects(
                    build.rows(SubjectRow.class).stream().map(SubjectRow::fact).toList()));

    private SubjectType() {}
}
