package be.digicatalogue.province;

import static be.digicatalogue.record.Attribute.text;

import be.digicatalogue.record.ListDescription;
import be.digicatalogue.record.ListDescription.Licence;
import be.digicatalogue.record.ListDescription.Theme;
import be.digicatalogue.record.RecordKind;
import be.digicatalogue.record.RecordType;
import be.digicatalogue.record.SearchDocument;
import java.util.stream.Stream;

/** The record type of the provinces. Lists show the five that have a digihub. */
public final class ProvinceType {

    public static final RecordType<Province, Provinces> TYPE = RecordType.of(
                    RecordKind.PROVINCES, Province.class, Provinces.class)
            .table(ProvinceRow.class, "provinces")
            .built(build -> new Provinces(build.rows(ProvinceRow.class).stream()
                    .map(ProvinceRow::fact)
                    .toList()))
            .listing(province -> province.kind() == Province.Kind.PROVINCE)
            .foundBy((province, others) -> SearchDocument.of(province)
                    .exonyms(province.name())
                    .sorts("provincie", province.isoCode(), province.nutsCode()))
            .derived("links", "names")
            .described(ListDescription.of(
                            Theme.REGI,
                            "De vijf Vlaamse provincies met codes en een vereenvoudigde omtrek.",
                            "The five Flemish provinces with codes and a simplified outline.")
                    .under(Licence.STATBEL))
            .attributes(Stream.of(
                    text("id", "Stable id", Province::id),
                    text("isoCode", "ISO 3166-2 code", Province::isoCode),
                    text("nisCode", "NIS code", Province::nisCode),
                    text("nutsCode", "NUTS code", Province::nutsCode),
                    text("namesNl", "Dutch name", province -> province.name().nl()),
                    text("namesFr", "French name", province -> province.name().fr()),
                    text("namesDe", "German name", province -> province.name().de()),
                    text("namesEn", "English name", province -> province.name().en())))
            .mapped(true);

    private ProvinceType() {}
}
