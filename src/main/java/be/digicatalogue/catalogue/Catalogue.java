package be.digicatalogue.catalogue;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import be.digicatalogue.change.Changes;
import be.digicatalogue.digibank.Digibank;
import be.digicatalogue.digibank.DigibankMunicipalityRow;
import be.digicatalogue.digibank.DigibankRow;
import be.digicatalogue.digibank.Digibanks;
import be.digicatalogue.digibank.OpeningExceptionRow;
import be.digicatalogue.digibank.ServicePoint;
import be.digicatalogue.digibank.ServicePointRow;
import be.digicatalogue.digibank.ServicePoints;
import be.digicatalogue.digibank.ServiceRow;
import be.digicatalogue.digibank.Services;
import be.digicatalogue.digihub.Consortia;
import be.digicatalogue.digihub.Consortium;
import be.digicatalogue.digihub.ConsortiumMemberRow;
import be.digicatalogue.digihub.ConsortiumRow;
import be.digicatalogue.fact.Fact;
import be.digicatalogue.fact.Facts;
import be.digicatalogue.fact.Lasting;
import be.digicatalogue.fact.Reference;
import be.digicatalogue.fact.Shared;
import be.digicatalogue.guide.Guides;
import be.digicatalogue.hours.SharedHours;
import be.digicatalogue.http.Asked;
import be.digicatalogue.http.Representations;
import be.digicatalogue.http.WrittenFacts;
import be.digicatalogue.organisation.Chamber;
import be.digicatalogue.organisation.Chambers;
import be.digicatalogue.organisation.OrganisationRow;
import be.digicatalogue.organisation.Partner;
import be.digicatalogue.organisation.Partners;
import be.digicatalogue.place.Municipalities;
import be.digicatalogue.place.Municipality;
import be.digicatalogue.place.MunicipalityRow;
import be.digicatalogue.place.PlaceRow;
import be.digicatalogue.place.Places;
import be.digicatalogue.programme.DisagreementRow;
import be.digicatalogue.programme.Figure;
import be.digicatalogue.programme.FigureRow;
import be.digicatalogue.programme.Figures;
import be.digicatalogue.programme.Programme;
import be.digicatalogue.programme.ProgrammeRow;
import be.digicatalogue.programme.ProgrammeTextRow;
import be.digicatalogue.programme.Programmes;
import be.digicatalogue.programme.SubjectRow;
import be.digicatalogue.programme.Timeline;
import be.digicatalogue.programme.TimelineEvent;
import be.digicatalogue.programme.TimelineEventRow;
import be.digicatalogue.provenance.Source;
import be.digicatalogue.provenance.SourceRow;
import be.digicatalogue.provenance.Sources;
import be.digicatalogue.province.Province;
import be.digicatalogue.province.ProvinceRow;
import be.digicatalogue.province.Provinces;
import be.digicatalogue.publication.Export;
import be.digicatalogue.search.SearchIndex;
import be.digicatalogue.voka.VokaOffice;
import be.digicatalogue.voka.VokaOfficeRow;
import be.digicatalogue.voka.VokaOffices;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * Everything the service knows, at one revision. It never changes; a newer revision is another instance. What is derived
 * from the facts, indexes included, belongs to the instance and goes with it.
 */
public final class Catalogue {

    private final Revision revision;
    private final Sources sources;
    private final Provinces provinces;
    private final Municipalities municipalities;
    private final Places places;
    private final Partners partners;
    private final Chambers chambers;
    private final Consortia consortia;
    private final VokaOffices vokaOffices;
    private final Services services;
    private final Digibanks digibanks;
    private final ServicePoints servicePoints;
    private final Programmes programmes;
    private final Figures figures;
    private final Timeline timeline;
    private final Guides guides;
    private final Map<String, Facts<?>> byType;
    private final NavigableSet<Instant> turns = new TreeSet<>();
    private final Changes changes;
    private volatile SearchIndex search;
    private final Export export;
    private final WrittenFacts written = new WrittenFacts();
    private final Representations representations = new Representations();
    private final Map<Class<?>, Object> derived = new ConcurrentHashMap<>();

    /** Builds the facts out of rows: references become whole in both directions, unknown points find their place. */
    public Catalogue(Revision revision, Tables tables, Changes changes) {
        this(revision, tables, changes, null);
    }

    /** A newer one. What is many and mostly stays the same is in memory once for both, while both are there. */
    public Catalogue newer(Revision revision, Tables tables, Changes changes) {
        return new Catalogue(revision, tables, changes, this);
    }

    private Catalogue(Revision revision, Tables tables, Changes changes, Catalogue before) {
        this.revision = revision;
        this.changes = changes;
        sources = new Sources(map(tables.of(SourceRow.class), SourceRow::fact));
        provinces = new Provinces(map(tables.of(ProvinceRow.class), ProvinceRow::fact));
        municipalities = new Municipalities(
                map(tables.of(MunicipalityRow.class), MunicipalityRow::fact), provinces, this::search);
        places = new Places(
                map(tables.of(PlaceRow.class), row -> row.fact(municipalities)),
                municipalities,
                provinces,
                this::search);

        var organisations = new LinkedHashMap<String, OrganisationRow>();
        tables.of(OrganisationRow.class).forEach(row -> organisations.put(row.id, row));
        var members = tables.of(ConsortiumMemberRow.class).stream()
                .sorted(Comparator.comparing((ConsortiumMemberRow row) -> row.province)
                        .thenComparing(row -> row.position))
                .toList();
        var membersByProvince = members.stream().collect(groupingBy(row -> row.province));
        var membershipsByOrganisation = members.stream().collect(groupingBy(row -> row.organisation));
        var officesByChamber = tables.of(VokaOfficeRow.class).stream()
                .filter(row -> row.chamber != null)
                .sorted(Comparator.comparing(row -> row.id))
                .collect(groupingBy(row -> row.chamber));
        Function<OrganisationRow, List<Reference>> consortiaOf = row -> map(
                membershipsByOrganisation.getOrDefault(row.id, List.of()),
                member -> Consortium.reference(member.province));
        partners = new Partners(
                organisations.values().stream()
                        .filter(row -> !row.isChamber())
                        .map(row -> row.partner(consortiaOf.apply(row)))
                        .toList(),
                provinces,
                places,
                this::search);
        chambers = new Chambers(organisations.values().stream()
                .filter(OrganisationRow::isChamber)
                .map(row -> row.chamber(
                        consortiaOf.apply(row),
                        map(
                                officesByChamber.getOrDefault(row.id, List.of()),
                                office -> new Reference(VokaOffice.TYPE, office.id))))
                .toList());
        consortia = new Consortia(map(tables.of(ConsortiumRow.class), row -> {
            var its = membersByProvince.getOrDefault(row.province, List.of());
            return row.fact(
                    its.stream()
                            .filter(ConsortiumMemberRow::leads)
                            .map(member ->
                                    organisations.get(member.organisation).reference())
                            .toList(),
                    its.stream()
                            .filter(member -> !member.leads())
                            .map(member ->
                                    organisations.get(member.organisation).reference())
                            .toList());
        }));
        vokaOffices = new VokaOffices(
                map(tables.of(VokaOfficeRow.class), row -> row.fact(municipalities, places)),
                provinces,
                chambers,
                places);

        services = new Services(map(tables.of(ServiceRow.class), ServiceRow::fact));
        var coveredByDigibank = tables.of(DigibankMunicipalityRow.class).stream()
                .sorted(Comparator.comparing(row -> row.position))
                .collect(groupingBy(row -> row.digibank));
        var pointsByDigibank = tables.of(ServicePointRow.class).stream()
                .filter(row -> row.digibank != null)
                .sorted(Comparator.comparing(row -> row.id))
                .collect(groupingBy(row -> row.digibank));
        digibanks = new Digibanks(
                map(
                        tables.of(DigibankRow.class),
                        row -> row.fact(
                                DigibankRow.covers(coveredByDigibank.getOrDefault(row.id, List.of()), municipalities),
                                map(
                                        pointsByDigibank.getOrDefault(row.id, List.of()),
                                        point -> ServicePoint.reference(point.id)))),
                provinces,
                municipalities,
                this::search);
        var exceptionsByPoint = tables.of(OpeningExceptionRow.class).stream()
                .sorted(Comparator.comparing(row -> row.validFrom))
                .collect(groupingBy(row -> row.servicePoint, mapping(OpeningExceptionRow::fact, toList())));
        var hours = new SharedHours();
        if (before != null) {
            before.servicePoints
                    .all()
                    .forEach(point -> hours.add(
                            point.openingHours(),
                            point.openingExceptions(),
                            point.opening().hours()));
        }
        var shared = new Shared();
        servicePoints = new ServicePoints(
                map(tables.of(ServicePointRow.class), row -> {
                    var exceptions = exceptionsByPoint.getOrDefault(row.id, List.of());
                    var point = row.fact(
                            municipalities, places, hours.of(row.openingHours, exceptions), exceptions, shared);
                    return before == null ? point : before.servicePoints.same(point);
                }),
                provinces,
                municipalities,
                places,
                digibanks,
                services,
                this::search);

        var textsByProgramme = tables.of(ProgrammeTextRow.class).stream().collect(groupingBy(row -> row.programme));
        programmes = new Programmes(tables.of(ProgrammeRow.class).stream()
                .sorted(Comparator.comparing((ProgrammeRow row) -> row.position).thenComparing(row -> row.id))
                .map(row -> row.fact(textsByProgramme.getOrDefault(row.id, List.of())))
                .toList());
        var subjects = new LinkedHashMap<String, Figure.Subject>();
        tables.of(SubjectRow.class).forEach(row -> subjects.put(row.id, row.fact()));
        var disagreements = tables.of(DisagreementRow.class);
        figures = new Figures(
                map(
                        tables.of(FigureRow.class),
                        row -> row.fact(
                                subjects.get(row.subject),
                                DisagreementRow.with(new Reference(Figure.TYPE, row.id), disagreements))),
                programmes,
                provinces);
        timeline = new Timeline(
                map(
                        tables.of(TimelineEventRow.class),
                        row -> row.fact(
                                DisagreementRow.with(new Reference(TimelineEvent.TYPE, row.id), disagreements))),
                programmes);

        guides = new Guides(provinces, places, consortia, partners, vokaOffices, digibanks, servicePoints);
        byType = Map.ofEntries(
                Map.entry(Source.TYPE, sources),
                Map.entry(Province.TYPE, provinces),
                Map.entry(Municipality.TYPE, municipalities),
                Map.entry(Partner.TYPE, partners),
                Map.entry(Chamber.TYPE, chambers),
                Map.entry(Consortium.TYPE, consortia),
                Map.entry(VokaOffice.TYPE, vokaOffices),
                Map.entry(Digibank.TYPE, digibanks),
                Map.entry(ServicePoint.TYPE, servicePoints),
                Map.entry(Programme.TYPE, programmes),
                Map.entry(Figure.TYPE, figures),
                Map.entry(TimelineEvent.TYPE, timeline));
        for (var facts : byType.values()) {
            for (var fact : facts.all()) {
                if (fact instanceof Lasting lasting) {
                    turn(lasting.validFrom());
                    turn(lasting.validTo() == null ? null : lasting.validTo().plusDays(1));
                }
            }
        }
        export = new Export(revision, tables);
    }

    private void turn(LocalDate day) {
        if (day != null) {
            turns.add(day.atStartOfDay(Asked.BELGIUM).toInstant());
        }
    }

    public Revision revision() {
        return revision;
    }

    public Sources sources() {
        return sources;
    }

    public Provinces provinces() {
        return provinces;
    }

    public Municipalities municipalities() {
        return municipalities;
    }

    public Places places() {
        return places;
    }

    public Partners partners() {
        return partners;
    }

    public Chambers chambers() {
        return chambers;
    }

    public Consortia consortia() {
        return consortia;
    }

    public VokaOffices vokaOffices() {
        return vokaOffices;
    }

    public Services services() {
        return services;
    }

    public Digibanks digibanks() {
        return digibanks;
    }

    public ServicePoints servicePoints() {
        return servicePoints;
    }

    public Programmes programmes() {
        return programmes;
    }

    public Figures figures() {
        return figures;
    }

    public Timeline timeline() {
        return timeline;
    }

    public Guides guides() {
        return guides;
    }

    /** How it came to be what it is, revision by revision. */
    public Changes changes() {
        return changes;
    }

    /** The first instant after the given one at which a period of some fact begins, or has ended; the end of time if none. */
    public Instant nextChangeAfter(Instant instant) {
        var next = turns.higher(instant);
        return next == null ? Instant.MAX : next;
    }

    /**
     * Finds every record by its words; the collections ask it as well. It is the largest and slowest part, and made when
     * it is first asked for, which {@link CurrentCatalogue} does before anybody is served.
     */
    public SearchIndex search() {
        var made = search;
        if (made == null) {
            made = makeSearch();
        }
        return made;
    }

    private synchronized SearchIndex makeSearch() {
        if (search == null) {
            search = Entries.index(this);
        }
        return search;
    }

    /** Its facts as JSON. */
    public WrittenFacts written() {
        return written;
    }

    /** The answers that were given of it. */
    public Representations representations() {
        return representations;
    }

    /**
     * What somebody else derives from it, made once and gone with it. It is made while others who ask for the same wait.
     *
     * @param what is derived, of which there is one
     */
    public <T> T derived(Class<T> what, Function<Catalogue, T> making) {
        return what.cast(derived.computeIfAbsent(what, first -> making.apply(this)));
    }

    /** The same as files. */
    public Export export() {
        return export;
    }

    /** The facts of each kind that has an address for each. */
    public Collection<Facts<?>> facts() {
        return byType.values();
    }

    /** The fact behind a reference. */
    public Optional<? extends Fact> find(Reference reference) {
        var facts = byType.get(reference.type());
        return facts == null ? Optional.empty() : facts.named(reference.id());
    }

    private static <R, F> List<F> map(List<R> rows, Function<R, F> fact) {
        return rows.stream().map(fact).toList();
    }
}
