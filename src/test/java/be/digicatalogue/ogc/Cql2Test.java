package be.digicatalogue.ogc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import be.digicatalogue.geo.Located;
import be.digicatalogue.geo.Location;
import be.digicatalogue.geo.Precision;
import be.digicatalogue.ogc.Queryable.Kind;
import be.digicatalogue.record.Attribute;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Filters in CQL2 text, on three records of which the third is hardly known. */
class Cql2Test {

    private record Shop(
            String id,
            String name,
            Double rooms,
            Boolean open,
            LocalDate since,
            List<String> sells,
            Location location) {

        private String kind() {
            return open == null ? null : open ? "shop" : "stall";
        }
    }

    private static final List<String> KINDS = List.of("shop", "stall");

    private static final List<Shop> SHOPS = List.of(
            new Shop(
                    "a",
                    "Café 't Oord",
                    3.0,
                    true,
                    LocalDate.of(2020, 1, 31),
                    List.of("tea", "cake"),
                    new Location(51, 4, Precision.ADDRESS)),
            new Shop(
                    "b",
                    "100% Thee",
                    12.5,
                    false,
                    LocalDate.of(2023, 5, 1),
                    List.of("tea"),
                    new Location(50.5, 5, Precision.ADDRESS)),
            new Shop("c", null, null, null, null, null, null));

    private static final OgcCollection<Shop> COLLECTION = new OgcCollection<>(
            null,
            "shops",
            "Shops",
            "",
            "geometry-point",
            null,
            null,
            shop -> shop.location() == null ? null : (Located) shop::location,
            null,
            null,
            List.of(
                    Queryable.of(Attribute.text("id", "", Shop::id)),
                    Queryable.of(Attribute.text("name", "", Shop::name)),
                    Queryable.of(Attribute.number("rooms", "", Shop::rooms)),
                    new Queryable<Shop>("open", Kind.TRUTH, "", List.of(), null, (shop, view) -> shop.open()),
                    Queryable.of(Attribute.day("since", "", Shop::since)),
                    Queryable.of(Attribute.texts("sells", "", Shop::sells)),
                    new Queryable<Shop>("kind", Kind.TEXT, "", KINDS, null, (shop, view) -> shop.kind()),
                    new Queryable<Shop>(
                            "kinds",
                            Kind.TEXTS,
                            "",
                            KINDS,
                            null,
                            (shop, view) -> shop.kind() == null ? null : List.of(shop.kind()))));

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            id = 'a'                                              | a
            id<>'a'                                               | bc
            'a' = id                                              | a
            "id" = 'a' OR id='c'                                  | ac
            id = 'a' or id = 'b' and rooms > 20                   | a
            (id = 'a' OR id = 'b') AND rooms > 10                 | b
            NOT id = 'a'                                          | bc
            NOT (rooms > 5)                                       | a
            NOT rooms > 5 OR name IS NULL                         | ac
            rooms <> 3                                            | b
            rooms >= 3 AND rooms <= 12.5                          | ab
            rooms BETWEEN 3 AND 12.4                              | a
            rooms NOT BETWEEN 3 AND 12.4                          | b
            rooms = 1.25e1                                        | b
            rooms = -3                                            |
            id IN ('a','c','x')                                   | ac
            id NOT IN ('a')                                       | bc
            name IS NULL                                          | c
            name IS NOT NULL                                      | ab
            name = 'Café ''t Oord'                                | a
            name = 'Café \\'t Oord'                               | a
            name LIKE 'Caf_ %'                                    | a
            name LIKE '%T%'                                       | b
            name NOT LIKE '%T%'                                   | a
            name LIKE '100\\% %'                                  | b
            name LIKE '10\\%%'                                    |
            CASEI(name) LIKE CASEI('%OORD')                       | a
            CASEI(name) = CASEI('100% THEE')                      | b
            CASEI('STRASSE') = CASEI('Straße') AND id = 'a'       | a
            'a\\tb' LIKE 'a_b' AND id = 'b'                       | b
            'a\\\\tb' LIKE 'a__tb' AND id = 'b'                   | b
            S_INTERSECTS(POINT(4 51), POINT(4 51)) AND id = 'b'   | b
            S_WITHIN(POINT(4 51), geometry)                       | a
            S_CONTAINS(geometry, POLYGON((3 50,5 50,5 52,3 50)))  |
            ACCENTI(name) LIKE ACCENTI('Cafe%')                   | a
            CASEI(ACCENTI(name)) LIKE CASEI(ACCENTI('càfé%'))     | a
            open = TRUE                                           | a
            open <> true                                          | b
            TRUE                                                  | abc
            FALSE OR id = 'b'                                     | b
            since < DATE('2023-05-01')                            | a
            since = DATE('2023-05-01')                            | b
            id = name                                             |
            S_INTERSECTS(geometry, POINT(4 51))                   | a
            s_intersects(geometry,BBOX(3.9,50.9,4.1,51.1))        | a
            S_INTERSECTS(BBOX(3,50,6,52), geometry)               | ab
            S_INTERSECTS(geometry, BBOX(179,50,4.5,52))           | a
            S_WITHIN(geometry, POLYGON((3 50,4.5 50,4.5 52,3 52,3 50))) | a
            S_CONTAINS(POLYGON((3 50,4.5 50,4.5 52,3 52,3 50)), geometry) | a
            S_DISJOINT(geometry, POINT(4 51))                     | b
            NOT S_INTERSECTS(geometry, POINT(4 51))               | b
            S_EQUALS(geometry, POINT(5 50.5))                     | b
            S_TOUCHES(geometry, LINESTRING(4 51, 5 51))           | a
            S_CROSSES(geometry, LINESTRING(4 51, 5 51))           |
            S_OVERLAPS(geometry, MULTIPOINT((4 51),(5 51)))       |
            S_INTERSECTS(geometry, MULTIPOLYGON(((3 50,4.5 50,4.5 52,3 50)),((4.9 50,6 50,6 52,4.9 50)))) | a
            S_INTERSECTS(geometry, GEOMETRYCOLLECTION(POINT(4 51),POINT(5 50.5))) | ab
            A_CONTAINS(sells, ('tea','cake'))                     | a
            A_CONTAINS(sells, ())                                 | ab
            A_CONTAINEDBY(sells, ('tea','coffee'))                | b
            A_EQUALS(('cake','tea'), sells)                       | a
            A_OVERLAPS(sells, ('cake','coffee'))                  | a
            A_EQUALS(('a', TRUE, 1.0, 8), (8.0, 1, TRUE, 'a')) AND id = 'a' | a
            A_OVERLAPS((DATE('2020-01-31'), FALSE), (since)) AND id = 'a' | a
            A_CONTAINS(sells, (name))                             |
            open = 1                                              | a
            open IN (0)                                           | b
            0 <> open                                             | a
            open                                                  | a
            kind = 'shop'                                         | a
            kind LIKE 'S%' OR CASEI(kind) = CASEI('SHOP')         | a
            kind > 'anything'                                     | ab
            A_CONTAINS(kinds, ('shop'))                           | a
            rooms-3.0 > 0                                         | b
            rooms > (2-1)                                         | ab
            (rooms + 1) * 2 = 8                                   | a
            rooms + 1 * 2 = 5                                     | a
            ((rooms) = (3))                                       | a
            rooms = 2 + 1 OR rooms = 25 / 2                       | ab
            rooms div 5 = 2                                       | b
            rooms % 5 = 2.5                                       | b
            rooms ^ 2 = 9                                         | a
            rooms = - rooms * -2.0 + rooms / 1 - 2 ^ rooms + 2    | a
            rooms / 0 > 1                                         |
            rooms * 2 BETWEEN 5 AND 3 + 3                         | a
            (rooms > 5) IS NULL                                   | c
            (id = 'a') = (rooms = 3)                              | ab
            geometry IS NOT NULL                                  | ab
            T_AFTER(since, DATE('2020-01-31'))                    | b
            T_BEFORE(since, DATE('2020-01-31'))                   |
            T_BEFORE(since, TIMESTAMP('2020-02-01T00:00:00.000000Z')) | a
            T_EQUALS(since, DATE('2023-05-01'))                   | b
            T_DISJOINT(INTERVAL('..','2022-01-01'), since)        | b
            T_INTERSECTS(since, INTERVAL('2020-01-31T05:32:00Z','2020-02-01T16:50:35Z')) | a
            T_INTERSECTS(INTERVAL(since,'..'), DATE('2021-01-01')) | a
            T_DURING(INTERVAL(since,since), INTERVAL('2020-01-01','2020-12-31')) | a
            T_CONTAINS(INTERVAL('2020-01-01','2024-01-01'), INTERVAL(since,'2023-12-31')) | ab
            T_FINISHES(INTERVAL(since,'2024-01-01'), INTERVAL('2021-01-01','2024-01-01')) | b
            T_FINISHEDBY(INTERVAL(since,'2024-01-01'), INTERVAL('2023-12-31','2024-01-01')) | ab
            T_STARTS(INTERVAL('2020-01-31','2020-02-01'), INTERVAL(since,'..')) | a
            T_STARTEDBY(INTERVAL(since,'..'), INTERVAL('2020-01-31','2020-02-01')) | a
            T_MEETS(INTERVAL('2020-01-01',since), INTERVAL('2020-01-31','2020-02-01')) | a
            T_METBY(INTERVAL('2020-01-31','2020-02-01'), INTERVAL('2020-01-01',since)) | a
            T_OVERLAPS(INTERVAL('2020-01-01',since), INTERVAL('2020-01-15','2021-01-01')) | a
            T_OVERLAPPEDBY(INTERVAL('2020-01-15','2021-01-01'), INTERVAL('2020-01-01',since)) | a
            S_INTERSECTS(geometry, POLYGON((3 50,4.9 52,4.9 50,3 52,3 50))) | a
            S_INTERSECTS(geometry, POLYGON((3 50,4.9 52,4.9 50,3 52,3 50),(4.5 50.1,4.8 50.1,4.8 50.2,4.5 50.1))) | a
            S_INTERSECTS("geometry", BBOX(3, 50.9, -9999.0, 4.5, 51.1, 9999.0)) | a
            S_INTERSECTS(geometry, POLYGON Z ((3 50 1,4.5 50 2,4.5 52 3,3 52 4,3 50 1))) | a
            """)
    void keepsTheRecordsForWhichTheFilterIsTrue(String filter, String expected) {
        assertEquals(
                Optional.ofNullable(expected).orElse(""),
                SHOPS.stream()
                        .filter(read(filter, ReferenceSystem.CRS84))
                        .map(Shop::id)
                        .collect(Collectors.joining()));
    }

    /** The grammar of the standard has 25 characters as white space. */
    @Test
    void takesEveryWhiteSpaceOfTheStandardBetweenWords() {
        "\t\n\u000B\f\r \u0085\u00A0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200A\u2028\u2029\u202F\u205F\u3000"
                .chars()
                .mapToObj(Character::toString)
                .forEach(space -> {
                    var filter =
                            " ( id = 'a' OR id IN ( 'b' , 'c' ) ) AND NOT rooms > 5 + 2 AND S_WITHIN ( geometry , POLYGON ( ( 3 50 , 5 50 , 5 52 , 3 50 ) ) ) OR id = 'a' "
                                    .replace(" ", space);
                    assertEquals(
                            List.of("a"),
                            SHOPS.stream()
                                    .filter(read(filter, ReferenceSystem.CRS84))
                                    .map(Shop::id)
                                    .toList(),
                            () -> "U+%04X".formatted((int) space.charAt(0)));
                });
    }

    /** The character from 1 where it goes wrong, and a part of what is said. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            id =                                    | 5  | attribute or a value
            id = 'a                                 | 6  | no closing quote
            colour = 'red'                          | 1  | geometry, id, name, rooms
            id = 3                                  | 6  | text in single quotes
            rooms = 'many'                          | 9  | a number
            3 = id                                  | 1  | text in single quotes
            open < TRUE                             | 1  | = and <>
            id 'a'                                  | 4  | comparison
            id = 'a' id = 'b'                       | 10 | the end of the filter
            (id = 'a'                               | 10 | )
            id NOT = 'a'                            | 8  | LIKE, BETWEEN, IN
            rooms BETWEEN 1 OR 2                    | 17 | AND
            id BETWEEN 'a' AND 'b'                  | 1  | numbers
            id IN ()                                | 8  | attribute or a value
            rooms LIKE '3%'                         | 1  | texts
            id LIKE name                            | 9  | pattern
            since = DATE('2023-02-30')              | 14 | DATE
            since = TIMESTAMP('2023-02-28T00:00:00Z') | 9 | DATE
            sells = 'tea'                           | 1  | A_CONTAINS
            geometry = 'x'                          | 1  | S_INTERSECTS
            S_INTERSECTS(id, POINT(4 51))           | 14 | geometry
            S_INTERSECTS(geometry, POINT(4))        | 24 | WKT
            S_INTERSECTS(geometry, POINT(4 NaN))    | 24 | -90 to 90
            S_INTERSECTS(geometry, POINT(4 91))     | 24 | -90 to 90
            S_INTERSECTS(geometry, POLYGON((0 0,1 1,0 1,1 0,0 0,1 1,0 1,1 0,0 0,1 1,0 1,1 0,0 0,1 1,0 1,1 0,0 0,1 1,0 1,1 0,0 0,1 1,0 1,1 0,0 0,1 1,0 1,1 0,0 0,1 1,0 1,1 0,0 0))) | 24 | crosses itself
            S_INTERSECTS(geometry, POLYGON((0 0     | 24 | WKT
            S_INTERSECTS(geometry, BBOX(1,2,3))     | 24 | four numbers
            S_NEAR(geometry, POINT(4 51))           | 1  | There is no function `S_NEAR`. Functions: ACCENTI, CASEI, DATE
            id = 'a' AND avg(rooms) < 4             | 14 | There is no function `avg`
            S_WITHIN(geometry, Buffer(geometry, 10)) | 20 | There is no function `Buffer`
            T_DURING(since, DATE('2020-01-01'))     | 10 | INTERVAL(
            T_AFTER(name, DATE('2020-01-01'))       | 9  | a day, an instant or an interval
            T_AFTER(since, INTERVAL('2020','..'))   | 25 | '..'
            T_AFTER(since, INTERVAL('2021-01-01','2020-01-01')) | 16 | start is not after its end
            INTERVAL('2021-01-01','..') = since     | 1  | T_AFTER
            rooms + name > 3                        | 9  | a number
            rooms + > 3                             | 9  | attribute or a value
            rooms + 3                               | 10 | comparison
            (rooms + 3) AND id = 'a'                | 13 | comparison
            open = 2                                | 8  | TRUE, FALSE
            kind = 'Shop'                           | 8  | is not a value of `kind`: expected one of shop, stall
            'stand' <> kind                         | 1  | shop, stall
            kind NOT IN ('shop', 'SHOP')            | 22 | shop, stall
            A_CONTAINS(kinds, ('shop', 'mall'))     | 19 | shop, stall
            A_CONTAINS(id, ('a'))                   | 12 | list
            A_CONTAINS(sells, (3))                  | 20 | text
            NULL                                    | 1  | attribute or a value
            id == 'a'                               | 5  | attribute or a value
            id = 'a'; DROP TABLE shops              | 9  | the end of the filter
            """)
    void refusesWhatItCannotReadAndSaysWhere(String filter, int position, String detail) {
        var bad = assertThrows(BadFilter.class, () -> read(filter, ReferenceSystem.CRS84));
        assertTrue(bad.getMessage().startsWith("Invalid `filter` at character " + position), bad.getMessage());
        assertTrue(bad.getMessage().contains(detail), bad.getMessage());
    }

    @Test
    void readsGeometriesInTheSystemThatIsNamed() {
        var inMetres = "S_INTERSECTS(geometry, BBOX(123000,187000,125000,189000))";
        assertEquals(
                List.of("a"),
                SHOPS.stream()
                        .filter(read(inMetres, ReferenceSystem.LAMBERT_72))
                        .map(Shop::id)
                        .toList());
        assertEquals(
                List.of("a"),
                SHOPS.stream()
                        .filter(read("S_EQUALS(geometry, POINT(51 4))", ReferenceSystem.WGS84))
                        .map(Shop::id)
                        .toList());
    }

    @Test
    void isNeitherSlowedNorBrokenByWhatIsMadeToDoThat() {
        var nested = "(".repeat(2_000) + "id = 'a'" + ")".repeat(1_900);
        assertThrows(BadFilter.class, () -> read(nested, ReferenceSystem.CRS84));
        assertThrows(BadFilter.class, () -> read("NOT ".repeat(900) + "TRUE", ReferenceSystem.CRS84));
        assertThrows(BadFilter.class, () -> read("CASEI(".repeat(600) + "id", ReferenceSystem.CRS84));
        var many = "id IN ('x'" + ",'x'".repeat(900) + ",'a')";
        assertEquals(1, SHOPS.stream().filter(read(many, ReferenceSystem.CRS84)).count());
        // Going back to every wildcard would take longer than the sun has left.
        assertTimeoutPreemptively(
                Duration.ofSeconds(20), () -> assertTrue(!Cql2.matches("a".repeat(200), "%a".repeat(90) + "%b")));
    }

    /** As long as filters may be, and each of them more work than all records are worth, if it were done as written. */
    @Test
    void aGeometryThatIsMadeToTakeLongIsRefusedOrWorkedOutOnce() {
        var zigzag = "0 0" + ",9e5 9e5,0 0".repeat(300);
        var crossing = "0 0" + ",9e5 9e5,9e5 0,0 9e5,0 0".repeat(140);
        for (var hostile : List.of(
                "S_CROSSES(LINESTRING(" + zigzag + "),geometry)",
                "S_WITHIN(geometry,POLYGON((" + crossing + ")))",
                "S_INTERSECTS(geometry,POLYGON((0 0" + ",9e5 9e5,9e5 0,0 9e5,0 0".repeat(100) + ")))")) {
            assertThrows(
                    BadFilter.class,
                    () -> assertTimeoutPreemptively(
                            Duration.ofSeconds(20), () -> read(hostile, ReferenceSystem.LAMBERT_72)));
        }
        var half = "0 0" + ",9 9,0 0".repeat(120);
        var alike = read("S_EQUALS(LINESTRING(" + half + "),LINESTRING(0 0,9 9))", ReferenceSystem.CRS84);
        var long72 = read(
                "S_DISJOINT(geometry,LINESTRING(0 0" + ",9e5 9e5,0 0".repeat(200) + "))", ReferenceSystem.LAMBERT_72);
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            for (int i = 0; i < 100_000; i++) {
                assertTrue(alike.test(SHOPS.get(0)));
                assertTrue(long72.test(SHOPS.get(0)));
            }
        });
        var twice = "S_DISJOINT(geometry,LINESTRING(" + half + "))";
        assertThrows(BadFilter.class, () -> read(twice + " AND " + twice + " AND " + twice, ReferenceSystem.CRS84));
    }

    private static Filter<Shop> read(String filter, ReferenceSystem system) {
        return Cql2.filter(filter, COLLECTION, system, null, null);
    }
}
