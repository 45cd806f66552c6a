package be.digicatalogue.programme;

import be.digicatalogue.record.RecordKind;
import be.digicatalogue.record.RecordType;

/** The record type of the subjects of figures. They have a history of their own, but are shown only with their figures. */
public final class SubjectType {

    public static final RecordType<Figure.Subject, Subjects> TYPE = RecordType.of(
                    RecordKind.SUBJECTS, Figure.Subject.class, Subjects.class)
            .table(SubjectRow.class, "subjects")
            .built(build -> new Subjects(
                    build.rows(SubjectRow.class).stream().map(SubjectRow::fact).toList()));

    private SubjectType() {}
}
