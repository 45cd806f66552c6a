package be.digicatalogue.page;

import be.digicatalogue.geo.Nearby;
import be.digicatalogue.record.RecordKind;
import be.digicatalogue.voka.VokaOffice;

/** A Voka office in a list. */
public record OfficeCard(
        VokaOffice office, String href, String distance, Reach contact, FieldAges ages, String confirmed) {

    static OfficeCard of(Nearby<VokaOffice> nearby, Visit visit) {
        var office = nearby.item();
        return new OfficeCard(
                office,
                visit.to(OfficePage.path(office.id())),
                nearby.distanceMetres() == null ? null : visit.wording().distance(nearby.distanceMetres()),
                Reach.of(office, visit),
                FieldAges.of(office, RecordKind.VOKA_OFFICES, visit),
                OfficePage.confirmed(office, visit.texts()));
    }
}
