package be.digicatalogue.digibank;

import be.digicatalogue.fact.Facts;
import be.digicatalogue.fact.Words;
import be.digicatalogue.place.Municipalities;
import be.digicatalogue.place.Municipality;
import be.digicatalogue.province.Province;
import be.digicatalogue.province.Provinces;
import be.digicatalogue.question.Found;
import be.digicatalogue.question.Page;
import be.digicatalogue.question.Parameters;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;

/** The digibanks and other networks, by name. */
public final class Digibanks extends Facts<Digibank> {

    private final Provinces provinces;
    private final Municipalities municipalities;

    public Digibanks(List<Digibank> digibanks, Provinces provinces, Municipalities municipalities) {
        super(byName(digibanks));
        this.provinces = provinces;
        this.municipalities = municipalities;
    }

    /** Which networks. */
    public record Question(Province province, Municipality municipality, DigibankKind kind, Words words, Page page) {}

    public Question question(Parameters parameters, LocalDate today) {
        return new Question(
                parameters.named("province", provinces),
                municipalities.inForce(parameters, today),
                parameters.code("kind", DigibankKind.class),
                parameters.words("q"),
                parameters.page());
    }

    public Found<Digibank> answer(Question question) {
        return Found.page(
                all().stream()
                        .filter(digibank -> question.province() == null
                                || digibank.provinces()
                                        .contains(question.province().reference()))
                        .filter(digibank -> question.municipality() == null
                                || digibank.municipalities()
                                        .contains(question.municipality().reference()))
                        .filter(digibank -> question.kind() == null || digibank.kind() == question.kind())
                        .filter(digibank ->
                                question.words() == null || digibank.words().match(question.words()))
                        .toList(),
                question.page());
    }

    /** Those that name one of the municipalities. */
    public List<Digibank> covering(Collection<Municipality> covered) {
        var references = covered.stream().map(Municipality::reference).toList();
        return all().stream()
                .filter(digibank -> digibank.municipalities().stream().anyMatch(references::contains))
                .toList();
    }
}
