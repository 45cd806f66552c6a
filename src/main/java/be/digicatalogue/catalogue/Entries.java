package be.digicatalogue.catalogue;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toSet;

import be.digicatalogue.digibank.Digibank;
import be.digicatalogue.digibank.Service;
import be.digicatalogue.digibank.ServicePoint;
import be.digicatalogue.digihub.Consortium;
import be.digicatalogue.fact.Fact;
import be.digicatalogue.fact.Link;
import be.digicatalogue.fact.Reference;
import be.digicatalogue.fact.Text;
import be.digicatalogue.fact.Words;
import be.digicatalogue.organisation.Chamber;
import be.digicatalogue.organisation.Partner;
import be.digicatalogue.organisation.PartnerKind;
import be.digicatalogue.place.Address;
import be.digicatalogue.place.Municipality;
import be.digicatalogue.place.Place;
import be.digicatalogue.programme.Figure;
import be.digicatalogue.programme.Programme;
import be.digicatalogue.programme.TimelineEvent;
import be.digicatalogue.provenance.Source;
import be.digicatalogue.province.Province;
import be.digicatalogue.search.Entry;
import be.digicatalogue.search.Entry.Standing;
import be.digicatalogue.search.RecordType;
import be.digicatalogue.search.SearchIndex;
import be.digicatalogue.search.Searched;
import be.digicatalogue.voka.VokaOffice;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** What each record of a catalogue can be found by. References count by the names of what they refer to. */
final class Entries {

    /** Words that people use for a kind of partner, beside its name. */
    private static final Map<PartnerKind, String> PARTNER_KINDS = Map.of(
            PartnerKind.UNIVERSITY, "universiteit university",
            PartnerKind.UNIVERSITY_COLLEGE, "hogeschool university college",
            PartnerKind.RESEARCH_CENTRE, "onderzoekscentrum research centre",
            PartnerKind.CLUSTER, "cluster",
            PartnerKind.CAMPUS, "campus",
            PartnerKind.HOSPITAL, "ziekenhuis hospital",
            PartnerKind.GOVERNMENT_AGENCY, "overheid");

    private final Catalogue catalogue;
    /** What became part of a municipality, by its NIS code; names that did not change are left out. */
    private final Map<String, List<String>> formerNames;
    /** The localities of a municipality, by its NIS code. */
    private final Map<String, Set<String>> localities;

    private final Map<String, List<String>> localitiesByPostalCode;

    private Entries(Catalogue catalogue) {
        this.catalogue = catalogue;
        formerNames = catalogue.municipalities().all().stream()
                .filter(municipality -> municipality.mergedInto() != null)
                .filter(municipality ->
                        !municipality.name().equals(today(municipality).name()))
                .collect(groupingBy(municipality -> today(municipality).id(), mapping(Municipality::name, toList())));
        localities = catalogue.places().all().stream()
                .collect(groupingBy(
                        place -> place.municipality().id(), mapping(place -> Words.folded(place.locality()), toSet())));
        localitiesByPostalCode = catalogue.places().all().stream()
                .collect(groupingBy(Place::postalCode, mapping(Place::locality, toList())));
    }

    static SearchIndex index(Catalogue catalogue) {
        var entries = new Entries(catalogue);
        return new SearchIndex(List.of(
                new Searched<>(RecordType.PLACES, catalogue.places().all(), entries::place),
                new Searched<>(
                        RecordType.MUNICIPALITIES, catalogue.municipalities().all(), entries::municipality),
                new Searched<>(
                        RecordType.PROVINCES, catalogue.provinces().flemish().all(), Entries::province),
                new Searched<>(RecordType.PARTNERS, catalogue.partners().all(), entries::partner),
                new Searched<>(RecordType.CHAMBERS, catalogue.chambers().all(), entries::chamber),
                new Searched<>(RecordType.PROGRAMMES, catalogue.programmes().all(), Entries::programme),
                new Searched<>(RecordType.DIGIBANKS, catalogue.digibanks().all(), entries::digibank),
                new Searched<>(
                        RecordType.SERVICE_POINTS, catalogue.servicePoints().all(), entries::servicePoint),
                new Searched<>(RecordType.CONSORTIA, catalogue.consortia().all(), entries::consortium),
                new Searched<>(RecordType.VOKA_OFFICES, catalogue.vokaOffices().all(), entries::vokaOffice),
                new Searched<>(RecordType.SERVICES, catalogue.services().all(), Entries::service),
                new Searched<>(RecordType.SOURCES, catalogue.sources().all(), Entries::source),
                new Searched<>(RecordType.TIMELINE, catalogue.timeline().all(), entries::event),
                new Searched<>(RecordType.FIGURES, catalogue.figures().all(), entries::figure)));
    }

    private Entry place(Place place) {
        var within = catalogue.municipalities().named(place.municipality().id()).orElseThrow();
        var code = place.postalCode();
        var locality = place.locality();
        var former = formerNames.getOrDefault(within.id(), List.of());
        return Entry.of(place.id(), Text.name(locality), new Link("/v1/places?postalCode=" + code))
                // The locality that gave its name to a municipality, be it one that merged, is the larger one.
                .standing(locality.equals(within.name()) || former.contains(locality) ? Standing.CHIEF : Standing.USUAL)
                .alsoNamed(code + " " + locality)
                .alsoNamed(namesOfNamesake(locality, place.province()))
                .knownAs(List.of(code, locality + " " + code))
                .details(within.name())
                .details(former.stream()
                        // A locality of that name is what is meant, and its neighbours are not.
                        .filter(name -> !localities.get(within.id()).contains(Words.folded(name)))
                        .toArray(String[]::new))
                .whereabouts(names(place.province()))
                .sorts("gemeente", "stad", "dorp");
    }

    private Entry municipality(Municipality municipality) {
        return entry(municipality)
                .alsoNamed(namesOfNamesake(municipality.name(), municipality.province()))
                .standing(municipality.mergedInto() != null ? Standing.PAST : Standing.CHIEF)
                .knownAs(formerNames.getOrDefault(municipality.id(), List.of()))
                .whereabouts(names(municipality.province()))
                .sorts("gemeente", "stad", municipality.id());
    }

    private static Entry province(Province province) {
        return entry(province).sorts("provincie", province.isoCode(), province.nutsCode());
    }

    private Entry partner(Partner partner) {
        return entry(partner)
                .alsoNamed(partner.nameInSource())
                .knownAs(partner.alsoKnownAs())
                .whereabouts(where(partner.address()))
                .whereabouts(names(partner.provinces()))
                .sorts("kennispartner partner", PARTNER_KINDS.get(partner.kind()))
                .texts(partner.remark());
    }

    private Entry chamber(Chamber chamber) {
        return entry(chamber)
                .alsoNamed(chamber.nameInSource())
                .knownAs(chamber.alsoKnownAs())
                .whereabouts(where(chamber.address()))
                .whereabouts(names(chamber.provinces()))
                .sorts("kamer van koophandel", "KvK")
                .texts(chamber.remark());
    }

    private static Entry programme(Programme programme) {
        return entry(programme)
                .sorts("programma")
                .texts(programme.summary(), programme.remark())
                .texts(programme.texts().stream()
                        .flatMap(passage -> Stream.of(passage.title(), passage.text()))
                        .toArray(Text[]::new));
    }

    private Entry digibank(Digibank digibank) {
        return entry(digibank)
                .details(digibank.lead())
                .details(names(digibank.municipalities()).toArray(String[]::new))
                .whereabouts(names(digibank.provinces()))
                .sorts("digibank", "e-inclusie", "netwerk")
                .texts(digibank.remark(), digibank.status());
    }

    private Entry servicePoint(ServicePoint point) {
        var services = catalogue.services().of(point.services());
        return entry(point)
                .details(lines(point.address()).toArray(String[]::new))
                .whereabouts(where(point.address()))
                .whereabouts(names(point.province()))
                .whereabouts(names(point.digibank()))
                .sorts("digipunt", "digibankpunt", "digibank", "digitale hulp")
                .sorts(services.stream()
                        .flatMap(service -> service.label().all().values().stream())
                        .toArray(String[]::new))
                .texts(services.stream().map(Service::description).toArray(Text[]::new))
                .texts(point.remark());
    }

    private Entry consortium(Consortium consortium) {
        return entry(consortium)
                .details(names(consortium.province()).toArray(String[]::new))
                .sorts("digihub", "consortium")
                .texts(Stream.concat(consortium.leads().stream(), consortium.knowledgePartners().stream())
                        .flatMap(member -> names(member).stream())
                        .map(Text::name)
                        .toArray(Text[]::new))
                .texts(consortium.remark());
    }

    private Entry vokaOffice(VokaOffice office) {
        return entry(office)
                .details(lines(office.address()).toArray(String[]::new))
                .whereabouts(where(office.address()))
                .whereabouts(names(office.province()))
                .sorts("kantoor", "kamer van koophandel")
                .texts(office.remark());
    }

    private static Entry service(Service service) {
        return Entry.of(service.code().code(), service.label(), new Link("/v1/services"))
                .knownAs(List.of(service.code().code()))
                .sorts("dienst")
                .texts(service.description());
    }

    private static Entry source(Source source) {
        return entry(source)
                .details(source.publisher())
                .sorts("bron", "bronnen", source.number())
                .texts(source.about(), name(source.answeredBy()), name(source.credit()));
    }

    private Entry event(TimelineEvent event) {
        return Entry.of(event.id(), event.label(), link(event))
                .details(event.date())
                .whereabouts(names(event.programme()))
                .texts(event.remark());
    }

    private Entry figure(Figure figure) {
        return entry(figure)
                .details(figure.metric())
                .whereabouts(names(figure.province()))
                .whereabouts(names(figure.programme()))
                .texts(figure.note());
    }

    private static Entry entry(Fact fact) {
        return Entry.of(fact.id(), fact.label(), link(fact));
    }

    private static Link link(Fact fact) {
        return new Link("/v1/" + fact.type() + "/" + fact.id());
    }

    private static Text name(String name) {
        return name == null ? null : Text.name(name);
    }

    /** An address as it is written. */
    private List<String> lines(Address address) {
        var lines = new ArrayList<String>();
        if (address != null) {
            lines.add(address.site());
            lines.add(joined(address.street(), address.houseNumber()));
            var municipality = names(address.municipality());
            lines.add(joined(address.postalCode(), municipality.isEmpty() ? null : municipality.get(0)));
        }
        return lines.stream().filter(Objects::nonNull).toList();
    }

    /** The address, and the localities that share its postal code. */
    private List<String> where(Address address) {
        if (address == null) {
            return List.of();
        }
        var lines = new ArrayList<>(lines(address));
        if (address.postalCode() != null) {
            lines.addAll(localitiesByPostalCode.getOrDefault(address.postalCode(), List.of()));
        }
        return lines;
    }

    /** A town that shares its name with the province shares it in the other languages as well. */
    private String[] namesOfNamesake(String name, Reference province) {
        var names = names(province);
        return names.get(0).equals(name) ? names.toArray(String[]::new) : new String[0];
    }

    private static String joined(String first, String second) {
        return first == null ? second : second == null ? first : first + " " + second;
    }

    private List<String> names(List<Reference> references) {
        return references.stream()
                .flatMap(reference -> names(reference).stream())
                .toList();
    }

    /** In every language. */
    private List<String> names(Reference reference) {
        return reference == null
                ? List.of()
                : catalogue.find(reference).stream()
                        .flatMap(fact -> fact.label().all().values().stream())
                        .distinct()
                        .toList();
    }

    /** What a municipality is today, after its mergers. */
    private Municipality today(Municipality municipality) {
        return municipality.mergedInto() == null
                ? municipality
                : today(catalogue
                        .municipalities()
                        .named(municipality.mergedInto().id())
                        .orElseThrow());
    }
}
