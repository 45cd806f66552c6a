package be.digicatalogue.page;

import be.digicatalogue.digibank.Alternative;
import be.digicatalogue.digibank.Service;
import be.digicatalogue.digibank.ServicePoint;
import be.digicatalogue.digibank.ServicePointQuestion;
import be.digicatalogue.digibank.ServicePointType;
import be.digicatalogue.digibank.ServiceType;
import be.digicatalogue.fact.Text;
import be.digicatalogue.geo.GeoPoint;
import be.digicatalogue.geo.Nearby;
import be.digicatalogue.place.MunicipalityType;
import be.digicatalogue.programme.Programme;
import be.digicatalogue.programme.ProgrammeType;
import be.digicatalogue.province.ProvinceType;
import be.digicatalogue.question.BadQuestion;
import be.digicatalogue.question.Issue;
import be.digicatalogue.question.Parameters;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The finder of the nearest digibank. Its parameters are those of {@code /v1/service-points}; empty fields of the form and
 * unknown parameters of links are ignored.
 */
@Singleton
public class FinderPage implements Page {

    static final String ADDRESS = "/";

    private static final List<String> ORIGINS = List.of("place", "lat", "lon");
    private static final List<String> FILTERS = List.of("service", "openNow");
    private static final String PAGE_SIZE = "12";

    /** The programme that the digibanks belong to. */
    static final String PROGRAMME = "digibank";

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance finder(Visit visit, PageHead head, FinderView finder);
    }

    /**
     * The query of the visitor and its result.
     *
     * @param place the place as it was typed
     * @param choices the services, with the chosen ones marked
     * @param wrong the error in the query; {@code null} when there is none
     * @param results {@code null} when the query is invalid
     * @param about an explanation of digibanks, for a visitor without a query; else {@code null}
     * @param aboutEnd the end of their programme, in words; {@code null} when unknown
     */
    public record FinderView(
            String place,
            String lat,
            String lon,
            List<ServiceChoice> choices,
            boolean openNow,
            Wrong wrong,
            Results results,
            Programme about,
            String aboutEnd,
            Drawing drawing) {}

    public record ServiceChoice(Service service, boolean chosen) {}

    /**
     * @param previous the URL of the previous page; {@code null} on the first
     * @param clear the URL without filters; {@code null} when there are none
     * @param behindLast the URL of the last page, when the requested page is after it; else {@code null}
     */
    public record Results(
            String title,
            String count,
            List<PointCard> cards,
            List<ClosestPoints> alternatives,
            long first,
            String previous,
            String next,
            String clear,
            String data,
            String behindLast) {}

    /** Points that meet all conditions but one. */
    public record ClosestPoints(Text explanation, List<PointCard> cards) {}

    @Override
    public String address() {
        return ADDRESS;
    }

    @Override
    public PageAnswer show(Visit visit) {
        var question = question(visit);
        var pageOfList = new LinkedHashMap<>(question);
        if (visit.parameter("page") != null) {
            pageOfList.put("page", List.of(visit.parameter("page")));
        }
        pageOfList.put("pageSize", List.of(PAGE_SIZE));
        try {
            var read = Parameters.read(Parameters.Face.REST, pageOfList, parameters -> visit.catalogue()
                    .of(ServicePointType.TYPE)
                    .question(parameters, visit.asked().now()));
            var results = results(visit, question, read);
            return results.behindLast() == null
                    ? PageAnswer.page(page(visit, question, null, results, read))
                    : PageAnswer.seeOther(results.behindLast());
        } catch (BadQuestion bad) {
            return PageAnswer.explanation(page(visit, question, wrong(visit, question, bad), null, null));
        }
    }

    /** A typed place takes precedence over a location, because a query has one origin only; its name in links is near. */
    private static LinkedHashMap<String, List<String>> question(Visit visit) {
        var question = visit.parameters(ORIGINS);
        if (visit.parameter("near") != null) {
            question.put("place", List.of(visit.parameter("near")));
        }
        if (question.containsKey("place")) {
            question.keySet().retainAll(List.of("place"));
        }
        question.putAll(visit.parameters(FILTERS));
        return question;
    }

    private static Results results(Visit visit, Map<String, List<String>> question, ServicePointQuestion read) {
        var answer = visit.catalogue().of(ServicePointType.TYPE).answer(read);
        visit.asked().view().changesAt(answer.sameUntil());
        var found = answer.found();
        var texts = visit.texts();
        long offset = found.page().offset();
        long page = offset / found.page().size() + 1;
        long last = (found.total() - 1) / found.page().size() + 1;
        boolean more = offset + found.items().size() < found.total();
        return new Results(
                title(visit, question),
                found.total() == 1
                        ? texts.resultOne()
                        : read.origin() == null
                                ? texts.resultsCountByName(visit.wording().number(found.total()))
                                : texts.resultsCount(visit.wording().number(found.total())),
                cards(visit, found.items()),
                answer.alternatives().stream()
                        .map(alternative -> closest(visit, alternative))
                        .toList(),
                offset + 1,
                page > 1 ? visit.to(ADDRESS, onPage(question, page - 1)) + "#results" : null,
                more ? visit.to(ADDRESS, onPage(question, page + 1)) + "#results" : null,
                FILTERS.stream().anyMatch(question::containsKey)
                        ? visit.to(ADDRESS, without(question, FILTERS)) + "#results"
                        : null,
                Visit.address("/v1/service-points", question),
                found.items().isEmpty() && found.total() > 0
                        ? visit.to(ADDRESS, onPage(question, last)) + "#results"
                        : null);
    }

    private static ClosestPoints closest(Visit visit, Alternative alternative) {
        return new ClosestPoints(alternative.explanation(), cards(visit, alternative.items()));
    }

    private static List<PointCard> cards(Visit visit, List<Nearby<ServicePoint>> points) {
        return points.stream().map(point -> PointCard.of(point, visit)).toList();
    }

    private static String title(Visit visit, Map<String, List<String>> question) {
        if (question.containsKey("place")) {
            return visit.texts().resultsFor(question.get("place").get(0));
        }
        return question.containsKey("lat")
                ? visit.texts().resultsHere()
                : visit.texts().resultsAll();
    }

    private static Map<String, List<String>> onPage(Map<String, List<String>> question, long page) {
        var other = new LinkedHashMap<>(question);
        if (page > 1) {
            other.put("page", List.of(String.valueOf(page)));
        }
        return other;
    }

    private static Map<String, List<String>> without(Map<String, List<String>> question, List<String> names) {
        var other = new LinkedHashMap<>(question);
        other.keySet().removeAll(names);
        return other;
    }

    /** The first error, in words for the visitor; errors about the location come first. */
    private static Wrong wrong(Visit visit, Map<String, List<String>> question, BadQuestion bad) {
        var texts = visit.texts();
        var place = bad.issues().stream()
                .filter(issue -> issue.name().equals("place"))
                .findFirst();
        if (place.isPresent()) {
            return Wrong.place(visit, place.get(), value -> {
                var other = new LinkedHashMap<>(question);
                other.put("place", List.of(value));
                return visit.to(ADDRESS, other) + "#results";
            });
        }
        if (bad.issues().stream().map(Issue::name).anyMatch(ORIGINS::contains)) {
            return new Wrong(texts.locationOutside(), true, List.of());
        }
        return new Wrong(
                texts.questionWrong(bad.issues().stream()
                        .map(issue -> issue.name() + "=" + issue.value())
                        .distinct()
                        .reduce((first, second) -> first + ", " + second)
                        .orElseThrow()),
                false,
                List.of());
    }

    private static TemplateInstance page(
            Visit visit, Map<String, List<String>> question, Wrong wrong, Results results, ServicePointQuestion read) {
        var texts = visit.texts();
        var chosen = question.getOrDefault("service", List.of());
        var services = visit.catalogue().of(ServiceType.TYPE).all();
        boolean asked = !question.isEmpty();
        var about = asked || wrong != null
                ? null
                : visit.catalogue().of(ProgrammeType.TYPE).named(PROGRAMME).orElse(null);
        var finder = new FinderView(
                first(question, "place"),
                // A rejected location is not sent again with the next query.
                wrong == null || !wrong.place() ? first(question, "lat") : null,
                wrong == null || !wrong.place() ? first(question, "lon") : null,
                services.stream()
                        .map(service -> new ServiceChoice(
                                service, chosen.contains(service.code().code())))
                        .toList(),
                question.getOrDefault("openNow", List.of()).contains("true"),
                wrong,
                results,
                about,
                about == null ? null : end(about, visit),
                drawing(visit, question, results, read));
        var head = asked && wrong == null
                ? PageHead.of(results.title(), texts.finderLead())
                : PageHead.of(texts.finderTitle(), texts.finderLead());
        return Templates.finder(visit, wrong == null ? head : head.notIndexed(), finder);
    }

    private static String end(Programme programme, Visit visit) {
        if (programme.validTo() == null) {
            return null;
        }
        var day = visit.wording().day(programme.validTo());
        return programme.endedOn(visit.today())
                ? visit.texts().programmeEnded(day)
                : visit.texts().programmeEnds(day);
    }

    private static String first(Map<String, List<String>> question, String name) {
        return question.containsKey(name) ? question.get(name).get(0) : null;
    }

    /** The results on the page; all points for a visitor without a query, and none for an invalid query. */
    private static Drawing drawing(
            Visit visit, Map<String, List<String>> question, Results results, ServicePointQuestion read) {
        var provinces = visit.catalogue().of(ProvinceType.TYPE).all();
        var dots = new ArrayList<Drawing.Dot>();
        if (results == null || read.origin() == null) {
            var shown = visit.catalogue().of(ServicePointType.TYPE).all();
            if (results != null && results.cards().size() < shown.size() && results.clear() != null) {
                shown = results.cards().stream().map(PointCard::point).toList();
            }
            shown.forEach(point -> dots.add(dot(visit, point, null)));
            return Drawing.of(provinces, null, visit, dots);
        }
        var names = new LinkedHashMap<String, GeoPoint>();
        long number = results.first();
        var cards = Stream.concat(
                        results.cards().stream(),
                        results.alternatives().stream().flatMap(alternative -> alternative.cards().stream()))
                .toList();
        for (var card : cards) {
            boolean found = number < results.first() + results.cards().size();
            dots.add(dot(visit, card.point(), found ? String.valueOf(number++) : null));
            if (card.contact().municipality() != null) {
                names.putIfAbsent(
                        card.contact().municipality(),
                        visit.catalogue()
                                .of(MunicipalityType.TYPE)
                                .named(card.point().address().municipality().id())
                                .orElseThrow()
                                .location()
                                .point());
            }
        }
        dots.add(Drawing.dot(read.origin().point(), first(question, "place"), null, null));
        return Drawing.around(
                provinces,
                visit,
                dots,
                names.entrySet().stream()
                        .map(name -> Drawing.name(name.getValue(), name.getKey()))
                        .toList());
    }

    private static Drawing.Dot dot(Visit visit, ServicePoint point, String number) {
        return Drawing.dot(point.location().point(), point.name(), visit.to(ServicePointPage.path(point.id())), number);
    }
}
