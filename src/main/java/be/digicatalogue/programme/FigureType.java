package be.digicatalogue.programme;

import be.digicatalogue.province.ProvinceType;
import be.digicatalogue.record.ListDescription;
import be.digicatalogue.record.ListDescription.Theme;
import be.digicatalogue.record.RecordKind;
import be.digicatalogue.record.RecordType;
import be.digicatalogue.record.SearchDocument;
import java.util.stream.Stream;

/** The record type of the figures. */
public final class FigureType {

    public static final RecordType<Figure, Figures> TYPE = RecordType.of(
                    RecordKind.FIGURES, Figure.class, Figures.class)
            .table(FigureRow.class, "figures")
            .part(DisagreementRow.class, "disagreements", "disagreesWith", DisagreementRow::statements)
            .built(build -> {
                var subjects = build.of(SubjectType.TYPE);
                var disagreements = build.rows(DisagreementRow.class);
                return new Figures(
                        build.rows(FigureRow.class).stream()
                                .map(row -> row.fact(
                                        subjects.named(row.subject).orElseThrow(),
                                        DisagreementRow.with(RecordKind.FIGURES.reference(row.id), disagreements)))
                                .toList(),
                        build.of(ProgrammeType.TYPE),
                        build.of(ProvinceType.TYPE));
            })
            .foundBy((figure, others) -> SearchDocument.of(figure)
                    .details(figure.metric())
                    .whereabouts(others.names(figure.province()))
                    .whereabouts(others.names(figure.programme()))
                    .texts(figure.note()))
            .containing(figure -> Stream.of(figure.subject().reference()))
            .described(ListDescription.of(
                            Theme.GOVE,
                            "Elk cijfer over de programma's, met zijn bron.",
                            "Every figure about the programmes, with its source.")
                    .on("/cijfers"));

    private FigureType() {}
}
