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
 * Records as GeoJSON features (RFC 7946). The properties are those of the record's JSON except {@code location}: its point is
 * the geometry, and its precision is the property {@code precision}.
 */
public final class GeoJson {

    public static final String MEDIA_TYPE = "application/geo+json";

    private static final GeometryFactory POINTS = new GeometryFactory();

    private static final String LOCATION = "location";
    private static final String PRECISION = "precision";

    private GeoJson() {}

    /** A feature of a record, or of a record with its distance. */
    public static ObjectNode feature(Object record, View view) {
        return feature(Json.tree(record, view), geometry(record).orElse(null));
    }

    /**
     * A feature of a record that is already JSON.
     *
     * @param geometry the geometry in the coordinate reference system of the answer; {@code null} when unknown
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

    /** A collection of features; the caller adds the other members of the answer. */
    public static ObjectNode collection(Collection<ObjectNode> features) {
        var collection = JsonNodeFactory.instance.objectNode();
        collection.put("type", "FeatureCollection");
        collection.putArray("features").addAll(features);
        return collection;
    }

    /** The location or area of a record, in degrees of longitude and latitude (WGS84). */
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
            // JTS's writer would round; the coordinates must keep all digits of the source.
            var written = JsonNodeFactory.instance.objectNode();
            written.put("type", "Point")
                    .putArray("coordinates")
                    .add(point.getX())
                    .add(point.getY());
            return written;
        }
        var writer = new GeoJsonWriter();
        // RFC 7946 requires WGS84 and forbids a member for it.
        writer.setEncodeCRS(false);
        writer.setForceCCW(true);
        return new POJONode(new RawValue(writer.write(geometry)));
    }
}
