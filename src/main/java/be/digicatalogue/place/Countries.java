package be.digicatalogue.place;

import static java.util.stream.Collectors.toMap;

import be.digicatalogue.fact.Language;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** The names of countries in four languages, as Java has them from the Unicode CLDR. */
final class Countries {

    private static final String BELGIUM = "BE";

    /** ISO 3166 codes by the letters of the names, read when the first place is typed. */
    private static final Map<String, String> CODES = Stream.of(Locale.getISOCountries())
            .flatMap(code -> Stream.of(Language.values())
                    .map(language -> Map.entry(
                            PlaceNames.letters(
                                    new Locale("", code).getDisplayCountry(Locale.forLanguageTag(language.tag()))),
                            code)))
            .collect(toMap(Map.Entry::getKey, Map.Entry::getValue, (first, second) -> first));

    private Countries() {}

    static boolean isBelgium(String name) {
        return name.equalsIgnoreCase(BELGIUM) || BELGIUM.equals(CODES.get(PlaceNames.letters(name)));
    }

    /** True for the name of another country than Belgium. */
    static boolean isOther(String name) {
        var code = CODES.get(PlaceNames.letters(name));
        return code != null && !code.equals(BELGIUM);
    }
}
