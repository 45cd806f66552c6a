package be.digicatalogue.digibank;

import be.digicatalogue.record.ListDescription;
import be.digicatalogue.record.ListDescription.Theme;
import be.digicatalogue.record.RecordKind;
import be.digicatalogue.record.RecordType;
import be.digicatalogue.record.SearchDocument;
import java.util.List;

/** The services, as every general part needs to know them. */
public final class ServiceType {

    public static final RecordType<Service, Services> TYPE = RecordType.of(
                    RecordKind.SERVICES, Service.class, Services.class)
            .table(ServiceRow.class, "services")
            .built(build -> new Services(
                    build.rows(ServiceRow.class).stream().map(ServiceRow::fact).toList()))
            .foundBy((service, others) -> SearchDocument.of(service)
                    .knownAs(List.of(service.id()))
                    .sorts("dienst")
                    .sorts(service.description())
                    .texts(service.description()))
            .derived("labels")
            .described(ListDescription.of(
                    Theme.SOCI,
                    "De codelijst van diensten die hulppunten aanbieden, elk met een zin uitleg.",
                    "The code list of services that service points offer, each explained in a sentence."));

    private ServiceType() {}
}
