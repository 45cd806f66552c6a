package be.digicatalogue.bench;

import be.digicatalogue.record.ReviewPeriods;
import be.digicatalogue.catalogue.Catalogue;
import be.digicatalogue.dataset.Revision;
import be.digicatalogue.history.Changes;
import be.digicatalogue.digibank.ServicePointRow;
import be.digicatalogue.place.PlaceRow;
import be.digicatalogue.dataset.BundledDataset;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A catalogue with as many service points as wanted, spread around the real places. */
final class Generated {

    /** About three kilometres. */
    private static final double SPREAD_DEGREES = 0.03;

    private Generated() {}

    /** One point in four gives training, one in a hundred repairs, one in ten thousand has wifi, all have a helpdesk. */
    static Catalogue catalogue(int points) {
        var tables = BundledDataset.read();
        var places = tables.of(PlaceRow.class);
        var random = new Random(points);
        var rows = new ArrayList<ServicePointRow>(points);
        for (int i = 0; i < points; i++) {
            var place = places.get(random.nextInt(places.size()));
            var row = new ServicePointRow();
            row.id = String.format("point-%07d", i);
            row.name = "Digipunt " + place.locality + " " + i;
            row.locationType = "fixed";
            row.postalCode = place.postalCode;
            row.municipality = place.municipality;
            row.lat = place.lat + SPREAD_DEGREES * random.nextGaussian();
            row.lon = place.lon + SPREAD_DEGREES * random.nextGaussian();
            row.precision = "address";
            row.services = services(i);
            row.urls = List.of("https://example.org");
            rows.add(row);
        }
        tables.put(ServicePointRow.class, rows);
        return new Catalogue(new Revision(1, "0123456789abcdef", Instant.EPOCH), tables, Changes.NONE, ReviewPeriods.usual());
    }

    private static List<String> services(int point) {
        var services = new ArrayList<>(List.of("open-helpdesk"));
        if (point % 4 == 1) {
            services.add("training");
        }
        if (point % 100 == 1) {
            services.add("repair");
        }
        if (point % 10_000 == 1) {
            services.add("wifi");
        }
        return services;
    }
}
