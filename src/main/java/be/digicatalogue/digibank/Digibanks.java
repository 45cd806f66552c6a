package be.digicatalogue.digibank;

import be.digicatalogue.fact.Facts;
import be.digicatalogue.fact.Words;
import be.digicatalogue.place.Municipalities;
import be.digicatalogue.place.Municipality;
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
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The digibanks and other networks, by name. */
public final class Digibanks extends Facts<Digibank> {

    private static final List<String> FACETS = List.of("province", "kind");

    private final Provinces provinces;
    private final Municipalities municipalities;
    private final Ages ages;
    private final Supplier<Finder> search;

    public Digibanks(
            List<Digibank> digibanks,
            Provinces provinces,
            Municipalities municipalities,
            Ages ages,
            Supplier<Finder> search) {
        super(digibanks, Facts::byName);
        this.provinces = provinces;
        this.municipalities = municipalities;
        this.ages = ages;
        this.search = search;
    }

    /** The filters of a list of digibanks. */
    public record Question(
            Province province,
            Municipality municipality,
            DigibankKind kind,
            Words words,
            AgeFilter age,
            Set<String> facets,
            PageRequest page) {

        private Question withoutProvince() {
            return new Question(null, municipality, kind, words, age, facets, page);
        }

        private Question withoutKind() {
            return new Question(province, municipality, null, words, age, facets, page);
        }
    }

    public Question question(Parameters parameters, LocalDate today) {
        return new Question(
                parameters.named("province", provinces),
                municipalities.inForce(parameters, today),
                parameters.code("kind", DigibankKind.class),
                parameters.words("q"),
                AgeFilter.read(parameters, today),
                parameters.facets(FACETS),
                parameters.page("digibanks"));
    }

    public Slice<Digibank> answer(Question question) {
        return Slice.page(matching(question).toList(), question.page(), this::key);
    }

    /** The requested facets. Each count applies all filters except those on the same property. */
    public List<Facet> facets(Question question) {
        return question.facets().stream()
                .map(name -> name.equals("kind")
                        ? Facet.ofCodes(name, matching(question.withoutKind()).map(Digibank::kind))
                        : provinces.facet(
                                name,
                                matching(question.withoutProvince())
                                        .flatMap(digibank -> digibank.provinces().stream())))
                .toList();
    }

    private Stream<Digibank> matching(Question question) {
        return (question.words() == null ? all() : search.get().matching(RecordKind.DIGIBANKS, question.words(), all()))
                .stream()
                        .filter(digibank -> question.province() == null
                                || digibank.provinces()
                                        .contains(question.province().reference()))
                        .filter(digibank -> question.municipality() == null
                                || digibank.municipalities()
                                        .contains(question.municipality().reference()))
                        .filter(digibank -> question.kind() == null || digibank.kind() == question.kind())
                        .filter(digibank -> question.age().admits(digibank, ages));
    }

    /** The digibanks that name one of the municipalities. */
    public List<Digibank> covering(Collection<Municipality> covered) {
        var references = covered.stream().map(Municipality::reference).toList();
        return all().stream()
                .filter(digibank -> digibank.municipalities().stream().anyMatch(references::contains))
                .toList();
    }
}
