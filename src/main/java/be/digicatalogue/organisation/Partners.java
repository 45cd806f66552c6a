package be.digicatalogue.organisation;

import static java.util.stream.Collectors.toSet;

import be.digicatalogue.fact.Facts;
import be.digicatalogue.fact.Reference;
import be.digicatalogue.fact.Words;
import be.digicatalogue.place.Places;
import be.digicatalogue.province.Province;
import be.digicatalogue.province.Provinces;
import be.digicatalogue.question.Facet;
import be.digicatalogue.question.PageRequest;
import be.digicatalogue.question.Parameters;
import be.digicatalogue.question.Slice;
import be.digicatalogue.record.AgeFilter;
import be.digicatalogue.record.Ages;
import be.digicatalogue.record.Finder;
import be.digicatalogue.record.RecordKind;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The knowledge partners, by name. */
public final class Partners extends Facts<Partner> {

    private static final List<String> FACETS = List.of("province", "kind");

    private final Provinces provinces;
    private final Places places;
    private final Ages ages;
    private final Supplier<Finder> search;

    public Partners(List<Partner> partners, Provinces provinces, Places places, Ages ages, Supplier<Finder> search) {
        super(partners, Facts::byName);
        this.provinces = provinces;
        this.places = places;
        this.ages = ages;
        this.search = search;
    }

    /**
     * The filters of a list of partners.
     *
     * @param provinces partners that take part in the digihub of one of these; {@code null} for any
     */
    public record Question(
            Set<Reference> provinces,
            PartnerKind kind,
            Words words,
            AgeFilter age,
            Set<String> facets,
            PageRequest page) {

        private Question withoutProvince() {
            return new Question(null, kind, words, age, facets, page);
        }

        private Question withoutKind() {
            return new Question(provinces, null, words, age, facets, page);
        }
    }

    public Question question(Parameters parameters, LocalDate today) {
        var province = parameters.named("province", provinces.flemish());
        var place = places.within(parameters);
        Set<Reference> within = place == null
                ? null
                : places.provinces(place).stream().map(Province::reference).collect(toSet());
        if (province != null) {
            within = within == null || within.contains(province.reference()) ? Set.of(province.reference()) : Set.of();
        }
        return new Question(
                within,
                parameters.code("kind", PartnerKind.class),
                parameters.words("q"),
                AgeFilter.read(parameters, today),
                parameters.facets(FACETS),
                parameters.page("partners"));
    }

    /** The query for the partners of one province, which may be the Brussels region, which has none. */
    public Question question(Province province, Parameters parameters) {
        return new Question(
                Set.of(province.reference()),
                null,
                null,
                AgeFilter.NONE,
                parameters.facets(FACETS),
                parameters.page("partners"));
    }

    public Slice<Partner> answer(Question question) {
        return Slice.page(matching(question).toList(), question.page(), this::key);
    }

    /** The requested facets. Each count applies all filters except those on the same property. */
    public List<Facet> facets(Question question) {
        return question.facets().stream()
                .map(name -> name.equals("kind")
                        ? Facet.ofCodes(name, matching(question.withoutKind()).map(Partner::kind))
                        : provinces.facet(
                                name,
                                matching(question.withoutProvince()).flatMap(partner -> partner.provinces().stream())))
                .toList();
    }

    private Stream<Partner> matching(Question question) {
        return (question.words() == null ? all() : search.get().matching(RecordKind.PARTNERS, question.words(), all()))
                .stream()
                        .filter(partner -> question.provinces() == null
                                || partner.provinces().stream().anyMatch(question.provinces()::contains))
                        .filter(partner -> question.kind() == null || partner.kind() == question.kind())
                        .filter(partner -> question.age().admits(partner, ages));
    }

    /** The partners that take part in the digihub of a province. */
    public List<Partner> in(Province province) {
        return all().stream()
                .filter(partner -> partner.provinces().contains(province.reference()))
                .toList();
    }
}
