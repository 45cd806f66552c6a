package be.digicatalogue.programme;

import static java.util.stream.Collectors.toCollection;

import be.digicatalogue.fact.Facts;
import be.digicatalogue.fact.SortKey;
import be.digicatalogue.province.Province;
import be.digicatalogue.province.Provinces;
import be.digicatalogue.question.PageRequest;
import be.digicatalogue.question.Parameters;
import be.digicatalogue.question.Slice;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** Every number of the sources, by programme, then subject and metric. */
public final class Figures extends Facts<Figure> {

    private final Programmes programmes;
    private final Provinces provinces;
    private final Set<String> subjects;
    private final Set<String> metrics;

    public Figures(List<Figure> figures, Programmes programmes, Provinces provinces) {
        super(figures, figure -> programmes
                .key(programmes.named(figure.programme().id()).orElseThrow())
                .then(SortKey.of(figure.subject().id(), figure.metric(), figure.id())));
        this.programmes = programmes;
        this.provinces = provinces;
        this.subjects = distinct(figure -> figure.subject().id());
        this.metrics = distinct(Figure::metric);
    }

    /** The filters of a list of figures. A figure that applies to every province is found for each of them. */
    public record Question(Programme programme, String subject, String metric, Province province, PageRequest page) {}

    public Question question(Parameters parameters) {
        return new Question(
                parameters.named("programme", programmes),
                parameters.oneOf("subject", subjects),
                parameters.oneOf("metric", metrics),
                parameters.named("province", provinces.flemish()),
                page(parameters));
    }

    /** The page of a list of figures. */
    public static PageRequest page(Parameters parameters) {
        return parameters.page("figures");
    }

    public Slice<Figure> answer(Question question) {
        return Slice.page(
                all().stream()
                        .filter(figure -> question.programme() == null
                                || figure.programme()
                                        .equals(question.programme().reference()))
                        .filter(figure -> question.subject() == null
                                || figure.subject().id().equals(question.subject()))
                        .filter(figure ->
                                question.metric() == null || figure.metric().equals(question.metric()))
                        .filter(figure -> question.province() == null
                                || figure.eachProvince()
                                || question.province().reference().equals(figure.province()))
                        .toList(),
                question.page(),
                this::key);
    }

    /**
     * The figures about a province, including those that apply to every province. There are none about the Brussels region.
     */
    public Slice<Figure> about(Province province, PageRequest page) {
        return provinces.flemish().named(province.id()).isEmpty()
                ? Slice.page(List.of(), page)
                : answer(new Question(null, null, null, province, page));
    }

    public List<Figure> of(Programme programme) {
        return all().stream()
                .filter(figure -> figure.programme().equals(programme.reference()))
                .toList();
    }

    private Set<String> distinct(Function<Figure, String> part) {
        return all().stream().map(part).collect(toCollection(TreeSet::new));
    }
}
