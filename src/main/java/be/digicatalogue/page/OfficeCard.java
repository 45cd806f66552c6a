package be.digicatalogue.page;

import be.digicatalogue.geo.Nearby;
import be.digicatalogue.record.RecordKind;
import be.digicatalogue.voka.VokaOffice;

/**
 * A Voka office in a list.
 *
 * @param report the URL of the form that reports it
 */
public record OfficeCard(
        VokaOffice office,
        String href,
        String distance,
        Reach contact,
        FieldAges ages,
        String confirmed,
        String report) {

    static OfficeCard of(Nearby<VokaOffice> nearby, Visit visit) {
        var office = nearby.item();
        var contact = Reach.of(office, visit);
        return new OfficeCard(
                office,
                visit.to(OfficePage.path(office.id())),
                visit.distance(nearby, contact.municipality()),
                contact,
                FieldAges.of(office, RecordKind.VOKA_OFFICES, visit),
                OfficePage.confirmed(office, visit.texts()),
                ReportPage.about(office.reference(), visit));
    }
}
