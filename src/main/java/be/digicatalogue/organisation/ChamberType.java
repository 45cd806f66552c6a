package be.digicatalogue.organisation;

import static be.digicatalogue.record.Attribute.address;
import static be.digicatalogue.record.Attribute.precision;
import static be.digicatalogue.record.Attribute.references;
import static be.digicatalogue.record.Attribute.text;
import static be.digicatalogue.record.Attribute.texts;
import static be.digicatalogue.record.Attribute.verifiedOn;

import be.digicatalogue.place.PlaceType;
import be.digicatalogue.record.Address;
import be.digicatalogue.record.BackReference;
import be.digicatalogue.record.ListDescription;
import be.digicatalogue.record.ListDescription.Theme;
import be.digicatalogue.record.RecordKind;
import be.digicatalogue.record.RecordType;
import be.digicatalogue.record.SearchDocument;
import java.time.Period;
import java.util.stream.Stream;

/** The record type of the Voka chambers. */
public final class ChamberType {

    /** The consortia that a chamber leads. */
    public static final BackReference LEADS = new BackReference(RecordKind.CHAMBERS, "leads");

    /** The offices of a chamber. */
    public static final BackReference VOKA_OFFICES = new BackReference(RecordKind.CHAMBERS, "vokaOffices");

    public static final RecordType<Chamber, Chambers> TYPE = RecordType.of(
                    RecordKind.CHAMBERS, Chamber.class, Chambers.class)
            .table(OrganisationRow.class, OrganisationRow.TABLE, OrganisationRow::isChamber)
            .built(build -> new Chambers(
                    build.rows(OrganisationRow.class).stream()
                            .filter(OrganisationRow::isChamber)
                            .map(row -> row.chamber(
                                    build.referring(LEADS, row.id),
                                    build.referring(VOKA_OFFICES, row.id),
                                    build.dates().of(RecordKind.CHAMBERS, row.id)))
                            .toList(),
                    build.ages()))
            .foundBy((chamber, others) -> SearchDocument.of(chamber)
                    .alsoNamed(chamber.nameInSource())
                    .knownAs(chamber.alsoKnownAs())
                    .whereabouts(others.of(PlaceType.TYPE).whereabouts(chamber.address(), others))
                    .whereabouts(others.names(chamber.provinces()))
                    .sorts("kamer van koophandel", "KvK")
                    .texts(chamber.remark()))
            .derived("provinces", "leads", "vokaOffices")
            .reviewed("website", Period.ofMonths(24))
            .reviewed("address", Period.ofMonths(60), Address.PARTS)
            .described(ListDescription.of(
                    Theme.ECON,
                    "De kamers van koophandel van Voka, met hun adres en hun kantoren.",
                    "The Voka chambers of commerce, with their address and their offices."))
            .attributes(
                    Stream.of(
                            text("id", "Stable id", Chamber::id),
                            text("name", "Name", Chamber::name),
                            text("nameInSource", "Name in the parliamentary answer of 2021", Chamber::nameInSource),
                            texts("alsoKnownAs", "Short and former names", Chamber::alsoKnownAs),
                            text("website", "Website", Chamber::website),
                            text("enterpriseNumber", "Enterprise number (KBO)", Chamber::enterpriseNumber)),
                    address(Chamber::address),
                    Stream.of(
                            precision(),
                            references("provinces", "Provinces, by id", Chamber::provinces),
                            references("leads", "Consortia that it leads, by id of the province", Chamber::leads),
                            references("vokaOffices", "Offices, by id", Chamber::vokaOffices),
                            verifiedOn(Chamber::verifiedOn)));

    private ChamberType() {}
}
