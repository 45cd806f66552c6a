package be.digicatalogue.place;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import be.digicatalogue.geo.GeoPoint;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TypedPlaceTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            B-9000 Gent               | 9000      | Gent
            Gent 9000                 | 9000      | Gent
            's Gravenwezel            | ""        | 's Gravenwezel
            Brussel/Bruxelles         | ""        | Brussel; Bruxelles
            8800 Beveren (Roeselare)  | 8800      | Beveren; Roeselare
            Sint-Niklaas - Sinaai     | ""        | Sint-Niklaas; Sinaai
            Heist o/d Berg            | ""        | Heist op den Berg
            9000, 8500, 9000          | 9000;8500 | ""
            3665 As                   | 3665      | As
            9000Gent                  | 9000      | Gent
            Veldstraat 5, 9000 Gent   | 9000      | Veldstraat 5; Gent
            12345                     | ""        | ""
            """)
    void aTextHasPostalCodesAndNames(String text, String codes, String names) {
        var typed = TypedPlace.of(text);
        assertNull(typed.point());
        assertEquals(codes, String.join(";", typed.postalCodes()));
        assertEquals(names, String.join("; ", typed.names()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            51.05, 3.72          | 51.05   | 3.72
            51,05 3,72           | 51.05   | 3.72
            51,05,3,72           | 51.05   | 3.72
            51.0543° N, 3.7174°E | 51.0543 | 3.7174
            51.0543º 3.7174º     | 51.0543 | 3.7174
            E 3.72 N 51.05       | 51.05   | 3.72
            51.48, 0             | 51.48   | 0
            40.71, -74.01        | 40.71   | -74.01
            N 51 E 3             | 51      | 3
            """)
    void coordinatesAreAPoint(String text, double lat, double lon) {
        assertEquals(new GeoPoint(lat, lon), TypedPlace.of(text).point());
    }

    @ParameterizedTest
    @ValueSource(strings = {"51 3", "51,05", "9000 8500", "Gent", "3 5 7", ""})
    void otherNumbersAreNoPoint(String text) {
        assertNull(TypedPlace.of(text).point());
    }

    @ParameterizedTest
    @CsvSource({
        "75001 Paris, true",
        "F-59000, true",
        "NL-6211 AB, true",
        "L-1234, true",
        "9000, false",
        "De Pinte 9840, false"
    })
    void aPostalCodeTellsAnotherCountry(String text, boolean foreign) {
        assertEquals(foreign, TypedPlace.of(text).foreign());
    }
}
