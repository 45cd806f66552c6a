package be.digicatalogue.ogc;

import be.digicatalogue.fact.Fact;
import be.digicatalogue.fact.Lasting;
import be.digicatalogue.geojson.GeoJson;
import be.digicatalogue.http.View;
import be.digicatalogue.record.MapLayer;
import be.digicatalogue.record.RecordLookup;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.locationtech.jts.geom.Geometry;

/**
 * A collection of features, made of records of one kind.
 *
 * @param layer the map layer that it is made of
 * @param geometryFormat the name of the type of its geometries in a schema
 * @param all the features in list order
 * @param named finds the record of the feature with an id
 * @param place gives the geometry of a feature; {@code null} when unknown
 * @param fact the fact of the catalogue that a feature is or belongs to
 * @param attributes the attributes of a feature, except its geometry
 */
record OgcCollection<T>(
        MapLayer<T> layer,
        String id,
        String title,
        String description,
        String geometryFormat,
        Function<RecordLookup, List<T>> all,
        BiFunction<RecordLookup, String, Optional<T>> named,
        Function<T, ?> place,
        Function<T, ? extends Fact> fact,
        BiFunction<T, View, ObjectNode> attributes,
        List<Queryable<T>> queryables) {

    /** The name of the geometry in filters. */
    static final String GEOMETRY = "geometry";

    /** The collection of a map layer. */
    static <T> OgcCollection<T> of(MapLayer<T> layer) {
        var own = layer.own().stream().map(Queryable::of).toList();
        return new OgcCollection<>(
                layer,
                layer.id(),
                layer.title(),
                layer.description(),
                layer.outlines() ? "geometry-polygon-or-multipolygon" : "geometry-point",
                layer.all(),
                layer.named(),
                layer.place(),
                layer.fact(),
                (record, view) -> Attributes.of(record, layer, own, view),
                layer.queryables().stream().map(Queryable::of).toList());
    }

    Optional<Queryable<T>> queryable(String name) {
        return queryables.stream().filter(each -> each.name().equals(name)).findFirst();
    }

    /** The geometry of a record, by longitude and latitude; {@code null} when unknown. */
    Geometry geometry(T record) {
        return GeoJson.geometry(place.apply(record)).orElse(null);
    }

    /** The period of a record; {@code null} for a kind without periods. */
    Lasting period(T record) {
        return fact.apply(record) instanceof Lasting lasting ? lasting : null;
    }

    /** A record as a feature. */
    ObjectNode feature(T record, ReferenceSystem system, View view) {
        var geometry = geometry(record);
        return GeoJson.feature(attributes.apply(record, view), geometry == null ? null : system.fromLonLat(geometry));
    }

    /** The JSON schema of the attributes that filters can use. */
    ObjectNode queryables(String address) {
        var attributes = JsonNodeFactory.instance.objectNode();
        queryables.forEach(queryable -> attributes.set(queryable.name(), queryable.schema()));
        return schema(address, attributes, false);
    }

    /**
     * A JSON schema of attributes and the geometry.
     *
     * @param others whether there can be other attributes
     */
    ObjectNode schema(String address, ObjectNode attributes, boolean others) {
        var schema = JsonNodeFactory.instance.objectNode();
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.put("$id", address);
        schema.put("type", "object");
        schema.put("title", title);
        schema.put("description", description);
        var properties = schema.putObject("properties");
        properties.putObject(GEOMETRY).put("x-ogc-role", "primary-geometry").put("format", geometryFormat);
        properties.setAll(attributes);
        schema.put("additionalProperties", others);
        return schema;
    }
}
