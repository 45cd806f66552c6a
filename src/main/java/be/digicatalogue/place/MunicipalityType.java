package be.digicatalogue.place;

import static be.digicatalogue.record.Attribute.day;
import static be.digicatalogue.record.Attribute.ended;
import static be.digicatalogue.record.Attribute.precision;
import static be.digicatalogue.record.Attribute.reference;
import static be.digicatalogue.record.Attribute.text;
import static java.util.stream.Collectors.groupingBy;

import be.digicatalogue.province.ProvinceType;
import be.digicatalogue.record.ListDescription;
import be.digicatalogue.record.ListDescription.Licence;
import be.digicatalogue.record.ListDescription.Theme;
import be.digicatalogue.record.RecordKind;
import be.digicatalogue.record.RecordType;
import be.digicatalogue.record.SearchDocument;
import java.util.List;
import java.util.stream.Stream;

/** The record type of the municipalities. */
public final class MunicipalityType {

    public static final RecordType<Municipality, Municipalities> TYPE = RecordType.of(
                    RecordKind.MUNICIPALITIES, Municipality.class, Municipalities.class)
            .table(MunicipalityRow.class, "municipalities")
            .part(MunicipalityNameRow.class, "municipality-names", "names")
            .built(build -> {
                var names = build.rows(MunicipalityNameRow.class).stream().collect(groupingBy(row -> row.municipality));
                return new Municipalities(
                        build.rows(MunicipalityRow.class).stream()
                                .map(row -> row.fact(names.getOrDefault(row.nisCode, List.of())))
                                .toList(),
                        build.of(ProvinceType.TYPE),
                        build.finder());
            })
            .foundBy((municipality, others) -> SearchDocument.of(municipality)
                    .exonyms(municipality.translations())
                    .standing(municipality.mergedInto() != null ? SearchDocument.Rank.PAST : SearchDocument.Rank.CHIEF)
                    .knownAs(others.of(MunicipalityType.TYPE).formerNames(municipality.id()))
                    .whereabouts(others.names(municipality.province()))
                    .sorts("gemeente", "stad", municipality.id()))
            .described(ListDescription.of(
                            Theme.REGI,
                            "Gemeenten van Vlaanderen en Brussel met hun middelpunt, ook die van voor een fusie.",
                            "Municipalities of Flanders and Brussels with their centre, including those from before a merger.")
                    .under(Licence.STATBEL))
            .attributes(Stream.of(
                    text("id", "NIS code", Municipality::id),
                    text("name", "Name", Municipality::name),
                    reference("province", "Province, by id", Municipality::province),
                    precision(),
                    day("validFrom", "First day, after a merger", Municipality::validFrom),
                    day("validTo", "Last day, before a merger", Municipality::validTo),
                    ended(),
                    reference("mergedInto", "Municipality that it became part of", Municipality::mergedInto)))
            .mapped(false)
            .alsoMapped(MunicipalityArea::layer);

    private MunicipalityType() {}
}
