package be.digicatalogue.geojson;

import be.digicatalogue.geo.Located;
import be.digicatalogue.geo.Nearby;
import be.digicatalogue.geo.Outlined;
import be.digicatalogue.http.ExtendedRecord;
import be.digicatalogue.http.Json;
import be.digicatalogue.http.View;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.POJONode;
import com.fasterxml.jackson.databind.util.RawValue;
import java.util.Collection;
import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.io.geojson.GeoJsonWriter;

/**
 * Records as GeoJSON features (RFC 7946). The properties are those of the record's JSON, but for {@code location}: its point
 * is the geometry, and how far that can be trusted is the property {@code precision}.
 */
public final class GeoJson {

    public static final String MEDIA_TYPE = "application/geo+json";

    private static final GeometryFactory POINTS = new GeometryFactory();

    private static final String LOCATION = "location";
    private static final String PRECISION = "precision";

    private GeoJson() {}

    /** A record, or one with its distance, where it stands. */
    public static ObjectNode feature(Object record, View view) {
        return feature(Json.tree(record, view), geometry(record).orElse(null));
    }

    /**
     * The feature of a record that is JSON already.
     *
     * @param geometry in the coordinates that the answer tells; {@code null} for an unknown place
     */
    public static ObjectNode feature(ObjectNode record, Geometry geometry) {
        var feature = JsonNodeFactory.instance.objectNode();
        feature.put("type", "Feature");
        if (record.has("id")) {
            feature.set("id", record.get("id"));
        }
        feature.set("geometry", written(geometry));
        var properties = feature.putObject("properties");
        record.fields().forEachRemaining(property -> {
            if (property.getKey().equals(LOCATION)) {
                properties.set(PRECISION, property.getValue().get(PRECISION));
            } else {
                properties.set(property.getKey(), property.getValue());
            }
        });
        return feature;
    }

    /** Features together; what else belongs to the answer stands beside them. */
    public static ObjectNode collection(Collection<ObjectNode> features) {
        var collection = JsonNodeFactory.instance.objectNode();
        collection.put("type", "FeatureCollection");
        collection.putArray("features").addAll(features);
        return collection;
    }

    /** Where a record stands or which area it covers, in degrees of longitude and latitude (WGS84). */
    public static Optional<Geometry> geometry(Object record) {
        if (record instanceof Nearby<?> nearby) {
            return geometry(nearby.item());
        }
        if (record instanceof ExtendedRecord extended) {
            return geometry(extended.shown());
        }
        if (record instanceof Outlined area) {
            return Optional.ofNullable(area.outline()).map(outline -> outline.geometry());
        }
        return record instanceof Located located
                ? Optional.ofNullable(located.location())
                        .map(location -> POINTS.createPoint(new Coordinate(location.lon(), location.lat())))
                : Optional.empty();
    }

    private static JsonNode written(Geometry geometry) {
        if (geometry == null) {
            return NullNode.instance;
        }
        if (geometry instanceof Point point) {
            // The writer of JTS rounds: what a source gives is to come back with all its digits.
            var written = JsonNodeFactory.instance.objectNode();
            written.put("type", "Point")
                    .putArray("coordinates")
                    .add(point.getX())
                    .add(point.getY());
            return written;
        }
        var writer = new GeoJsonWriter();
        // WGS84 is the only one that RFC 7946 knows, and it does not want it told.
        writer.setEncodeCRS(false);
        writer.setForceCCW(true);
        return new POJONode(new RawValue(writer.write(geometry)));
    }
}
