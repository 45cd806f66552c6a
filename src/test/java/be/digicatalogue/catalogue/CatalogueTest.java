package be.digicatalogue.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;

import be.digicatalogue.dataset.BundledDataset;
import be.digicatalogue.dataset.Revision;
import be.digicatalogue.digibank.ServicePointRow;
import be.digicatalogue.digibank.ServicePointType;
import be.digicatalogue.history.Changes;
import be.digicatalogue.record.FactDateRow;
import be.digicatalogue.record.RecordKind;
import be.digicatalogue.record.ReviewPeriods;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class CatalogueTest {

    private final Catalogue first = new Catalogue(
            new Revision(1, "0123456789abcdef", Instant.EPOCH),
            BundledDataset.read(),
            Changes.NONE,
            ReviewPeriods.usual());

    /** Otherwise a swap would need the memory for all of them twice. */
    @Test
    void aNewerOneSharesThePointsThatStayedTheSame() {
        var tables = BundledDataset.read();
        var changed = tables.of(ServicePointRow.class).get(0);
        changed.phone = "+32 9 000 00 00";
        var second = first.newer(new Revision(2, "0123456789abcdef", Instant.EPOCH), tables, Changes.NONE);

        assertEquals(
                first.of(ServicePointType.TYPE).all().size(),
                second.of(ServicePointType.TYPE).all().size());
        for (var point : second.of(ServicePointType.TYPE).all()) {
            var before = first.of(ServicePointType.TYPE).named(point.id()).orElseThrow();
            if (point.id().equals(changed.id)) {
                assertNotSame(before, point);
                assertEquals("+32 9 000 00 00", point.phone());
                assertSame(before.opening().hours(), point.opening().hours());
            } else {
                assertSame(before, point, point.id());
            }
        }
    }

    @Test
    void hoursThatChangedAreReadAnew() {
        var tables = BundledDataset.read();
        var changed = tables.of(ServicePointRow.class).stream()
                .filter(row -> row.openingHours != null)
                .findFirst()
                .orElseThrow();
        changed.openingHours = "Su 03:00-03:05";
        // Hours of long ago would not be believed.
        tables.of(FactDateRow.class).stream()
                .filter(row -> row.type.equals(RecordKind.SERVICE_POINTS.code())
                        && row.id.equals(changed.id)
                        && row.field.equals("openingHours"))
                .findFirst()
                .orElseThrow()
                .knownOn = "2026-11-25";
        var point = first.newer(new Revision(2, "0123456789abcdef", Instant.EPOCH), tables, Changes.NONE)
                .of(ServicePointType.TYPE)
                .named(changed.id)
                .orElseThrow();

        assertEquals("zondag 03.00-03.05 uur", point.openingHoursText().nl());
        assertEquals(
                Instant.parse("2026-11-29T02:00:00Z"),
                point.opening()
                        .opening(Instant.parse("2026-11-26T12:00:00Z"))
                        .opensAt()
                        .toInstant());
    }
}
