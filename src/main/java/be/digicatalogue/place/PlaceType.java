package be.digicatalogue.place;

import static java.util.stream.Collectors.groupingBy;

import be.digicatalogue.fact.Words;
import be.digicatalogue.province.ProvinceType;
import be.digicatalogue.record.ListDescription;
import be.digicatalogue.record.ListDescription.Licence;
import be.digicatalogue.record.ListDescription.Theme;
import be.digicatalogue.record.RecordKind;
import be.digicatalogue.record.RecordLookup;
import be.digicatalogue.record.RecordType;
import be.digicatalogue.record.SearchDocument;
import java.util.List;

/** The record type of the localities. */
public final class PlaceType {

    public static final RecordType<Place, Places> TYPE = RecordType.of(RecordKind.PLACES, Place.class, Places.class)
            .table(PlaceRow.class, "places")
            .part(PlaceNameRow.class, "place-names", "names")
            .built(build -> {
                var municipalities = build.of(MunicipalityType.TYPE);
                var names = build.rows(PlaceNameRow.class).stream().collect(groupingBy(row -> row.place));
                return new Places(
                        build.rows(PlaceRow.class).stream()
                                .map(row -> row.fact(municipalities, names.getOrDefault(row.id, List.of())))
                                .toList(),
                        municipalities,
                        build.of(ProvinceType.TYPE),
                        build.finder());
            })
            .foundBy(PlaceType::document)
            .derived("province")
            .described(ListDescription.of(
                            Theme.REGI,
                            "Deelgemeenten en plaatsen met postcode en ligging.",
                            "Localities with their postal code and location.")
                    .under(Licence.CC_BY));

    private PlaceType() {}

    private static SearchDocument document(Place place, RecordLookup others) {
        var within = others.of(MunicipalityType.TYPE)
                .named(place.municipality().id())
                .orElseThrow();
        var code = place.postalCode();
        var locality = place.locality();
        var former = others.of(MunicipalityType.TYPE).formerNames(within.id());
        var localities = others.of(TYPE).in(within);
        return SearchDocument.of(place)
                // The locality that gave its name to a municipality, even a former one, is the larger one.
                .standing(
                        locality.equals(within.name()) || former.contains(locality)
                                ? SearchDocument.Rank.CHIEF
                                : SearchDocument.Rank.USUAL)
                .alsoNamed(code + " " + locality)
                .exonyms(locality.equals(within.name()) ? within.translations() : place.translations())
                .knownAs(List.of(code, locality + " " + code))
                .details(within.name())
                .details(former.stream()
                        // When a locality has that name, only that locality is meant, not its neighbours.
                        .filter(name -> localities.stream()
                                .noneMatch(each -> Words.folded(each.locality()).equals(Words.folded(name))))
                        .toArray(String[]::new))
                .whereabouts(others.names(place.province()))
                .sorts("gemeente", "stad", "dorp");
    }
}
