package be.digicatalogue.page;

import be.digicatalogue.province.ProvinceType;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;

/** The outlines of the provinces as GeoJSON (RFC 7946), for the interactive map. */
@Singleton
public class OutlinesFile implements Page {

    @Override
    public String address() {
        return "/kaart.geojson";
    }

    @Override
    public boolean inEveryLanguage() {
        return false;
    }

    /** Ids are slugs, so they need no escaping. */
    @Override
    public PageAnswer show(Visit visit) {
        return PageAnswer.file(
                "application/geo+json",
                visit.catalogue().of(ProvinceType.TYPE).all().stream()
                        .map(province -> "{\"type\":\"Feature\",\"properties\":{\"id\":\"" + province.id()
                                + "\"},\"geometry\":" + province.outline().geoJson() + "}")
                        .collect(Collectors.joining(",", "{\"type\":\"FeatureCollection\",\"features\":[", "]}"))
                        .getBytes(StandardCharsets.UTF_8));
    }
}
