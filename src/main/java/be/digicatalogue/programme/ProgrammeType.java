package be.digicatalogue.programme;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import be.digicatalogue.fact.Text;
import be.digicatalogue.record.ListDescription;
import be.digicatalogue.record.ListDescription.Theme;
import be.digicatalogue.record.RecordKind;
import be.digicatalogue.record.RecordType;
import be.digicatalogue.record.SearchDocument;
import java.util.List;
import java.util.stream.Stream;

/** The record type of the programmes. */
public final class ProgrammeType {

    public static final RecordType<Programme, Programmes> TYPE = RecordType.of(
                    RecordKind.PROGRAMMES, Programme.class, Programmes.class)
            .table(ProgrammeRow.class, "programmes")
            .part(ProgrammeTextRow.class, "programme-texts", "texts")
            .built(build -> {
                var texts = build.rows(ProgrammeTextRow.class).stream().collect(groupingBy(row -> row.programme));
                var rows = build.rows(ProgrammeRow.class);
                return new Programmes(
                        rows.stream()
                                .map(row -> row.fact(texts.getOrDefault(row.id, List.of())))
                                .toList(),
                        rows.stream().collect(toMap(row -> row.id, row -> row.position)));
            })
            .foundBy((programme, others) -> SearchDocument.of(programme)
                    .sorts("programma")
                    .texts(programme.summary(), programme.remark())
                    .texts(programme.texts().stream()
                            .flatMap(passage -> Stream.of(passage.title(), passage.text()))
                            .toArray(Text[]::new)))
            .derived("links")
            .described(ListDescription.of(
                    Theme.GOVE,
                    "De programma's van de Vlaamse overheid achter digihubs en digibanken.",
                    "The programmes of the Flemish government behind digihubs and digibanks."));

    private ProgrammeType() {}
}
