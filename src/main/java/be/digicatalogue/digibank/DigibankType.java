package be.digicatalogue.digibank;

import static be.digicatalogue.record.Attribute.code;
import static be.digicatalogue.record.Attribute.day;
import static be.digicatalogue.record.Attribute.ended;
import static be.digicatalogue.record.Attribute.number;
import static be.digicatalogue.record.Attribute.references;
import static be.digicatalogue.record.Attribute.text;
import static be.digicatalogue.record.Attribute.verifiedOn;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import be.digicatalogue.place.MunicipalityType;
import be.digicatalogue.province.ProvinceType;
import be.digicatalogue.record.Build;
import be.digicatalogue.record.ListDescription;
import be.digicatalogue.record.ListDescription.Theme;
import be.digicatalogue.record.RecordKind;
import be.digicatalogue.record.RecordType;
import be.digicatalogue.record.SearchDocument;
import java.time.Period;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The record type of the digibanks. */
public final class DigibankType {

    public static final RecordType<Digibank, Digibanks> TYPE = RecordType.of(
                    RecordKind.DIGIBANKS, Digibank.class, Digibanks.class)
            .table(DigibankRow.class, "digibanks")
            .part(DigibankMunicipalityRow.class, "digibank-municipalities", "municipalities")
            .built(DigibankType::digibanks)
            .foundBy((digibank, others) -> SearchDocument.of(digibank)
                    .details(digibank.lead())
                    .details(others.names(digibank.municipalities()).toArray(String[]::new))
                    .whereabouts(others.names(digibank.provinces()))
                    .sorts("digibank", "e-inclusie", "netwerk")
                    .texts(digibank.remark(), digibank.status()))
            .derived((digibank, others) -> digibank.municipalities().isEmpty()
                    ? Set.of("servicePoints")
                    : Set.of("servicePoints", "provinces"))
            .reviewed("website", Period.ofMonths(24))
            .described(ListDescription.of(
                    Theme.SOCI,
                    "Lokale partnerschappen voor digitale inclusie, met de gemeenten die zij noemen.",
                    "Local partnerships for digital inclusion, with the municipalities that they name."))
            .attributes(Stream.of(
                    text("id", "Stable id", Digibank::id),
                    text("name", "Name", Digibank::name),
                    code("kind", "Digibank or other network", DigibankKind.class, Digibank::kind),
                    text("lead", "Organisation that leads it", Digibank::lead),
                    references("municipalities", "Municipalities, by NIS code", Digibank::municipalities),
                    references("provinces", "Provinces, by id", Digibank::provinces),
                    number("callRound", "Round of the call in which it was approved", Digibank::callRound),
                    text("website", "Website", Digibank::website),
                    day("validFrom", "First day", Digibank::validFrom),
                    day("validTo", "Last day", Digibank::validTo),
                    ended(),
                    day("supportedUntil", "Last day of Flemish support", Digibank::supportedUntil),
                    verifiedOn(Digibank::verifiedOn)))
            .mapped(DigibankArea::layer);

    private DigibankType() {}

    private static Digibanks digibanks(Build build) {
        var municipalities = build.of(MunicipalityType.TYPE);
        var covered = build.rows(DigibankMunicipalityRow.class).stream()
                .sorted(Comparator.comparing(row -> row.position))
                .collect(groupingBy(row -> row.digibank));
        var points = build.rows(ServicePointRow.class).stream()
                .filter(row -> row.digibank != null)
                .sorted(Comparator.comparing(row -> row.id))
                .collect(groupingBy(
                        row -> row.digibank, mapping(row -> RecordKind.SERVICE_POINTS.reference(row.id), toList())));
        return new Digibanks(
                build.rows(DigibankRow.class).stream()
                        .map(row -> row.fact(
                                DigibankRow.covers(covered.getOrDefault(row.id, List.of()), municipalities),
                                points.getOrDefault(row.id, List.of()),
                                build.dates().of(RecordKind.DIGIBANKS, row.id)))
                        .toList(),
                build.of(ProvinceType.TYPE),
                municipalities,
                build.ages(),
                build.finder());
    }
}
