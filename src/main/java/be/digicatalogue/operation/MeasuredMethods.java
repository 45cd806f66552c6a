package be.digicatalogue.operation;

import io.micrometer.core.instrument.config.MeterFilter;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** HTTP takes any word for a method, and each would be measured for ever: those that nobody answers have one name. */
class MeasuredMethods {

    @Produces
    @Singleton
    MeterFilter methods() {
        return MeterFilter.replaceTagValues(
                "method", unknown -> "OTHER", "GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");
    }
}
