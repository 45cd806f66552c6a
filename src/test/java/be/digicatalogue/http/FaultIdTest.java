package be.digicatalogue.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import org.junit.jupiter.api.Test;

/** The id that a problem and the log share. */
class FaultIdTest {

    @Test
    void whereARequestIsTracedItIsTheIdOfTheTrace() {
        var span = SpanContext.create(
                "0123456789abcdef0123456789abcdef",
                "0123456789abcdef",
                TraceFlags.getSampled(),
                TraceState.getDefault());
        try (var scope = Span.wrap(span).makeCurrent()) {
            assertEquals(
                    "urn:uuid:01234567-89ab-cdef-0123-456789abcdef",
                    Faults.logged(new IllegalStateException("traced")).instance());
        }
    }

    @Test
    void elseEachHasOneOfItsOwn() {
        assertNotEquals(
                Faults.logged(new IllegalStateException("first")).instance(),
                Faults.logged(new IllegalStateException("second")).instance());
    }
}
