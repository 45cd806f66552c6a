package be.digicatalogue.digihub;

import be.digicatalogue.province.Province;
import be.digicatalogue.province.ProvincePart;
import be.digicatalogue.record.RecordLookup;
import jakarta.inject.Singleton;

/** The digihub of a province, which the province can embed. */
@Singleton
final class ConsortiumOfProvince implements ProvincePart {

    @Override
    public String name() {
        return "consortium";
    }

    @Override
    public Object of(Province province, RecordLookup records) {
        return records.of(ConsortiumType.TYPE).named(province.id()).orElse(null);
    }
}
