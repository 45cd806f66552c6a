package be.digicatalogue.page;

import be.digicatalogue.digibank.Digibank;
import be.digicatalogue.digibank.DigibankKind;
import be.digicatalogue.digibank.DigibankType;
import be.digicatalogue.digibank.LocationType;
import be.digicatalogue.digibank.Service;
import be.digicatalogue.digibank.ServicePoint;
import be.digicatalogue.digibank.ServicePointType;
import be.digicatalogue.digibank.ServiceType;
import be.digicatalogue.fact.Evidence;
import be.digicatalogue.geo.Nearby;
import be.digicatalogue.hours.OpeningException;
import be.digicatalogue.place.PlaceType;
import be.digicatalogue.programme.Programme;
import be.digicatalogue.programme.ProgrammeType;
import be.digicatalogue.province.ProvinceType;
import be.digicatalogue.record.RecordKind;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;

/** One service point: its services, opening hours and contact details. */
@Singleton
public class ServicePointPage implements Page {

    private static final String FOLDER = "/digibanken/";
    private static final int NEIGHBOURS = 3;

    static String path(String id) {
        return FOLDER + id;
    }

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance point(Visit visit, PageHead head, PointView shown);
    }

    /**
     * @param digibank {@code null} when it belongs to none
     * @param support the known facts about support to the digibank that has ended; {@code null} when it has not ended
     * @param around the URL of the finder for the neighbourhood
     * @param exceptions the exceptions that are not over
     */
    public record PointView(
            ServicePoint point,
            OpeningStatus standing,
            List<Service> services,
            Reach contact,
            String locationType,
            Digibank digibank,
            String support,
            FieldAges ages,
            String around,
            List<OtherHours> exceptions,
            List<PointCard> neighbours,
            Drawing drawing,
            List<Evidence> evidence) {}

    /** Days with other hours than usual. */
    public record OtherHours(String days, String hours, OpeningException exception) {}

    @Override
    public String address() {
        return path("{id}");
    }

    @Override
    public PageAnswer show(Visit visit) {
        var catalogue = visit.catalogue();
        var point = visit.fact(catalogue.of(ServicePointType.TYPE));
        var contact = Reach.of(point, visit);
        var texts = visit.texts();
        var digibank = visit.asked().factIfAny(catalogue.of(DigibankType.TYPE), point.digibank());
        var place = contact.municipality() == null ? "" : contact.municipality();
        var dot = Drawing.dot(point.location().point(), point.name(), null, null);
        return PageAnswer.page(Templates.point(
                visit,
                PageHead.of(point.name() + ", " + place, texts.pointAbout(point.name(), place))
                        .about(StructuredData.of(point, contact, visit)),
                new PointView(
                        point,
                        OpeningStatus.of(point, contact, visit),
                        catalogue.of(ServiceType.TYPE).of(point.services()),
                        contact,
                        locationType(point.locationType(), visit),
                        digibank,
                        digibank == null ? null : support(digibank, visit),
                        FieldAges.of(point, RecordKind.SERVICE_POINTS, visit),
                        around(point, contact, visit),
                        otherHours(point, visit),
                        catalogue
                                .of(ServicePointType.TYPE)
                                .nearest(point.location().point(), NEIGHBOURS + 1)
                                .stream()
                                .filter(nearby -> !nearby.item().id().equals(point.id()))
                                .limit(NEIGHBOURS)
                                .map((Nearby<ServicePoint> nearby) -> PointCard.of(nearby, visit))
                                .toList(),
                        Drawing.of(catalogue.of(ProvinceType.TYPE).all(), null, visit, List.of(dot)),
                        point.evidence())));
    }

    /** Several places can have the same name, but not with the same postal code. */
    private static String around(ServicePoint point, Reach contact, Visit visit) {
        var address = point.address();
        var name = contact.municipality();
        var place = address.postalCode() != null
                ? address.postalCode()
                : visit.catalogue().of(PlaceType.TYPE).all().stream()
                        .filter(each -> each.municipality().equals(address.municipality())
                                && each.locality().equals(name))
                        .map(each -> each.postalCode() + " " + name)
                        .findFirst()
                        .orElse(name);
        return place == null ? null : visit.to(FinderPage.ADDRESS, Map.of("place", List.of(place)));
    }

    private static String support(Digibank digibank, Visit visit) {
        var texts = visit.texts();
        if (digibank.endedOn(visit.today())) {
            return texts.ranUntil(visit.wording().day(digibank.validTo()));
        }
        var own = digibank.supportedUntil();
        var last = own != null || digibank.kind() != DigibankKind.DIGIBANK
                ? own
                : visit.catalogue()
                        .of(ProgrammeType.TYPE)
                        .named(FinderPage.PROGRAMME)
                        .map(Programme::validTo)
                        .orElse(null);
        if (last == null || !visit.today().isAfter(last)) {
            return null;
        }
        var day = visit.wording().day(last);
        return own == null ? texts.supportEndedForAll(day) : texts.supportEnded(day);
    }

    private static String locationType(LocationType type, Visit visit) {
        return type.label().in(visit.language());
    }

    /** The days with other hours that are not over. */
    static List<OtherHours> otherHours(ServicePoint point, Visit visit) {
        return point.openingExceptions().stream()
                .filter(exception -> !exception.validTo().isBefore(visit.today()))
                .map(exception -> otherHours(exception, visit))
                .toList();
    }

    private static OtherHours otherHours(OpeningException exception, Visit visit) {
        var from = visit.wording().day(exception.validFrom());
        var to = visit.wording().day(exception.validTo());
        return new OtherHours(
                from.equals(to) ? from : from + " – " + to,
                exception.hours().equals("off") ? visit.texts().closedThen() : exception.hours(),
                exception);
    }
}
