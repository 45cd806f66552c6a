package be.digicatalogue.voka;

import be.digicatalogue.fact.Facts;
import be.digicatalogue.fact.Reference;
import be.digicatalogue.geo.GeoPoint;
import be.digicatalogue.geo.Nearby;
import be.digicatalogue.organisation.Chamber;
import be.digicatalogue.organisation.Chambers;
import be.digicatalogue.place.Origin;
import be.digicatalogue.place.Places;
import be.digicatalogue.province.Province;
import be.digicatalogue.province.Provinces;
import be.digicatalogue.question.PageRequest;
import be.digicatalogue.question.Parameters;
import be.digicatalogue.question.Slice;
import be.digicatalogue.record.AgeFilter;
import be.digicatalogue.record.Ages;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/** The Voka offices, by name or nearest first. */
public final class VokaOffices extends Facts<VokaOffice> {

    private final Provinces provinces;
    private final Chambers chambers;
    private final Places places;
    private final Ages ages;

    public VokaOffices(List<VokaOffice> offices, Provinces provinces, Chambers chambers, Places places, Ages ages) {
        super(offices, Facts::byName);
        this.provinces = provinces;
        this.chambers = chambers;
        this.places = places;
        this.ages = ages;
    }

    /** The filters of a list of offices, with an optional origin. */
    public record Question(Origin origin, Province province, Chamber chamber, AgeFilter age, PageRequest page) {}

    public Question question(Parameters parameters, LocalDate today) {
        return new Question(
                places.origin(parameters),
                parameters.named("province", provinces),
                parameters.named("chamber", chambers),
                AgeFilter.read(parameters, today),
                parameters.page("voka-offices", Places.ORIGIN));
    }

    public Slice<Nearby<VokaOffice>> answer(Question question) {
        Predicate<VokaOffice> wanted = office -> (question.province() == null
                        || office.province().equals(question.province().reference()))
                && (question.chamber() == null || question.chamber().reference().equals(office.chamber()))
                && question.age().admits(office, ages);
        return Slice.page(
                question.origin() == null
                        ? all().stream()
                                .filter(wanted)
                                .map(Nearby::withoutOrigin)
                                .toList()
                        : nearest(question.origin().point(), wanted),
                question.page(),
                question.origin() == null ? nearby -> key(nearby.item()) : Nearby::key);
    }

    /** The offices of a province, by name. */
    public List<VokaOffice> in(Province province) {
        return all().stream()
                .filter(office -> office.province().equals(province.reference()))
                .toList();
    }

    /** The offices of a province, nearest first. */
    public List<Nearby<VokaOffice>> nearest(GeoPoint origin, Reference province) {
        return nearest(origin, office -> office.province().equals(province));
    }

    /** Every office, nearest first. */
    public List<Nearby<VokaOffice>> nearest(GeoPoint origin) {
        return nearest(origin, office -> true);
    }

    private List<Nearby<VokaOffice>> nearest(GeoPoint origin, Predicate<VokaOffice> wanted) {
        return all().stream()
                .filter(wanted)
                .map(office -> Nearby.of(office, origin))
                .sorted(Comparator.comparing(Nearby::key))
                .toList();
    }
}
