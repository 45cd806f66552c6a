package be.digicatalogue.geojson;

import be.digicatalogue.http.Format;
import be.digicatalogue.http.Json;
import be.digicatalogue.http.PagedAnswer;
import be.digicatalogue.http.UnformattedAnswer;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;

/** REST answers as GeoJSON: a record is a feature, a list is a collection with its paging members. */
@ApplicationScoped
public class GeoJsonFormat implements Format {

    @Override
    public String name() {
        return "geojson";
    }

    @Override
    public String mediaType() {
        return GeoJson.MEDIA_TYPE;
    }

    @Override
    public byte[] write(UnformattedAnswer answer) {
        if (!(answer.facts() instanceof PagedAnswer listed)) {
            return Json.write(GeoJson.feature(answer.facts(), answer.view()));
        }
        var page = answer.json();
        var records = page.remove("items");
        var features = new ArrayList<ObjectNode>();
        for (var item : listed.list().items()) {
            features.add(GeoJson.feature(
                    (ObjectNode) records.get(features.size()),
                    GeoJson.geometry(item).orElse(null)));
        }
        var collection = GeoJson.collection(features);
        collection.setAll(page);
        return Json.write(collection);
    }

    @Override
    public byte[] writeItem(UnformattedAnswer item) {
        return write(item);
    }
}
