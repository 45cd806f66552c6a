package be.digicatalogue.provenance;

import be.digicatalogue.fact.Text;
import be.digicatalogue.record.ListDescription;
import be.digicatalogue.record.ListDescription.Theme;
import be.digicatalogue.record.RecordKind;
import be.digicatalogue.record.RecordType;
import be.digicatalogue.record.SearchDocument;

/** The record type of the sources. */
public final class SourceType {

    public static final RecordType<Source, Sources> TYPE = RecordType.of(
                    RecordKind.SOURCES, Source.class, Sources.class)
            .table(SourceRow.class, "sources")
            .built(build -> new Sources(
                    build.rows(SourceRow.class).stream().map(SourceRow::fact).toList()))
            .foundBy((source, others) -> SearchDocument.of(source)
                    .details(source.publisher())
                    .sorts("bron", "bronnen", source.number())
                    .texts(source.about(), Text.name(source.answeredBy()), Text.name(source.credit())))
            .described(ListDescription.of(
                            Theme.GOVE,
                            "De documenten en open data waaruit de feiten komen, met datum, uitgever en licentie.",
                            "The documents and open data that the facts come from, with date, publisher and licence.")
                    .on("/bronnen"));

    private SourceType() {}
}
