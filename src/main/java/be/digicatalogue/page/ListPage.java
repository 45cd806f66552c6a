package be.digicatalogue.page;

import be.digicatalogue.digibank.Service;
import be.digicatalogue.digibank.ServicePoint;
import be.digicatalogue.digibank.ServicePointType;
import be.digicatalogue.digibank.ServiceType;
import be.digicatalogue.geo.Nearby;
import be.digicatalogue.place.MunicipalityType;
import be.digicatalogue.record.RecordKind;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A printable list (A4) of the points where people of one municipality get help, for a counter, a notice board or a letter.
 */
@Singleton
public class ListPage implements Page {

    /** The number of nearest points for a municipality without points of its own. */
    private static final int NEAREST = 5;

    static String path(String id) {
        return ListsPage.ADDRESS + "/" + id;
    }

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance list(
                Visit visit,
                PageHead head,
                String town,
                String printedOn,
                boolean elsewhere,
                List<ListedPoint> entries);
    }

    /**
     * A service point as printed; an unknown value is {@code null}.
     *
     * @param noHours the text for a point without published hours
     * @param distance the distance from the municipality, for a point elsewhere
     */
    public record ListedPoint(
            ServicePoint point, Reach contact, String noHours, FieldAges ages, String services, String distance) {}

    @Override
    public String address() {
        return path("{id}");
    }

    @Override
    public PageAnswer show(Visit visit) {
        var municipality = visit.fact(visit.catalogue().of(MunicipalityType.TYPE));
        var texts = visit.texts(EmbedTexts.class);
        var points = visit.catalogue().of(ServicePointType.TYPE);
        var own = points.all().stream()
                .filter(point -> municipality.reference().equals(point.address().municipality()))
                .map(Nearby::withoutOrigin)
                .toList();
        var shown = own.isEmpty() ? points.nearest(municipality.location().point(), NEAREST) : own;
        var title = texts.listTitle(municipality.name());
        return PageAnswer.page(Templates.list(
                visit,
                PageHead.of(title, texts.listLead()),
                municipality.name(),
                visit.wording().day(visit.today()),
                own.isEmpty(),
                shown.stream().map(nearby -> entry(visit, nearby)).toList()));
    }

    private static ListedPoint entry(Visit visit, Nearby<ServicePoint> nearby) {
        var point = nearby.item();
        var contact = Reach.of(point, visit);
        return new ListedPoint(
                point,
                contact,
                contact.afterContact(visit.texts(EmbedTexts.class).listNoHours(), visit.texts()),
                FieldAges.of(point, RecordKind.SERVICE_POINTS, visit),
                visit.catalogue().of(ServiceType.TYPE).of(point.services()).stream()
                        .map(Service::label)
                        .map(visit.asked()::say)
                        .collect(Collectors.joining(", ")),
                visit.distance(nearby, contact.municipality()));
    }
}
