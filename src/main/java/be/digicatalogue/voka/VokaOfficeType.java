package be.digicatalogue.voka;

import static be.digicatalogue.record.Attribute.address;
import static be.digicatalogue.record.Attribute.code;
import static be.digicatalogue.record.Attribute.precision;
import static be.digicatalogue.record.Attribute.reference;
import static be.digicatalogue.record.Attribute.text;
import static be.digicatalogue.record.Attribute.verifiedOn;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import be.digicatalogue.organisation.ChamberType;
import be.digicatalogue.place.MunicipalityType;
import be.digicatalogue.place.PlaceType;
import be.digicatalogue.place.Places;
import be.digicatalogue.province.ProvinceType;
import be.digicatalogue.record.Address;
import be.digicatalogue.record.ListDescription;
import be.digicatalogue.record.ListDescription.Theme;
import be.digicatalogue.record.RecordKind;
import be.digicatalogue.record.RecordType;
import be.digicatalogue.record.SearchDocument;
import java.time.Period;
import java.util.Comparator;
import java.util.Set;
import java.util.stream.Stream;

/** The record type of the Voka offices. */
public final class VokaOfficeType {

    public static final RecordType<VokaOffice, VokaOffices> TYPE = RecordType.of(
                    RecordKind.VOKA_OFFICES, VokaOffice.class, VokaOffices.class)
            .table(VokaOfficeRow.class, "voka-offices")
            .built(build -> {
                var municipalities = build.of(MunicipalityType.TYPE);
                var places = build.of(PlaceType.TYPE);
                return new VokaOffices(
                        build.rows(VokaOfficeRow.class).stream()
                                .map(row -> row.fact(
                                        municipalities, places, build.dates().of(RecordKind.VOKA_OFFICES, row.id)))
                                .toList(),
                        build.of(ProvinceType.TYPE),
                        build.of(ChamberType.TYPE),
                        places,
                        build.ages());
            })
            .fills(ChamberType.VOKA_OFFICES, build -> build.rows(VokaOfficeRow.class).stream()
                    .filter(row -> row.chamber != null)
                    .sorted(Comparator.comparing(row -> row.id))
                    .collect(groupingBy(
                            row -> row.chamber, mapping(row -> RecordKind.VOKA_OFFICES.reference(row.id), toList()))))
            .foundBy((office, others) -> SearchDocument.of(office)
                    .details(Places.lines(office.address(), others).toArray(String[]::new))
                    .whereabouts(others.of(PlaceType.TYPE).whereabouts(office.address(), others))
                    .whereabouts(others.names(office.province()))
                    .sorts("kantoor", "kamer van koophandel")
                    .texts(office.remark()))
            .derived((office, others) -> others.of(PlaceType.TYPE).isAround(office.location(), office.address())
                    ? Set.of("province", "location")
                    : Set.of("province"))
            .reviewed("phone", Period.ofMonths(24))
            .reviewed("email", Period.ofMonths(24))
            .reviewed("website", Period.ofMonths(24))
            .reviewed("address", Period.ofMonths(60), Address.PARTS)
            .described(ListDescription.of(
                            Theme.ECON,
                            "Kantoren van de kamers van koophandel van Voka, die de digihubs leidden, en de hoofdzetel in Brussel.",
                            "Offices of the Voka chambers of commerce, which led the digihubs, and the head office in Brussels.")
                    .on("/digihubs"))
            .attributes(
                    Stream.of(
                            text("id", "Stable id", VokaOffice::id),
                            text("name", "Name", VokaOffice::name),
                            reference("chamber", "Chamber, by id", VokaOffice::chamber),
                            reference("province", "Province, by id", VokaOffice::province)),
                    address(VokaOffice::address),
                    Stream.of(
                            precision(),
                            text("phone", "Phone number", VokaOffice::phone),
                            text("email", "E-mail address", VokaOffice::email),
                            text("website", "Website", VokaOffice::website),
                            code(
                                    "confirmed",
                                    "How far a source confirms the address",
                                    VokaOffice.Confirmation.class,
                                    VokaOffice::confirmed),
                            verifiedOn(VokaOffice::verifiedOn)))
            .mapped(false);

    private VokaOfficeType() {}
}
