package be.digicatalogue.digibank;

import be.digicatalogue.fact.Facts;
import be.digicatalogue.fact.SortKey;
import java.util.Collection;
import java.util.List;

/** The code list of services. */
public final class Services extends Facts<Service> {

    public Services(List<Service> services) {
        super(services, service -> SortKey.of(service.code().ordinal(), service.id()));
    }

    public List<Service> of(Collection<ServiceCode> codes) {
        return all().stream().filter(service -> codes.contains(service.code())).toList();
    }
}
