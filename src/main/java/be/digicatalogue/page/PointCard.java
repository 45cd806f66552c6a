package be.digicatalogue.page;

import be.digicatalogue.digibank.Service;
import be.digicatalogue.digibank.ServicePoint;
import be.digicatalogue.digibank.ServiceType;
import be.digicatalogue.geo.Nearby;
import java.util.List;

/**
 * A service point in a list.
 *
 * @param report the URL of the form that reports it
 */
public record PointCard(
        ServicePoint point,
        String href,
        String distance,
        OpeningStatus standing,
        List<Service> services,
        Reach contact,
        String report) {

    static PointCard of(Nearby<ServicePoint> nearby, Visit visit) {
        var point = nearby.item();
        var contact = Reach.of(point, visit);
        return new PointCard(
                point,
                visit.to(ServicePointPage.path(point.id())),
                visit.distance(nearby, contact.municipality()),
                OpeningStatus.of(point, contact, visit),
                visit.catalogue().of(ServiceType.TYPE).of(point.services()),
                contact,
                ReportPage.about(point.reference(), visit));
    }
}
