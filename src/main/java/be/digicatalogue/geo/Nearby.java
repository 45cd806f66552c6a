package be.digicatalogue.geo;

import be.digicatalogue.fact.Fact;
import be.digicatalogue.fact.SortKey;
import com.fasterxml.jackson.annotation.JsonUnwrapped;

/**
 * An item with its distance from the origin of the request.
 *
 * @param distanceMetres the great-circle distance of its location; {@code null} without an origin
 * @param distanceUncertainMetres how much nearer or farther it may be, when its location stands for a locality or a
 * municipality; else {@code null}
 */
public record Nearby<T>(@JsonUnwrapped T item, Integer distanceMetres, Integer distanceUncertainMetres) {

    /** What {@link #distanceUncertainMetres} means, for clients. */
    public static final String UNCERTAIN =
            "How much nearer or farther it may be, in metres: the radius of the locality or municipality around the location"
                    + " that stands for it. Absent without an origin, and when the location is that of the building or the"
                    + " street. Lists are ordered by distanceMetres plus this.";

    /** An item in a list without an origin. */
    public static <T> Nearby<T> withoutOrigin(T item) {
        return new Nearby<>(item, null, null);
    }

    /** An item at the distance of its location. */
    public static <T extends Located> Nearby<T> of(T item, GeoPoint origin) {
        var location = item.location();
        return at(location.point().distanceMetres(origin), location.uncertainMetres(), item);
    }

    /** @param uncertainMetres 0 when the location is known */
    static <T> Nearby<T> at(int distanceMetres, int uncertainMetres, T item) {
        return new Nearby<>(item, distanceMetres, uncertainMetres == 0 ? null : uncertainMetres);
    }

    /** Another item at the same distance. */
    public <R> Nearby<R> with(R other) {
        return new Nearby<>(other, distanceMetres, distanceUncertainMetres);
    }

    /** How far away it is at most. */
    public int farthestMetres() {
        return distanceMetres + (distanceUncertainMetres == null ? 0 : distanceUncertainMetres);
    }

    /** The order of lists with an origin: by how far away the item is at most, then by id. */
    public static <F extends Fact> SortKey key(Nearby<F> nearby) {
        return SortKey.of(nearby.farthestMetres(), nearby.item().id());
    }
}
