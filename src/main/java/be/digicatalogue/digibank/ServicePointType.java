package be.digicatalogue.digibank;

import static be.digicatalogue.record.Attribute.address;
import static be.digicatalogue.record.Attribute.code;
import static be.digicatalogue.record.Attribute.codes;
import static be.digicatalogue.record.Attribute.precision;
import static be.digicatalogue.record.Attribute.reference;
import static be.digicatalogue.record.Attribute.text;
import static be.digicatalogue.record.Attribute.verifiedOn;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import be.digicatalogue.fact.Interner;
import be.digicatalogue.fact.Text;
import be.digicatalogue.hours.SharedHours;
import be.digicatalogue.place.MunicipalityType;
import be.digicatalogue.place.PlaceType;
import be.digicatalogue.place.Places;
import be.digicatalogue.province.ProvinceType;
import be.digicatalogue.record.Address;
import be.digicatalogue.record.Build;
import be.digicatalogue.record.ListDescription;
import be.digicatalogue.record.ListDescription.Theme;
import be.digicatalogue.record.RecordKind;
import be.digicatalogue.record.RecordLookup;
import be.digicatalogue.record.RecordType;
import be.digicatalogue.record.SearchDocument;
import java.time.Period;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The record type of the service points. */
public final class ServicePointType {

    private static final String OPENING_HOURS = "openingHours";
    /** What people who look for the opening hours call them. */
    private static final Text HOURS = new Text("openingsuren", "heures d'ouverture", "Öffnungszeiten", "opening hours");

    private static final Set<String> DERIVED = Set.of("province", "opening", "openingHoursText");
    private static final Set<String> DERIVED_AROUND = Set.of("province", "opening", "openingHoursText", "location");

    public static final RecordType<ServicePoint, ServicePoints> TYPE = RecordType.of(
                    RecordKind.SERVICE_POINTS, ServicePoint.class, ServicePoints.class)
            .table(ServicePointRow.class, "service-points")
            .part(OpeningExceptionRow.class, "opening-exceptions", "openingExceptions")
            .built(ServicePointType::servicePoints)
            .foundBy(ServicePointType::document)
            .derived((point, others) ->
                    others.of(PlaceType.TYPE).isAround(point.location(), point.address()) ? DERIVED_AROUND : DERIVED)
            .reviewed(OPENING_HOURS, Period.ofMonths(12))
            .reviewed("phone", Period.ofMonths(24))
            .reviewed("email", Period.ofMonths(24))
            .reviewed("website", Period.ofMonths(24))
            .reviewed("services", Period.ofMonths(24))
            .reviewed("address", Period.ofMonths(60), Address.PARTS)
            .covers(RecordKind.MUNICIPALITIES, point -> point.address().municipality())
            .described(ListDescription.of(
                            Theme.SOCI,
                            "Plaatsen waar burgers hulp krijgen met digitale zaken, met diensten, adres en openingsuren.",
                            "Places where citizens get digital help, with services, address and opening hours.")
                    .on("/"))
            .attributes(
                    Stream.of(
                            text("id", "Stable id", ServicePoint::id),
                            text("name", "Name", ServicePoint::name),
                            reference("digibank", "Digibank, by id", ServicePoint::digibank),
                            code(
                                    "locationType",
                                    "Whether it stays in one place",
                                    LocationType.class,
                                    ServicePoint::locationType),
                            codes("services", "Services, by code", ServiceCode.class, ServicePoint::services)),
                    address(ServicePoint::address),
                    Stream.of(
                            reference("province", "Province, by id", ServicePoint::province),
                            precision(),
                            text("openingHours", "Opening hours in OpenStreetMap syntax", ServicePoint::openingHours),
                            text("phone", "Phone number", ServicePoint::phone),
                            text("email", "E-mail address", ServicePoint::email),
                            text("website", "Website", ServicePoint::website),
                            verifiedOn(ServicePoint::verifiedOn)))
            .mapped(false);

    private ServicePointType() {}

    /**
     * Unchanged points are shared with the previous catalogue, and equal hours are shared too, because there are few
     * different ones.
     */
    private static ServicePoints servicePoints(Build build) {
        var municipalities = build.of(MunicipalityType.TYPE);
        var places = build.of(PlaceType.TYPE);
        var before = build.before(TYPE);
        var exceptionsByPoint = build.rows(OpeningExceptionRow.class).stream()
                .sorted(Comparator.comparing(row -> row.validFrom))
                .collect(groupingBy(row -> row.servicePoint, mapping(OpeningExceptionRow::fact, toList())));
        var hours = new SharedHours();
        before.ifPresent(former -> former.all()
                .forEach(point -> hours.add(
                        point.openingHours(),
                        point.openingExceptions(),
                        point.opening().hours())));
        var shared = new Interner();
        return new ServicePoints(
                build.rows(ServicePointRow.class).stream()
                        .map(row -> {
                            var exceptions = exceptionsByPoint.getOrDefault(row.id, List.of());
                            var knownOn = build.dates().of(RecordKind.SERVICE_POINTS, row.id);
                            var point = row.fact(
                                    municipalities,
                                    places,
                                    hours.of(row.openingHours, exceptions),
                                    exceptions,
                                    knownOn,
                                    row.openingHours == null
                                            ? null
                                            : build.ages()
                                                    .age(
                                                            RecordKind.SERVICE_POINTS,
                                                            row.id,
                                                            OPENING_HOURS,
                                                            knownOn,
                                                            row.verifiedOn),
                                    shared);
                            return before.map(former -> former.same(point)).orElse(point);
                        })
                        .toList(),
                build.of(ProvinceType.TYPE),
                municipalities,
                places,
                build.of(DigibankType.TYPE),
                build.of(ServiceType.TYPE),
                build.ages(),
                build.finder());
    }

    private static SearchDocument document(ServicePoint point, RecordLookup others) {
        var services = others.of(ServiceType.TYPE).of(point.services());
        return SearchDocument.of(point)
                .details(Places.lines(point.address(), others).toArray(String[]::new))
                .whereabouts(others.of(PlaceType.TYPE).whereabouts(point.address(), others))
                .whereabouts(others.names(point.province()))
                .whereabouts(others.names(point.digibank()))
                .sorts("digipunt", "digibankpunt", "digibank", "digitale hulp")
                .sorts(services.stream().map(Service::label).toArray(Text[]::new))
                .sorts(point.openingHours() == null ? null : HOURS)
                .texts(services.stream().map(Service::description).toArray(Text[]::new))
                .texts(point.remark());
    }
}
