package be.digicatalogue.page;

import be.digicatalogue.fact.Evidence;
import be.digicatalogue.fact.Reference;
import be.digicatalogue.fact.Text;
import be.digicatalogue.programme.Figure;
import be.digicatalogue.programme.FigureType;
import be.digicatalogue.programme.ProgrammeType;
import be.digicatalogue.programme.TimelineEvent;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Results and costs, as charts with their tables and sources, and the contradictions between sources. */
@Singleton
public class FiguresPage implements Page {

    static final String ADDRESS = "/cijfers";

    private static final String DIGIHUBS = "digihub-programme";
    private static final String EACH_DIGIHUB = "province-digihub";
    private static final String DIGIBANKS = "digibank-programme";

    /** The longest bar, in hundredths of the space for bars, which leaves space for the values behind it. */
    private static final int LONGEST_BAR = 100;

    /** The largest number of characters of a value in a chart with short values (site.css). */
    private static final int SHORT_VALUE = 7;

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance figures(
                Visit visit, PageHead head, List<Chart> charts, List<Disagreement> disagreements, List<ChartRow> all);
    }

    /**
     * Figures of one kind, side by side.
     *
     * @param lead a sentence that applies to all of them; {@code null} when there is none
     * @param data the URL of the same figures as JSON
     */
    public record Chart(String id, String title, String lead, List<Bar> bars, String data) {

        /** In units of the drawing. */
        public int height() {
            return bars.size() * Bar.HEIGHT;
        }

        /** True when its values need more space than a number does. */
        public boolean wide() {
            return bars.stream().anyMatch(bar -> bar.row().value().length() > SHORT_VALUE);
        }

        /** True when a bar has a supplement. */
        public boolean supplemented() {
            return bars.stream().anyMatch(bar -> bar.supplement() != null);
        }

        public Set<Evidence> evidence() {
            var evidence = new java.util.LinkedHashSet<Evidence>();
            bars.forEach(bar -> evidence.addAll(bar.row().figure().evidence()));
            bars.stream()
                    .filter(bar -> bar.supplement() != null)
                    .forEach(bar -> evidence.addAll(bar.supplement().figure().evidence()));
            return evidence;
        }
    }

    /**
     * @param width the width of the bar, in hundredths of the space for bars
     * @param more the width of the supplement, in hundredths; 0 without one
     * @param supplement the supplement on top of the bar; {@code null} without one
     */
    public record Bar(String label, ChartRow row, double width, double more, ChartRow supplement, int index) {

        static final int HEIGHT = 58;

        public int labelY() {
            return index * HEIGHT + 18;
        }

        public int barY() {
            return index * HEIGHT + 26;
        }

        public int valueY() {
            return index * HEIGHT + (supplement == null ? 42 : 34);
        }

        public double valueX() {
            return width + more + 1;
        }
    }

    /** A figure with its number in words. */
    public record ChartRow(Figure figure, String value) {}

    /** Two statements that contradict each other. */
    public record Disagreement(SourceStatement one, SourceStatement other) {}

    /** A statement of a source: a number or a date. */
    public record SourceStatement(Text about, String value, Text note, List<Evidence> evidence) {}

    /** A figure with the name to show. */
    private record NamedFigure(String label, Figure figure, Figure supplement) {}

    @Override
    public String address() {
        return ADDRESS;
    }

    @Override
    public PageAnswer show(Visit visit) {
        var texts = visit.texts();
        return PageAnswer.page(Templates.figures(
                visit,
                PageHead.of(texts.figuresTitle(), texts.figuresLead()),
                charts(visit),
                disagreements(visit),
                visit.catalogue().of(FigureType.TYPE).all().stream()
                        .map(figure -> row(figure, visit))
                        .toList()));
    }

    private static List<Chart> charts(Visit visit) {
        var texts = visit.texts();
        var charts = new ArrayList<Chart>();
        add(
                charts,
                visit,
                "bereikt",
                texts.reached(),
                null,
                "digihub",
                named(visit, DIGIHUBS, "info-and-advice-requests-registered", texts.infoRequests()),
                named(visit, DIGIHUBS, "guidance-trajectories-started", texts.trajectoriesStarted()),
                named(visit, DIGIHUBS, "guidance-trajectories-completed", texts.trajectoriesCompleted()),
                named(visit, DIGIHUBS, "workshops-started", texts.workshopsStarted()),
                named(visit, DIGIHUBS, "workshops-completed", texts.workshopsCompleted()));
        add(
                charts,
                visit,
                "kost",
                texts.financing(),
                texts.eachDigihub() + " " + total(visit, EACH_DIGIHUB, "derived-total-budget"),
                "digihub",
                named(visit, EACH_DIGIHUB, "efro-subsidy", texts.moneyEurope()),
                named(visit, EACH_DIGIHUB, "flemish-cofinancing", texts.moneyFlanders()),
                named(visit, EACH_DIGIHUB, "advice-private-contribution", texts.moneyCompanies()),
                named(visit, EACH_DIGIHUB, "coordination-private-contribution", texts.moneyVoka()));
        add(
                charts,
                visit,
                "wie",
                texts.consortia(),
                null,
                "digihub",
                visit.catalogue().of(FigureType.TYPE).all().stream()
                        .filter(figure -> figure.metric().equals("consortium-members-listed"))
                        .map(figure -> new NamedFigure(visit.name(figure.province()), figure, null))
                        .sorted(largestFirst()));
        add(
                charts,
                visit,
                "digibanken",
                texts.digibankFigures(),
                figure(visit, DIGIBANKS, "budget-total")
                        .map(figure -> texts.digibankBudget(value(figure, visit)))
                        .orElse(null),
                "digibank",
                named(visit, DIGIBANKS, "target-municipalities", texts.municipalitiesTarget()),
                named(visit, DIGIBANKS, "municipalities-with-digibank", texts.municipalitiesReached()),
                named(visit, DIGIBANKS, "pre-trajectories-approved", texts.preTrajectories()),
                named(visit, DIGIBANKS, "implementation-trajectories-approved", texts.implementations()));
        add(
                charts,
                visit,
                "partners",
                texts.partnerAmounts(),
                total(visit, "vlaio-structurele-partners", "derived-awarded-total"),
                "vlaio-structural-partners",
                amounts(visit, Set.of("subsidy-awarded", "budget-available")));
        add(
                charts,
                visit,
                "opdracht",
                texts.contractAmounts(),
                total(visit, "vlaio-overheidsopdracht", "derived-contract-and-brexit-total"),
                "vlaio-structural-partners",
                amounts(visit, Set.of("contract-amount-awarded")));
        return charts;
    }

    @SafeVarargs
    private static void add(
            List<Chart> charts,
            Visit visit,
            String id,
            String title,
            String lead,
            String programme,
            Stream<NamedFigure>... named) {
        var figures = Stream.of(named).flatMap(each -> each).toList();
        var largest = figures.stream()
                .map(each -> sum(each))
                .max(Comparator.naturalOrder())
                .orElse(BigDecimal.ONE);
        var bars = new ArrayList<Bar>();
        for (var each : figures) {
            bars.add(new Bar(
                    each.label(),
                    row(each.figure(), visit),
                    width(each.figure().value(), largest),
                    each.supplement() == null ? 0 : width(each.supplement().value(), largest),
                    each.supplement() == null ? null : row(each.supplement(), visit),
                    bars.size()));
        }
        // A chart without figures is omitted, when they have been removed from the catalogue.
        if (!bars.isEmpty()) {
            charts.add(new Chart(id, title, lead, bars, "/v1/figures?programme=" + programme + "&pageSize=100"));
        }
    }

    private static BigDecimal sum(NamedFigure named) {
        return named.supplement() == null
                ? named.figure().value()
                : named.figure().value().add(named.supplement().value());
    }

    private static double width(BigDecimal value, BigDecimal largest) {
        return largest.signum() <= 0
                ? 0
                : value.multiply(BigDecimal.valueOf(LONGEST_BAR))
                        .divide(largest, MathContext.DECIMAL32)
                        .setScale(1, java.math.RoundingMode.HALF_UP)
                        .doubleValue();
    }

    private static Optional<Figure> figure(Visit visit, String subject, String metric) {
        return visit.catalogue().of(FigureType.TYPE).all().stream()
                .filter(figure ->
                        figure.subject().id().equals(subject) && figure.metric().equals(metric))
                .findFirst();
    }

    private static Stream<NamedFigure> named(Visit visit, String subject, String metric, String label) {
        return figure(visit, subject, metric).map(figure -> new NamedFigure(label, figure, null)).stream();
    }

    private static String total(Visit visit, String subject, String metric) {
        return figure(visit, subject, metric)
                .map(figure -> visit.texts().totalIs(value(figure, visit))
                        + (figure.derived() ? " (" + visit.texts().ours() + ")" : ""))
                .orElse("");
    }

    /** The amount of each organisation, with its supplement because of Brexit; the largest first. */
    private static Stream<NamedFigure> amounts(Visit visit, Set<String> metrics) {
        return visit.catalogue().of(FigureType.TYPE).all().stream()
                .filter(figure -> metrics.contains(figure.metric()))
                .map(figure -> new NamedFigure(
                        figure.subject().name().in(visit.language()),
                        figure,
                        figure(visit, figure.subject().id(), "brexit-supplement-awarded")
                                .orElse(null)))
                .sorted(largestFirst());
    }

    private static Comparator<NamedFigure> largestFirst() {
        return Comparator.comparing(FiguresPage::sum).reversed().thenComparing(NamedFigure::label);
    }

    private static ChartRow row(Figure figure, Visit visit) {
        return new ChartRow(figure, value(figure, visit));
    }

    private static String value(Figure figure, Visit visit) {
        var number = visit.wording().number(figure.value());
        var texts = visit.texts();
        return switch (figure.unit()) {
            case "EUR" -> visit.wording().euro(figure.value());
            case "percent" -> number + " %";
            case "hours" -> number + " " + texts.unitHours();
            case "years" -> number + " " + texts.unitYears();
            case "months" -> number + " " + texts.unitMonths();
            case "FTE" -> number + " " + texts.unitFte();
            default -> number;
        };
    }

    private static List<Disagreement> disagreements(Visit visit) {
        var seen = new HashSet<Set<Reference>>();
        var disagreements = new ArrayList<Disagreement>();
        for (var figure : visit.catalogue().of(FigureType.TYPE).all()) {
            for (var other : figure.disagreesWith()) {
                if (seen.add(Set.of(figure.reference(), other))) {
                    disagreements.add(new Disagreement(statement(figure, visit), statement(other, visit)));
                }
            }
        }
        return disagreements;
    }

    private static SourceStatement statement(Figure figure, Visit visit) {
        return new SourceStatement(figure.subject().name(), value(figure, visit), figure.note(), figure.evidence());
    }

    private static SourceStatement statement(Reference reference, Visit visit) {
        var fact = visit.catalogue().find(reference).orElseThrow();
        if (fact instanceof Figure figure) {
            return statement(figure, visit);
        }
        var event = (TimelineEvent) fact;
        return new SourceStatement(
                visit.catalogue()
                        .of(ProgrammeType.TYPE)
                        .named(event.programme().id())
                        .orElseThrow()
                        .name(),
                visit.wording().date(event.date()),
                event.what(),
                event.evidence());
    }
}
