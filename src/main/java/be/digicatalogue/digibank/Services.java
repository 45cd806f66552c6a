package be.digicatalogue.digibank;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The code list of services. */
public final class Services {

    private final List<Service> all;

    public Services(List<Service> services) {
        all = services.stream().sorted(Comparator.comparing(Service::code)).toList();
    }

    public List<Service> all() {
        return all;
    }

    /** The service with a code. */
    public Optional<Service> named(String code) {
        return all.stream()
                .filter(service -> service.code().code().equals(code))
                .findFirst();
    }

    public List<Service> of(Collection<ServiceCode> codes) {
        return all.stream().filter(service -> codes.contains(service.code())).toList();
    }
}
