package be.digicatalogue.province;

import be.digicatalogue.fact.Facts;
import be.digicatalogue.fact.Reference;
import be.digicatalogue.geo.GeoPoint;
import be.digicatalogue.question.Facet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The five provinces and the Brussels region. */
public final class Provinces extends Facts<Province> {

    private final Flemish flemish;

    public Provinces(List<Province> provinces) {
        super(provinces, Facts::byName);
        flemish = new Flemish(all().stream()
                .filter(province -> province.kind() == Province.Kind.PROVINCE)
                .toList());
    }

    /** The five provinces that have a digihub, by name. */
    public Facts<Province> flemish() {
        return flemish;
    }

    /**
     * The province whose outline covers the point. The outlines are simplified, so a point near a border may be in
     * none.
     */
    public Optional<Province> around(GeoPoint point) {
        return all().stream()
                .filter(province -> province.outline().covers(point))
                .findFirst();
    }

    /** The number of records in each province, given the provinces of each record. */
    public Facet facet(String name, Stream<Reference> references) {
        return Facet.of(name, references, Reference::id, reference -> named(reference.id())
                .orElseThrow()
                .name());
    }

    private static final class Flemish extends Facts<Province> {
        Flemish(List<Province> provinces) {
            super(provinces, Facts::byName);
        }
    }
}
