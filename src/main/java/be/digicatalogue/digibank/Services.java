package be.digicatalogue.digibank;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** The code list of services. */
public final class Services {

    private final List<Service> all;

    public Services(List<Service> services) {
        all = services.stream().sorted(Comparator.comparing(Service::code)).toList();
    }

    public List<Service> all() {
        return all;
    }

    public List<Service> of(Collection<ServiceCode> codes) {
        return all.stream().filter(service -> codes.contains(service.code())).toList();
    }
}
