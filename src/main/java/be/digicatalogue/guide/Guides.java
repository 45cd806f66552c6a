package be.digicatalogue.guide;

import be.digicatalogue.catalogue.Catalogue;
import be.digicatalogue.digibank.DigibankType;
import be.digicatalogue.digibank.Digibanks;
import be.digicatalogue.digibank.ServicePointType;
import be.digicatalogue.digibank.ServicePoints;
import be.digicatalogue.digihub.Consortia;
import be.digicatalogue.digihub.Consortium;
import be.digicatalogue.digihub.ConsortiumType;
import be.digicatalogue.fact.CalendarDate;
import be.digicatalogue.fact.Language;
import be.digicatalogue.fact.Message;
import be.digicatalogue.fact.Text;
import be.digicatalogue.organisation.Partner;
import be.digicatalogue.organisation.PartnerType;
import be.digicatalogue.organisation.Partners;
import be.digicatalogue.place.Municipality;
import be.digicatalogue.place.Origin;
import be.digicatalogue.place.Place;
import be.digicatalogue.place.PlaceType;
import be.digicatalogue.place.Places;
import be.digicatalogue.province.Province;
import be.digicatalogue.province.ProvinceType;
import be.digicatalogue.province.Provinces;
import be.digicatalogue.question.Parameters;
import be.digicatalogue.voka.VokaOfficeType;
import be.digicatalogue.voka.VokaOffices;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Assembles a guide from the records of other features. */
public record Guides(
        Provinces provinces,
        Places places,
        Consortia consortia,
        Partners partners,
        VokaOffices vokaOffices,
        Digibanks digibanks,
        ServicePoints servicePoints) {

    /** The guides of a catalogue. */
    public static Guides of(Catalogue catalogue) {
        return catalogue.derived(
                Guides.class,
                all -> new Guides(
                        all.of(ProvinceType.TYPE),
                        all.of(PlaceType.TYPE),
                        all.of(ConsortiumType.TYPE),
                        all.of(PartnerType.TYPE),
                        all.of(VokaOfficeType.TYPE),
                        all.of(DigibankType.TYPE),
                        all.of(ServicePointType.TYPE)));
    }

    private static final int SERVICE_POINTS = 5;
    /** The number of offices for a place without a digihub. */
    private static final int NEAREST_OFFICES = 3;

    private static final Text NO_DIGIHUB_IN_BRUSSELS = Text.of(
            "Brussel heeft geen digihub: de digihubs zijn er voor de vijf Vlaamse provincies. U krijgt de dichtstbijzijnde"
                    + " Voka-kantoren en digibankpunten.",
            "Brussels has no digihub: the digihubs serve the five Flemish provinces. These are the nearest Voka offices"
                    + " and digibank points.");
    private static final Text OUTSIDE = Text.of(
            "Dit punt ligt niet in Vlaanderen of Brussel. U krijgt de dichtstbijzijnde Voka-kantoren en digibankpunten.",
            "This point lies outside Flanders and Brussels. These are the nearest Voka offices and digibank points.");

    /** Parses exactly one origin: {@code lat} and {@code lon}, {@code postalCode}, {@code place}, {@code near} or {@code municipality}. */
    public Origin question(Parameters parameters, LocalDate today) {
        var origin = places.originOrMunicipality(parameters, today);
        if (Places.ORIGIN.stream().noneMatch(parameters::has) && !parameters.has("municipality")) {
            parameters.refuse("postalCode", Message.of("place.noOrigin"));
        }
        return origin;
    }

    public Guide answer(Origin origin, LocalDate today) {
        var province = places.provinces(origin).stream().findFirst().orElse(null);
        var place = province == null ? null : place(origin, province);
        var covered = province == null ? List.<Municipality>of() : municipalities(origin, place);
        var consortium =
                province == null ? null : consortia.named(province.id()).orElse(null);
        return new Guide(
                place,
                covered.isEmpty() ? null : covered.get(0),
                province,
                consortium,
                consortium == null ? List.of() : partnersOf(consortium),
                consortium == null
                        ? vokaOffices.nearest(origin.point()).stream()
                                .limit(NEAREST_OFFICES)
                                .toList()
                        : vokaOffices.nearest(origin.point(), province.reference()),
                digibanks.covering(covered),
                servicePoints.nearest(origin.point(), SERVICE_POINTS),
                remark(province, consortium, today));
    }

    private static Text remark(Province province, Consortium consortium, LocalDate today) {
        if (consortium == null) {
            return province == null ? OUTSIDE : NO_DIGIHUB_IN_BRUSSELS;
        }
        return consortium.endedOn(today)
                ? ended(consortium.name(), consortium.validTo().toString())
                : null;
    }

    private static Text ended(String digihub, String lastDay) {
        return new Text(
                digihub + " is gestopt. De laatste dag was " + CalendarDate.inWords(lastDay, Language.NL)
                        + ". De kennispartners namen eraan deel.",
                digihub + " a pris fin. Le dernier jour était le " + CalendarDate.inWords(lastDay, Language.FR)
                        + ". Les partenaires y ont participé.",
                digihub + " ist beendet. Der letzte Tag war der " + CalendarDate.inWords(lastDay, Language.DE)
                        + ". Die Partner haben daran teilgenommen.",
                digihub + " has ended. Its last day was " + CalendarDate.inWords(lastDay, Language.EN)
                        + ". The knowledge partners took part in it.");
    }

    private List<Partner> partnersOf(Consortium consortium) {
        return partners.named(consortium.knowledgePartners());
    }

    private Place place(Origin origin, Province province) {
        if (origin.municipality() != null) {
            return places.in(origin.municipality()).stream()
                    .filter(place ->
                            place.locality().equals(origin.municipality().name()))
                    .findFirst()
                    .orElse(null);
        }
        if (origin.places().isEmpty()) {
            return places.nearest(origin.point(), province.reference());
        }
        return origin.places().stream()
                .min(Comparator.comparing((Place place) -> !place.locality()
                                .equals(places.municipality(place).orElseThrow().name()))
                        .thenComparing(place -> place.location().point().distanceMetres(origin.point()))
                        .thenComparing(Place::id))
                .orElseThrow();
    }

    /** The municipalities of an origin, that of the place first; a postal code can extend into another. */
    private List<Municipality> municipalities(Origin origin, Place place) {
        if (origin.municipality() != null) {
            return List.of(origin.municipality());
        }
        return Stream.concat(Stream.of(place), origin.places().stream())
                .map(each -> places.municipality(each).orElseThrow())
                .distinct()
                .toList();
    }
}
