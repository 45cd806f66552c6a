package be.digicatalogue.geo;

import be.digicatalogue.fact.Fact;
import be.digicatalogue.fact.SortKey;
import com.fasterxml.jackson.annotation.JsonUnwrapped;

/** An item with its distance from the origin of the request, {@code null} without an origin. */
public record Nearby<T>(@JsonUnwrapped T item, Integer distanceMetres) {

    /** The order of lists with an origin: by distance, then by id. */
    public static <F extends Fact> SortKey key(Nearby<F> nearby) {
        return SortKey.of(nearby.distanceMetres(), nearby.item().id());
    }
}
