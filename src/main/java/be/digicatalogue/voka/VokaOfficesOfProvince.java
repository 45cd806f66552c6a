package be.digicatalogue.voka;

import be.digicatalogue.province.Province;
import be.digicatalogue.province.ProvincePart;
import be.digicatalogue.record.RecordLookup;
import jakarta.inject.Singleton;

/** The Voka offices of a province, which the province can embed. */
@Singleton
final class VokaOfficesOfProvince implements ProvincePart {

    @Override
    public String name() {
        return "vokaOffices";
    }

    @Override
    public Object of(Province province, RecordLookup records) {
        return records.of(VokaOfficeType.TYPE).in(province);
    }
}
