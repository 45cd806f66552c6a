package be.digicatalogue.organisation;

import static be.digicatalogue.record.Attribute.address;
import static be.digicatalogue.record.Attribute.code;
import static be.digicatalogue.record.Attribute.precision;
import static be.digicatalogue.record.Attribute.references;
import static be.digicatalogue.record.Attribute.text;
import static be.digicatalogue.record.Attribute.texts;
import static be.digicatalogue.record.Attribute.verifiedOn;

import be.digicatalogue.place.PlaceType;
import be.digicatalogue.province.ProvinceType;
import be.digicatalogue.record.Address;
import be.digicatalogue.record.BackReference;
import be.digicatalogue.record.ListDescription;
import be.digicatalogue.record.ListDescription.Theme;
import be.digicatalogue.record.RecordKind;
import be.digicatalogue.record.RecordType;
import be.digicatalogue.record.SearchDocument;
import java.time.Period;
import java.util.Map;
import java.util.stream.Stream;

/** The record type of the knowledge partners. */
public final class PartnerType {

    /** The consortia in which a partner takes part. */
    public static final BackReference CONSORTIA = new BackReference(RecordKind.PARTNERS, "consortia");

    /** Words that people use for a kind of partner, besides its name. */
    /** What people call the kinds besides their labels. */
    private static final Map<PartnerKind, String> KINDS = Map.of(
            PartnerKind.UNIVERSITY_COLLEGE, "university college",
            PartnerKind.RESEARCH_CENTRE, "onderzoekscentra",
            PartnerKind.GOVERNMENT_AGENCY, "overheid");

    public static final RecordType<Partner, Partners> TYPE = RecordType.of(
                    RecordKind.PARTNERS, Partner.class, Partners.class)
            .table(OrganisationRow.class, OrganisationRow.TABLE, kind -> !OrganisationRow.isChamber(kind))
            .built(build -> new Partners(
                    build.rows(OrganisationRow.class).stream()
                            .filter(row -> !row.isChamber())
                            .map(row -> row.partner(
                                    build.referring(CONSORTIA, row.id),
                                    build.dates().of(RecordKind.PARTNERS, row.id)))
                            .toList(),
                    build.of(ProvinceType.TYPE),
                    build.of(PlaceType.TYPE),
                    build.ages(),
                    build.finder()))
            .foundBy((partner, others) -> SearchDocument.of(partner)
                    .alsoNamed(partner.nameInSource())
                    .knownAs(partner.alsoKnownAs())
                    .whereabouts(others.of(PlaceType.TYPE).whereabouts(partner.address(), others))
                    .whereabouts(others.names(partner.provinces()))
                    .sorts("kennispartner partner", KINDS.get(partner.kind()))
                    .sorts(partner.kind().label())
                    .texts(partner.remark()))
            .derived("provinces", "consortia")
            .reviewed("website", Period.ofMonths(24))
            .reviewed("address", Period.ofMonths(60), Address.PARTS)
            .described(ListDescription.of(
                            Theme.TECH,
                            "Universiteiten, hogescholen en onderzoekscentra in de digihubs. Van sommige is de ligging niet bekend.",
                            "Universities, colleges and research centres that took part in a digihub. The location of some is unknown.")
                    .on("/digihubs"))
            .attributes(
                    Stream.of(
                            text("id", "Stable id", Partner::id),
                            text("name", "Name", Partner::name),
                            text("nameInSource", "Name in the parliamentary answer of 2021", Partner::nameInSource),
                            texts("alsoKnownAs", "Short and former names", Partner::alsoKnownAs),
                            code("kind", "Kind of partner", PartnerKind.class, Partner::kind),
                            text("website", "Website", Partner::website),
                            text("enterpriseNumber", "Enterprise number (KBO)", Partner::enterpriseNumber)),
                    address(Partner::address),
                    Stream.of(
                            precision(),
                            references("provinces", "Provinces, by id", Partner::provinces),
                            references("consortia", "Consortia, by id of the province", Partner::consortia),
                            verifiedOn(Partner::verifiedOn)))
            .mapped(false);

    private PartnerType() {}
}
