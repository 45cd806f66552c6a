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
 * A collection of features, out of records of one kind.
 *
 * @param geometryFormat how a schema names the kind of its geometries
 * @param all in the order in which they are given
 * @param named the record behind the id of a feature
 * @param place what stands where a feature is; {@code null} where nobody knows
 * @param fact of the catalogue that a record is, or is about
 * @param attributes of a record, its geometry apart
 */
record OgcCollection<T>(
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

    /** The name by which filters ask about where a feature is. */
    static final String GEOMETRY = "geometry";

    /** A kind of record as it is on maps. */
    static <T> OgcCollection<T> of(MapLayer<T> layer) {
        var own = layer.own().stream().map(Queryable::of).toList();
        return new OgcCollection<>(
                layer.kind().code(),
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

    /** Where a record is, by longitude and latitude; {@code null} when unknown. */
    Geometry geometry(T record) {
        return GeoJson.geometry(place.apply(record)).orElse(null);
    }

    /** The period of a record; {@code null} for a kind that has none. */
    Lasting period(T record) {
        return fact.apply(record) instanceof Lasting lasting ? lasting : null;
    }

    /** A record as a feature. */
    ObjectNode feature(T record, ReferenceSystem system, View view) {
        var geometry = geometry(record);
        return GeoJson.feature(attributes.apply(record, view), geometry == null ? null : system.fromLonLat(geometry));
    }

    /** The JSON schema of what filters can ask about. */
    ObjectNode schema(String address) {
        var schema = JsonNodeFactory.instance.objectNode();
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.put("$id", address);
        schema.put("type", "object");
        schema.put("title", title);
        schema.put("description", description);
        var properties = schema.putObject("properties");
        properties.putObject(GEOMETRY).put("x-ogc-role", "primary-geometry").put("format", geometryFormat);
        queryables.forEach(queryable -> properties.set(queryable.name(), queryable.schema()));
        schema.put("additionalProperties", false);
        return schema;
    }
}
