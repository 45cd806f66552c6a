package be.digicatalogue.organisation;

import be.digicatalogue.province.Province;
import be.digicatalogue.province.ProvincePart;
import be.digicatalogue.record.RecordLookup;
import jakarta.inject.Singleton;

/** The knowledge partners of the digihub of a province, which the province can embed. */
@Singleton
final class PartnersOfProvince implements ProvincePart {

    @Override
    public String name() {
        return "partners";
    }

    @Override
    public Object of(Province province, RecordLookup records) {
        return records.of(PartnerType.TYPE).in(province);
    }
}
