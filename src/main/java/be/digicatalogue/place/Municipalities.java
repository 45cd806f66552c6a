package be.digicatalogue.place;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import be.digicatalogue.fact.Facts;
import be.digicatalogue.fact.Message;
import be.digicatalogue.fact.Words;
import be.digicatalogue.province.Province;
import be.digicatalogue.province.Provinces;
import be.digicatalogue.question.Issue;
import be.digicatalogue.question.PageRequest;
import be.digicatalogue.question.Parameters;
import be.digicatalogue.question.Slice;
import be.digicatalogue.record.Finder;
import be.digicatalogue.record.RecordKind;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** All municipalities, including those from before a merger. */
public final class Municipalities extends Facts<Municipality> {

    private final Provinces provinces;
    private final Supplier<Finder> search;

    private final List<MunicipalityArea> areas;

    /** The former names within a municipality, by NIS code; unchanged names are omitted. */
    private final Map<String, List<String>> formerNames;

    /** The present municipalities by the letters of their names in all languages, and of those from before a merger. */
    private final Map<String, Set<Municipality>> byName = new HashMap<>();

    public Municipalities(List<Municipality> municipalities, Provinces provinces, Supplier<Finder> search) {
        super(municipalities, Facts::byName);
        this.provinces = provinces;
        this.search = search;
        areas = MunicipalityArea.of(all());
        formerNames = all().stream()
                .filter(municipality -> municipality.mergedInto() != null)
                .filter(municipality ->
                        !municipality.name().equals(today(municipality).name()))
                .collect(groupingBy(municipality -> today(municipality).id(), mapping(Municipality::name, toList())));
        for (var municipality : all()) {
            for (var name : municipality.names().values()) {
                byName.computeIfAbsent(PlaceNames.letters(name), first -> new LinkedHashSet<>())
                        .add(today(municipality));
            }
        }
    }

    /** Those of which the area is known. */
    List<MunicipalityArea> areas() {
        return areas;
    }

    /** The present municipality of a municipality, after its mergers. */
    public Municipality today(Municipality municipality) {
        return municipality.mergedInto() == null
                ? municipality
                : today(named(municipality.mergedInto().id()).orElseThrow());
    }

    /** The former names of municipalities that became part of a municipality. */
    List<String> formerNames(String nisCode) {
        return formerNames.getOrDefault(nisCode, List.of());
    }

    /** A municipality, or a place in it, as what can be sent instead. */
    Issue.Candidate candidate(String value, Municipality within) {
        return new Issue.Candidate(
                value,
                within.name(),
                provinces.named(within.province().id()).orElseThrow().name(),
                null);
    }

    /** The filters of a list of municipalities: a day on which they exist, a province, words of the name. */
    public record Question(LocalDate validOn, Province province, Words words, PageRequest page) {}

    public Question question(Parameters parameters, LocalDate today) {
        var validOn = parameters.day("validOn");
        return new Question(
                validOn == null ? today : validOn,
                parameters.named("province", provinces),
                parameters.words("q"),
                parameters.page("municipalities"));
    }

    public Slice<Municipality> answer(Question question) {
        var candidates = question.words() == null
                ? all()
                : search.get().matching(RecordKind.MUNICIPALITIES, question.words(), all());
        return Slice.page(
                candidates.stream()
                        .filter(municipality -> municipality.validOn(question.validOn()))
                        .filter(municipality -> question.province() == null
                                || municipality
                                        .province()
                                        .equals(question.province().reference()))
                        .toList(),
                question.page(),
                this::key);
    }

    /**
     * The parameter {@code municipality}: the NIS code of a municipality that exists today. The code of one that merged is
     * rejected with its present code, and a name with its code.
     */
    public Municipality inForce(Parameters parameters, LocalDate today) {
        var sent = parameters.text("municipality");
        var namesakes = sent == null || named(sent).isPresent()
                ? Set.<Municipality>of()
                : byName.getOrDefault(PlaceNames.letters(sent), Set.of());
        if (!namesakes.isEmpty()) {
            parameters.refuse(
                    "municipality",
                    Message.of(
                            "place.nameForNisCode",
                            Issue.shown(sent),
                            namesakes.stream().map(Municipality::id).toList()),
                    namesakes.stream()
                            .map(namesake -> candidate(namesake.id(), namesake))
                            .toList());
            return null;
        }
        var municipality = parameters.named("municipality", this);
        if (municipality == null || municipality.validOn(today)) {
            return municipality;
        }
        var into = municipality.mergedInto();
        parameters.refuse(
                "municipality",
                into == null
                        ? Message.of("place.municipalityEnded", municipality.id())
                        : Message.of(
                                "place.municipalityMerged",
                                municipality.id(),
                                named(into.id()).orElseThrow().name(),
                                into.id()));
        return null;
    }
}
