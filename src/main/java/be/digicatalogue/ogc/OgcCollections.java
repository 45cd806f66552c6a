package be.digicatalogue.ogc;

import static be.digicatalogue.ogc.Queryable.code;
import static be.digicatalogue.ogc.Queryable.day;
import static be.digicatalogue.ogc.Queryable.ended;
import static be.digicatalogue.ogc.Queryable.nameOf;
import static be.digicatalogue.ogc.Queryable.number;
import static be.digicatalogue.ogc.Queryable.reference;
import static be.digicatalogue.ogc.Queryable.references;
import static be.digicatalogue.ogc.Queryable.text;
import static be.digicatalogue.ogc.Queryable.texts;

import be.digicatalogue.catalogue.Catalogue;
import be.digicatalogue.digibank.DigibankKind;
import be.digicatalogue.digibank.LocationType;
import be.digicatalogue.digibank.ServiceCode;
import be.digicatalogue.digibank.ServicePoint;
import be.digicatalogue.fact.Coded;
import be.digicatalogue.fact.Fact;
import be.digicatalogue.fact.Facts;
import be.digicatalogue.fact.Reference;
import be.digicatalogue.geo.Located;
import be.digicatalogue.geo.Precision;
import be.digicatalogue.organisation.Partner;
import be.digicatalogue.organisation.PartnerKind;
import be.digicatalogue.place.Address;
import be.digicatalogue.place.Municipality;
import be.digicatalogue.province.Province;
import be.digicatalogue.voka.VokaOffice;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** The collections that there are. */
final class OgcCollections {

    private static final String POINT = "geometry-point";
    private static final String NAME = "Name";
    private static final String ID = "Stable id";
    private static final String WEBSITE = "Website";
    private static final String MUNICIPALITY_NAME = "Name of the municipality";
    private static final String VERIFIED = "Day on which the record was last checked against a source";

    private static final OgcCollection<ServicePoint> SERVICE_POINTS = of(
            ServicePoint.TYPE,
            "Service points",
            "Places where citizens get help with digital things.",
            POINT,
            Catalogue::servicePoints,
            join(
                    Stream.of(
                            text("id", ID, ServicePoint::id),
                            text("name", NAME, ServicePoint::name),
                            reference("digibank", "Digibank, by id", ServicePoint::digibank),
                            code(
                                    "locationType",
                                    "Whether it stays in one place",
                                    LocationType.class,
                                    ServicePoint::locationType),
                            texts(
                                    "services",
                                    "Services, by code",
                                    Coded.codes(ServiceCode.class),
                                    point -> point.services().stream()
                                            .map(ServiceCode::code)
                                            .toList())),
                    address(ServicePoint::address),
                    Stream.of(
                            reference("province", "Province, by id", ServicePoint::province),
                            precision(),
                            text("openingHours", "Opening hours in OpenStreetMap syntax", ServicePoint::openingHours),
                            text("phone", "Phone number", ServicePoint::phone),
                            text("email", "E-mail address", ServicePoint::email),
                            text("website", WEBSITE, ServicePoint::website),
                            day("verifiedOn", VERIFIED, ServicePoint::verifiedOn))));

    private static final OgcCollection<VokaOffice> VOKA_OFFICES = of(
            VokaOffice.TYPE,
            "Voka offices",
            "Offices of the Voka chambers of commerce, which led the digihubs, and the head office in Brussels.",
            POINT,
            Catalogue::vokaOffices,
            join(
                    Stream.of(
                            text("id", ID, VokaOffice::id),
                            text("name", NAME, VokaOffice::name),
                            reference("chamber", "Chamber, by id", VokaOffice::chamber),
                            reference("province", "Province, by id", VokaOffice::province)),
                    address(VokaOffice::address),
                    Stream.of(
                            precision(),
                            text("phone", "Phone number", VokaOffice::phone),
                            text("email", "E-mail address", VokaOffice::email),
                            text("website", WEBSITE, VokaOffice::website),
                            code(
                                    "confirmed",
                                    "How far a source confirms the address",
                                    VokaOffice.Confirmation.class,
                                    VokaOffice::confirmed),
                            day("verifiedOn", VERIFIED, VokaOffice::verifiedOn))));

    private static final OgcCollection<Partner> PARTNERS = of(
            Partner.TYPE,
            "Knowledge partners",
            "Universities, colleges and research centres that took part in a digihub. Some have no known place.",
            POINT,
            Catalogue::partners,
            join(
                    Stream.of(
                            text("id", ID, Partner::id),
                            text("name", NAME, Partner::name),
                            text("nameInSource", "Name in the parliamentary answer of 2021", Partner::nameInSource),
                            texts("alsoKnownAs", "Short and former names", List.of(), Partner::alsoKnownAs),
                            code("kind", "Sort of partner", PartnerKind.class, Partner::kind),
                            text("website", WEBSITE, Partner::website),
                            text("enterpriseNumber", "Enterprise number (KBO)", Partner::enterpriseNumber)),
                    address(Partner::address),
                    Stream.of(
                            precision(),
                            references("provinces", "Provinces, by id", Partner::provinces),
                            references("consortia", "Consortia, by id of the province", Partner::consortia),
                            day("verifiedOn", VERIFIED, Partner::verifiedOn))));

    private static final OgcCollection<DigibankArea> DIGIBANKS = new OgcCollection<>(
            "digibanks",
            "Digibanks by municipality",
            "Digibanks and other networks for digital inclusion, once for each municipality that they name, at its centre.",
            POINT,
            DigibankArea::all,
            (catalogue, id) -> DigibankArea.named(id, catalogue),
            DigibankArea::municipality,
            DigibankArea::digibank,
            Attributes::of,
            List.of(
                    text("id", "Id of the digibank and the municipality", DigibankArea::id),
                    text("digibank", "Digibank, by id", area -> area.digibank().id()),
                    text("name", NAME, area -> area.digibank().name()),
                    code("kind", "Digibank or other network", DigibankKind.class, area -> area.digibank()
                            .kind()),
                    text("lead", "Organisation that leads it", area -> area.digibank()
                            .lead()),
                    text(
                            "municipality",
                            "Municipality, by NIS code",
                            area -> area.municipality() == null
                                    ? null
                                    : area.municipality().id()),
                    text(
                            "municipalityName",
                            MUNICIPALITY_NAME,
                            area -> area.municipality() == null
                                    ? null
                                    : area.municipality().name()),
                    precision(DigibankArea::municipality),
                    references("provinces", "Provinces, by id", area -> area.digibank()
                            .provinces()),
                    number("callRound", "Round of the call in which it was approved", area -> area.digibank()
                            .callRound()),
                    text("website", WEBSITE, area -> area.digibank().website()),
                    day("validFrom", "First day", area -> area.digibank().validFrom()),
                    day("validTo", "Last day", area -> area.digibank().validTo()),
                    ended(DigibankArea::digibank),
                    day("supportedUntil", "Last day of Flemish support", area -> area.digibank()
                            .supportedUntil()),
                    day("verifiedOn", VERIFIED, area -> area.digibank().verifiedOn())));

    private static final OgcCollection<Municipality> MUNICIPALITIES = of(
            Municipality.TYPE,
            "Municipalities",
            "Municipalities of Flanders and Brussels at the centre of their area, those of before a merger included:"
                    + " datetime chooses.",
            POINT,
            Catalogue::municipalities,
            List.of(
                    text("id", "NIS code", Municipality::id),
                    text("name", NAME, Municipality::name),
                    reference("province", "Province, by id", Municipality::province),
                    precision(),
                    day("validFrom", "First day, after a merger", Municipality::validFrom),
                    day("validTo", "Last day, before a merger", Municipality::validTo),
                    ended(municipality -> municipality),
                    reference("mergedInto", "Municipality that it became part of", Municipality::mergedInto)));

    private static final OgcCollection<Province> PROVINCES = of(
            Province.TYPE,
            "Provinces",
            "The five Flemish provinces with a simplified outline.",
            "geometry-polygon-or-multipolygon",
            catalogue -> catalogue.provinces().flemish(),
            List.of(
                    text("id", ID, Province::id),
                    text("isoCode", "ISO 3166-2 code", Province::isoCode),
                    text("nisCode", "NIS code", Province::nisCode),
                    text("nutsCode", "NUTS code", Province::nutsCode),
                    text("namesNl", "Dutch name", province -> province.name().nl()),
                    text("namesFr", "French name", province -> province.name().fr()),
                    text("namesDe", "German name", province -> province.name().de()),
                    text("namesEn", "English name", province -> province.name().en())));

    /** In the order in which they are listed. */
    static final List<OgcCollection<?>> ALL =
            List.of(SERVICE_POINTS, VOKA_OFFICES, PARTNERS, DIGIBANKS, MUNICIPALITIES, PROVINCES);

    private OgcCollections() {}

    static List<String> ids() {
        var ids = new ArrayList<String>();
        ALL.forEach(each -> ids.add(each.id()));
        return ids;
    }

    static Optional<OgcCollection<?>> named(String id) {
        return ALL.stream().filter(each -> each.id().equals(id)).findFirst();
    }

    private static <T extends Fact> OgcCollection<T> of(
            String id,
            String title,
            String description,
            String geometryFormat,
            Function<Catalogue, ? extends Facts<T>> facts,
            List<Queryable<T>> queryables) {
        return new OgcCollection<>(
                id,
                title,
                description,
                geometryFormat,
                catalogue -> facts.apply(catalogue).all(),
                (catalogue, feature) -> facts.apply(catalogue).named(feature),
                fact -> fact,
                fact -> fact,
                Attributes::of,
                queryables);
    }

    private static <T extends Located> Queryable<T> precision() {
        return precision(record -> record);
    }

    private static <T> Queryable<T> precision(Function<T, Located> place) {
        return code("precision", "How far the point can be trusted", Precision.class, record -> {
            var located = place.apply(record);
            return located == null || located.location() == null
                    ? null
                    : located.location().precision();
        });
    }

    private static <T> Stream<Queryable<T>> address(Function<T, Address> address) {
        return Stream.of(
                text("site", "Site or building", part(address, Address::site)),
                text("street", "Street", part(address, Address::street)),
                text("houseNumber", "House number", part(address, Address::houseNumber)),
                text("postalCode", "Postal code", part(address, Address::postalCode)),
                reference(
                        "municipality",
                        "Municipality, by NIS code",
                        OgcCollections.<T, Reference>part(address, Address::municipality)),
                nameOf(
                        "municipalityName",
                        MUNICIPALITY_NAME,
                        OgcCollections.<T, Reference>part(address, Address::municipality)));
    }

    private static <T, V> Function<T, V> part(Function<T, Address> address, Function<Address, V> part) {
        return record -> address.apply(record) == null ? null : part.apply(address.apply(record));
    }

    @SafeVarargs
    private static <T> List<Queryable<T>> join(Stream<Queryable<T>>... parts) {
        return Stream.of(parts).flatMap(part -> part).toList();
    }
}
