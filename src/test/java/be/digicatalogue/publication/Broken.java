package be.digicatalogue.publication;

import be.digicatalogue.dataset.Archive;
import be.digicatalogue.dataset.BundledDataset;
import be.digicatalogue.dataset.Column;
import be.digicatalogue.dataset.CsvTables;
import be.digicatalogue.dataset.DataPackage;
import be.digicatalogue.dataset.Dataset;
import be.digicatalogue.fact.Belgium;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;

/** Uploads that must not be published, each with every error that a curator should read about it. */
final class Broken {

    private static final Dataset BUNDLED = BundledDataset.dataset();

    private static final String POINT = "gent-kringwinkel-vlaamsekaai";
    private static final String OFFICE = "voka-gent";
    private static final String FIGURE = "digihub-programme-digihubs-per-province-2023";

    private static final String NO_ZIP = "This is neither a valid zip file nor a workbook (.xlsx).";
    private static final String PLAIN_NAMES = "A zip file may only have plain files whose names stay within it.";
    private static final String NO_WORKBOOK = "This is not a valid workbook (.xlsx).";
    private static final String NO_XML = "Excel does not write XML like this part. …";
    private static final String ACTIVE = "Macros, embedded objects and external links are not allowed. …";
    private static final String NO_CSV = "This is not valid CSV (RFC 4180). …";
    private static final String NO_OUTLINE = "Expected a Polygon or MultiPolygon in GeoJSON…";
    private static final String SLUG =
            "Expected lower-case letters and digits with single hyphens, for instance voka-gent.";
    private static final String ADDRESS = "Expected a web address, for instance https://www.voka.be/contact.";
    private static final String PHONE =
            "Expected a phone number in international notation, for instance +32 9 267 78 00.";
    private static final String CALENDAR = "Expected a year, a month or an existing day, …";
    private static final String DAY = "Expected an existing day as YYYY-MM-DD, …";
    private static final String NUMBER = "Expected a number with a decimal point.";
    private static final String EMPTY = "The value is missing.";

    private final List<BrokenUpload> cases = new ArrayList<>();

    private Broken() {}

    /** An upload, its type, and the errors in the order in which they are told. */
    record BrokenUpload(String name, String type, byte[] upload, List<String> expected) {
        @Override
        public String toString() {
            return name;
        }
    }

    static List<BrokenUpload> bundles() throws IOException {
        var broken = new Broken();
        broken.archives();
        broken.entries();
        broken.texts();
        broken.headers();
        broken.types();
        broken.values();
        broken.references();
        broken.rules();
        broken.dates();
        broken.outlines();
        broken.workbooks();
        return broken.cases;
    }

    static String finding(String file, Integer row, String column, String message) {
        return Stream.of(file, row, column)
                        .map(part -> part == null ? "-" : part.toString())
                        .collect(Collectors.joining(" "))
                + ": " + message;
    }

    private static String whole(String message) {
        return finding(null, null, null, message);
    }

    private static String at(String table, String key, String column, String message) {
        return finding(table + ".csv", rowOf(table, key), column, message);
    }

    /** As a spreadsheet counts; the header is row 1. */
    private static int rowOf(String table, String key) {
        return new ArrayList<>(BUNDLED.of(table).keySet()).indexOf(key) + 2;
    }

    private void refused(String name, byte[] upload, String... expected) {
        cases.add(new BrokenUpload(name, "zip", upload, List.of(expected)));
    }

    private void refusedWorkbook(String name, byte[] upload, String... expected) {
        cases.add(new BrokenUpload(name, "xlsx", upload, List.of(expected)));
    }

    private void value(String table, String key, String column, String value, String message) throws IOException {
        refused(
                table + " " + column + " " + (value.length() > 40 ? value.substring(0, 40) + "…" : value),
                changed(table, key, Map.of(column, value)),
                at(table, key, column, message));
    }

    private void archives() throws IOException {
        var good = changed("voka-offices", OFFICE, Map.of());
        refused("nothing", new byte[0], whole("The request has no content. Send a zip file or a workbook."));
        refused("a text", "id,name\n".getBytes(StandardCharsets.UTF_8), whole(NO_ZIP));
        refused("the first half of a zip", Arrays.copyOf(good, good.length / 2), whole(NO_ZIP));
        refused("a zip without its end", Arrays.copyOf(good, good.length - 10), whole(NO_ZIP));
        refused("a zip of nothing", zip(), whole("There is no table of the dataset in this file."));
        refused(
                "a byte that fell over",
                stored("voka-offices.csv", "id,name\n", bytes -> bytes[bytes.length / 4] ^= 1),
                finding("voka-offices.csv", null, null, "This file is damaged. Create the zip file again."));
        var plainly =
                finding("voka-offices.csv", null, null, "This file has a password or an unsupported compression. …");
        refused("an entry with a password", patched(good, 8, 6, bits -> bits | 1), plainly);
        refused("an entry compressed by XZ", patched(good, 10, 8, method -> 95), plainly);
        refused(
                "a bomb",
                zip("voka-offices.csv", new byte[(int) Archive.MOST_BYTES + 1]),
                finding(
                        "voka-offices.csv",
                        null,
                        null,
                        "The files are too large when unpacked: at most 33554432 bytes are allowed."));
        var quarter = new byte[(int) Archive.MOST_BYTES / 4 + 1];
        refused(
                "a bomb in four parts",
                zip("a/1.csv", quarter, "a/2.csv", quarter, "a/3.csv", quarter, "a/4.csv", quarter),
                finding(
                        "a/4.csv",
                        null,
                        null,
                        "The files are too large when unpacked: at most 33554432 bytes are allowed."));
        refused(
                "a zip in a zip",
                zip("inner.zip", zip("voka-offices.csv", quarter)),
                finding(
                        "inner.zip",
                        null,
                        null,
                        "This file is not part of the dataset. Files of the dataset: sources.csv, …"));
        var many = new LinkedHashMap<String, byte[]>();
        for (int i = 0; i < 70_000; i++) {
            many.put(i + ".csv", new byte[0]);
        }
        refused("70 000 entries", zip(many), whole("The zip file has more than 200 files."));
    }

    private void entries() throws IOException {
        for (var name : List.of(
                "../voka-offices.csv",
                "a/../../voka-offices.csv",
                "/etc/passwd",
                "..\\voka-offices.csv",
                "C:voka-offices.csv",
                "C:\\voka-offices.csv",
                "..")) {
            refused(
                    "an entry called " + name,
                    zip(name, "id\n"),
                    finding(name.replace('\\', '/'), null, null, PLAIN_NAMES));
        }
        var link = new ZipArchiveEntry("voka-offices.csv");
        link.setUnixMode(0120777);
        refused("a symbolic link", archive(link, "/etc/passwd"), finding("voka-offices.csv", null, null, PLAIN_NAMES));
        refused(
                "an entry twice",
                archive(new ZipArchiveEntry("a.csv"), "id\n", new ZipArchiveEntry("a.csv"), "id\n"),
                finding("a.csv", null, null, "This file is in the zip file twice."));
        refused(
                "a file of something else",
                zip("readme.txt", "Hello"),
                finding(
                        "readme.txt",
                        null,
                        null,
                        "This file is not part of the dataset. Files of the dataset: sources.csv, …"));
        refused(
                "folders in a folder",
                zip("a/b/places.csv", "id\n"),
                finding(
                        "b/places.csv",
                        null,
                        null,
                        "This file is not part of the dataset. Files of the dataset: sources.csv, …"));
        refused(
                "a name without end",
                zip("x".repeat(60_000), "id\n"),
                finding(
                        "x".repeat(100) + "…",
                        null,
                        null,
                        "This file is not part of the dataset. Files of the dataset: sources.csv, …"));
    }

    private void texts() throws IOException {
        var utf8 = finding("services.csv", null, null, "This file is not in UTF-8. …");
        refused("Latin-1", zip("services.csv", csv("services").getBytes(StandardCharsets.ISO_8859_1)), utf8);
        refused("UTF-16", zip("services.csv", csv("services").getBytes(StandardCharsets.UTF_16)), utf8);
        refused(
                "Windows-1252",
                zip("services.csv", "code,label_nl\nwifi,“wifi”\n".getBytes(Charset.forName("Cp1252"))),
                utf8);
        refused(
                "a quote without an end",
                text("voka-offices", csv -> csv.replaceFirst("\nvoka-gent,", "\nvoka-gent,\"")),
                finding("voka-offices.csv", rowOf("voka-offices", OFFICE), null, NO_CSV));
        refused(
                "text after a quote",
                text("voka-offices", csv -> csv.replaceFirst("\nvoka-gent,", "\n\"voka\"-gent,")),
                finding("voka-offices.csv", rowOf("voka-offices", OFFICE), null, NO_CSV));
        refused(
                "too many cells",
                text("voka-offices", csv -> csv.replaceFirst("\nvoka-gent,", "\nvoka-gent,,x,x,x,x,")),
                finding("voka-offices.csv", rowOf("voka-offices", OFFICE), null, "This row has more than 20 cells."));
        refused(
                "a million cells",
                text("voka-offices", csv -> csv + "x,".repeat(1_000_000) + "\n"),
                finding("voka-offices.csv", 13, null, "This row has more than 20 cells."));
        for (var invisible :
                List.of("\0", "\u001B", "\u0085", "\t", "\uFFFD", "\u200B", "\u202E", "\uE000", "\uFFFE")) {
            value(
                    "service-points",
                    POINT,
                    "remark_nl",
                    "é" + invisible + "b",
                    String.format(
                            "Expected a text without invisible or control characters; character 2 is U+%04X. Remove it,"
                                    + " or type the text again.",
                            (int) invisible.charAt(0)));
        }
        value("service-points", POINT, "name", "?", "Expected a text with at least one letter or digit. …");
        value("service-points", POINT, "remark_nl", "x".repeat(32_768), "Expected a text of at most 32767 characters.");
        value(
                "service-points",
                POINT,
                "remark_nl",
                "😀".repeat(20_000),
                "Expected a text of at most 32767 characters.");
    }

    private void headers() throws IOException {
        var none = "The first row has no column name, or the names are not separated by commas. Columns: id,…";
        refused("no header", text("places", csv -> csv.substring(csv.indexOf('\n') + 1)), first("places", null, none));
        refused("an empty file", zip("places.csv", ""), first("places", null, none));
        refused("semicolons", text("places", csv -> csv.replace(',', ';')), first("places", null, none));
        refused("tabs", text("places", csv -> csv.replace(',', '\t')), first("places", null, none));
        refused(
                "an unknown column",
                text("places", csv -> csv.replaceFirst("urls", "urls,colour")),
                first("places", null, "There is no such column. Columns: id, postal_code, …"));
        refused(
                "a column with capitals",
                text("places", csv -> csv.replaceFirst("urls", "Urls")),
                first("places", null, "There is no such column. Columns: id, postal_code, …"),
                first("places", "urls", "This column is missing in the first row."));
        refused(
                "a missing column",
                text("places", csv -> csv.replaceFirst(",urls", "")),
                first("places", "urls", "This column is missing in the first row."));
        refused(
                "a column twice",
                text("places", csv -> csv.replaceFirst("urls", "urls,lat")),
                first("places", null, "This column occurs twice."));
    }

    private static String first(String table, String column, String message) {
        return finding(table + ".csv", 1, column, message);
    }

    private void types() throws IOException {
        var whole = "Expected a whole number.";
        value("consortium-members", "limburg,flanders-make", "position", "2.5", whole);
        value("consortium-members", "limburg,flanders-make", "position", "two", whole);
        value("consortium-members", "limburg,flanders-make", "position", "99999999999", whole);
        value("consortium-members", "limburg,flanders-make", "position", "0", "Expected at least 1.");
        for (var number : List.of("51,05", "NaN", "Infinity", "1e3", "0x33", "51.05°", "٥١")) {
            value("voka-offices", OFFICE, "lat", number, NUMBER);
        }
        value("municipalities", "44021", "lat", "51,05", NUMBER);
        for (var bool : List.of("yes", "TRUE", "1", "waar")) {
            value("figures", FIGURE, "each_province", bool, "Expected one of true, false.");
        }
        for (var day : List.of("2025-02-30", "30/01/2025", "2025-1-3", "45678", "0000-01-01", "vandaag")) {
            value("voka-offices", OFFICE, "verified_on", day, DAY);
        }
        for (var date : List.of("2021-13", "2021-02-32", "31-12-2021", "omstreeks 2021")) {
            value("figures", FIGURE, "as_of", date, CALENDAR);
        }
        value("figures", FIGURE, "as_of", "2021-02-30", "Expected a year, a month or an existing day, …");
        value("timeline", "2019-policy-note-announces-labs", "date", "2021-13", CALENDAR);
    }

    private void values() throws IOException {
        var lat = "Expected a number from 49 to 52.";
        value("voka-offices", OFFICE, "lat", "4.4", lat);
        refused(
                "latitude and longitude swapped",
                changed("voka-offices", OFFICE, Map.of("lat", "3.7167", "lon", "51.05")),
                at("voka-offices", OFFICE, "lat", lat),
                at("voka-offices", OFFICE, "lon", "Expected a number from 2 to 7."));
        value("voka-offices", OFFICE, "confirmed", "maybe", "Expected one of address, street, site, municipality, no.");
        value("digibanks", "idl-leuven", "call_round", "6", "Expected a number from 1 to 5.");
        value(
                "organisations",
                "ku-leuven",
                "postal_code",
                "0300",
                "Expected a Belgian postal code of four digits, for instance 9000.");
        value("voka-offices", OFFICE, "email", "voka", "Expected an e-mail address, for instance info@voka.be.");
        value(
                "voka-offices",
                OFFICE,
                "email",
                "info\u2003x@voka.be",
                "Expected an e-mail address, for instance info@voka.be.");
        value("provinces", "limburg", "iso_code", "BE_VLI", "Expected BE- and three capitals, for instance BE-VLI.");
        refused(
                "a slug with capitals",
                changed("figures", FIGURE, Map.of("id", "Digihub")),
                at("figures", FIGURE, "id", SLUG));
        refused(
                "a slug that is too long",
                changed("figures", FIGURE, Map.of("id", "x".repeat(101))),
                at("figures", FIGURE, "id", "Expected a text of at most 100 characters."));
        for (var phone : List.of("09 267 78 00", "+32 negen", "tel:+3292677800", "+32 9 267 78 00 vragen naar Els")) {
            value("voka-offices", OFFICE, "phone", phone, PHONE);
        }
        value(
                "voka-offices",
                OFFICE,
                "phone",
                "+32 912 34",
                "This cannot be a phone number: it is too short or too long for its country.");
        value(
                "organisations",
                "ku-leuven",
                "enterprise_number",
                "0419052174",
                "The check digits are wrong (modulo 97).");
        value(
                "organisations",
                "ku-leuven",
                "enterprise_number",
                "BE 0419.052.173",
                "Expected ten digits without points, for instance 0419052173.");
        for (var url : List.of(
                "javascript:alert(1)",
                "www.voka.be",
                "https://",
                "https:///pad",
                "https://voka.be/een pad",
                "https://voka.be/\u2003pad",
                "ftp://voka.be",
                "https://voka.be/%zz")) {
            value("voka-offices", OFFICE, "website", url, ADDRESS);
        }
        value(
                "voka-offices",
                OFFICE,
                "website",
                "https://els:geheim@voka.be",
                "Expected a web address without a user name or password, for instance https://www.voka.be/contact.");
        value("voka-offices", OFFICE, "urls", "https://voka.be;file:///etc/passwd", ADDRESS);
        value("voka-offices", OFFICE, "urls", "https://voka.be;", "Expected a list without empty items, …");
        for (var column : List.of("name", "postal_code", "municipality", "confirmed")) {
            value("voka-offices", OFFICE, column, "", EMPTY);
        }
        value("figures", FIGURE, "each_province", "", EMPTY);
        value("figures", FIGURE, "value", "", EMPTY);
        value("municipalities", "44021", "lat", "", EMPTY);
        refused(
                "a row without a key",
                changed("figures", FIGURE, Map.of("id", "")),
                at("figures", FIGURE, "id", EMPTY));
        refused(
                "a key twice",
                text("places", csv -> csv + csv.lines().toList().get(1) + "\n"),
                finding(
                        "places.csv",
                        BUNDLED.of("places").size() + 2,
                        "id",
                        "Row 2 has the same key. Each key may occur only once."));
        value(
                "provinces",
                "limburg",
                "nis_code",
                BUNDLED.of("provinces").get("antwerpen").get("nis_code").asText(),
                "antwerpen has the same value. Each value may occur only once.");
        value(
                "organisations",
                "arteveldehogeschool",
                "enterprise_number",
                "0419052173",
                "ku-leuven has the same value. Each value may occur only once.");
    }

    private void references() throws IOException {
        var code = "The table municipalities has no row with this key.";
        value("service-points", POINT, "municipality", "99999", code);
        value(
                "service-points",
                POINT,
                "municipality",
                "Gent",
                "Expected a NIS code of five digits, for instance 44021.");
        value("municipalities", "11007", "merged_into", "99999", code);
        value("voka-offices", OFFICE, "chamber", "voka-mars", "The table organisations has no row with this key.");
        value(
                "voka-offices",
                OFFICE,
                "chamber",
                "ku-leuven",
                "Expected an organisation with chamber-of-commerce in the column kind.");
        value("voka-offices", OFFICE, "sources", "hearsay", "The table sources has no row with this key.");
        value("voka-offices", OFFICE, "sources", "statbel-2025;hearsay", "The table sources has no row with this key.");
        refused(
                "a fact without evidence",
                changed("voka-offices", OFFICE, Map.of("sources", "", "urls", "")),
                at("voka-offices", OFFICE, "sources", "Each fact needs evidence: at least one source or url."));
        value(
                "service-points",
                POINT,
                "services",
                "training;beer",
                "Expected one of device-loan, hardware-collection, training, open-helpdesk, essential-services, repair,"
                        + " public-computers, wifi.");
        // The other direction: what others refer to is gone.
        for (var gone : List.of(
                "digibanks|idl-leuven|digibank",
                "organisations|voka-limburg|organisation chamber",
                "provinces|limburg|province",
                "subjects|digihub-programme|subject",
                "services|wifi|services",
                "sources|vp-digihubs-stand-van-zaken|sources")) {
            var parts = gone.split("\\|");
            refused(parts[0] + " without " + parts[1], without(parts[0], parts[1]), gone(parts[0], parts[1]));
        }
    }

    /** What the catalogue has that refers to a row, in the order of the tables. */
    private static String[] gone(String table, String key) {
        var expected = new ArrayList<String>();
        for (var other : DataPackage.TABLES) {
            BUNDLED.of(other).values().forEach(row -> {
                for (var foreign : other.foreignKeys()) {
                    if (foreign.table().equals(table)
                            && row.path(foreign.column()).asText().equals(key)) {
                        expected.add(finding(
                                other.name(),
                                null,
                                foreign.column(),
                                "The table " + table + " has no row with this key."));
                    }
                }
                for (var column : other.columns()) {
                    if (table.equals(column.items())
                            && Column.texts(row.get(column.name())).contains(key)) {
                        expected.add(finding(
                                other.name(),
                                null,
                                column.name(),
                                "The table " + table + " has no row with this key."));
                    }
                }
            });
        }
        return expected.toArray(String[]::new);
    }

    private void rules() throws IOException {
        value(
                "service-points",
                POINT,
                "opening_hours",
                "(((((",
                "Expected a text with at least one letter or digit. …");
        for (var hours : Map.of(
                        "So 10:00-12:00",
                        "A weekday is written in English: write Mo, Tu, We, Th, Fr, Sa or Su.",
                        "op afspraak in de week",
                        "Unexpected 'op'.",
                        "Mo 25:00-26:00",
                        "Unexpected '25:00-26:00'.",
                        "9u-12u",
                        "Hours need minutes: write 09:00-17:00, not 9-17.",
                        "((((( 9",
                        "Unexpected '((((('.",
                        "Mo-Fr 09:00-",
                        "Unexpected '-'.",
                        "Mo-Fr 09:00-17:00; PH,Dec 24 off",
                        "'PH' has no times, because the comma behind it begins a new rule. Do you mean 'PH off; Dec 24 off'?",
                        "9000",
                        "This is a number. A spreadsheet may have converted the hours.",
                        "08:00-08:01,".repeat(400) + "20:00-21:00",
                        "The text has 4811 characters, but at most 400 are allowed.",
                        "08:00-08:01,".repeat(25) + "20:00-21:00",
                        "A day has 26 periods, but at most 24 are allowed.")
                .entrySet()) {
            value(
                    "service-points",
                    POINT,
                    "opening_hours",
                    hours.getKey(),
                    "These opening hours are not valid. " + hours.getValue()
                            + " Expected the syntax of OpenStreetMap, for instance Mo-Fr 09:00-12:00; Sa 10:00-12:00.");
        }
        exceptions(
                "ends before it begins",
                "2030-01-11,2030-01-07,off",
                2,
                "valid_to",
                "Expected a date that is not before `valid_from` (2030-01-11).");
        exceptions("without hours", "2030-01-07,2030-01-07,", 2, "hours", EMPTY);
        exceptions(
                "with hours of other days",
                "2030-01-07,2030-01-07,Mo-Fr 10:00-12:00",
                2,
                "hours",
                "These hours are not valid. The hours of an exception must be off, or times without days."
                        + " Expected off, or times without days, for instance 10:00-12:00,13:00-15:00.");
        exceptions(
                "with more hours than a day has",
                "2030-01-07,2030-01-07,\"" + "08:00-08:01,".repeat(24) + "20:00-21:00\"",
                2,
                "hours",
                "These hours are not valid. A day has 25 periods, but at most 24 are allowed."
                        + " Expected off, or times without days, for instance 10:00-12:00,13:00-15:00.");
        exceptions(
                "of 8 000 years",
                "2030-01-07,9999-12-31,off",
                2,
                "valid_to",
                "An exception has at most 366 days. Divide a longer period over several rows.");
        exceptions(
                "over another",
                "2030-01-07,2030-01-11,off|2030-01-20,2030-01-20,off|2030-01-11,2030-01-12,10:00-12:00",
                4,
                "valid_from",
                "The exception from 2030-01-07 is about the same days. Each day may have only one.");
        exceptions(
                "around another",
                "2030-01-07,2030-01-11,off|2030-01-01,2030-01-30,off",
                3,
                "valid_from",
                "The exception from 2030-01-07 is about the same days. Each day may have only one.");
        refused(
                "a point in another province",
                changed("voka-offices", OFFICE, Map.of("lat", "50.9311", "lon", "5.3378")),
                at("voka-offices", OFFICE, "lat", "This point is …"));
        refused(
                "a longitude without a latitude",
                changed("voka-offices", OFFICE, Map.of("lat", "")),
                at(
                        "voka-offices",
                        OFFICE,
                        "precision",
                        "Fill in lat, lon and precision together, or leave all three empty."));
        refused(
                "a house number without a street",
                changed("voka-offices", OFFICE, Map.of("house_number", "1", "street", "")),
                at("voka-offices", OFFICE, "house_number", "A house number needs a street."));
        refused(
                "a digibank that ends before it begins",
                changed("digibanks", "idl-leuven", Map.of("valid_from", "2022-02-01", "valid_to", "2022-01-31")),
                at(
                        "digibanks",
                        "idl-leuven",
                        "valid_to",
                        "Expected a date that is not before `valid_from` (2022-02-01)."));
        refused(
                "a period that ends before it begins",
                changed("figures", FIGURE, Map.of("period_start", "2021-05", "period_end", "2020")),
                at("figures", FIGURE, "period_end", "Expected a date that is not before `period_start` (2021-05)."));
        value(
                "municipalities",
                "11007",
                "merged_into",
                "11007",
                "This must be another municipality, and the row needs a valid_to.");
        refused(
                "a merger without a last day",
                changed("municipalities", "11007", Map.of("valid_to", "")),
                at(
                        "municipalities",
                        "11007",
                        "merged_into",
                        "This must be another municipality, and the row needs a valid_to."));
        refused(
                "mergers in a circle",
                edited("municipalities", rows -> {
                    rows.get("11007").put("merged_into", "11056");
                    rows.get("11056").put("merged_into", "11007");
                }),
                at("municipalities", "11007", "merged_into", "These mergers form a circle. …"),
                at("municipalities", "11056", "merged_into", "These mergers form a circle. …"));
        refused(
                "a place twice",
                changed("places", "9030-mariakerke", Map.of("postal_code", "9000", "locality", "Gent")),
                at(
                        "places",
                        "9030-mariakerke",
                        "locality",
                        "9000-gent has the same value. Each value may occur only once."));
        refused(
                "two members at one place",
                changed("consortium-members", "oost-vlaanderen,hogent", Map.of("position", "1")),
                at(
                        "consortium-members",
                        "oost-vlaanderen,hogent",
                        "position",
                        "oost-vlaanderen,ku-leuven has the same value. Each value may occur only once."));
        refused(
                "a figure of a province and of each",
                changed("figures", FIGURE, Map.of("each_province", "true", "province", "limburg")),
                at("figures", FIGURE, "province", "This must be empty when each_province is true."));
        var header = "first_type,first_id,second_type,second_id,note_nl,note_en,sources,urls\n";
        refused(
                "a disagreement with itself",
                zip(
                        "disagreements.csv",
                        header + "figures," + FIGURE + ",figures," + FIGURE + ",x,x,,https://example.org\n"),
                finding("disagreements.csv", 2, "second_id", "A statement cannot contradict itself."));
        refused(
                "a disagreement with nothing",
                zip("disagreements.csv", header + "figures," + FIGURE + ",timeline,nothing,x,x,,https://example.org\n"),
                finding("disagreements.csv", 2, "second_id", "The table timeline has no row with this key."));
    }

    private void exceptions(String name, String rows, int row, String column, String message) throws IOException {
        var csv = new StringBuilder("service_point,valid_from,valid_to,hours,remark_nl,remark_en,sources,urls\n");
        for (var each : rows.split("\\|")) {
            csv.append(POINT).append(',').append(each).append(",,,,https://example.org\n");
        }
        refused(
                "an exception " + name,
                zip("opening-exceptions.csv", csv.toString()),
                finding("opening-exceptions.csv", row, column, message));
    }

    private void dates() throws IOException {
        var point = "service-points," + POINT + ",";
        var evidence = ",exact,,https://example.org";
        var fields = "This field does not exist or has no date. Expected one of openingHours, phone, email, website,"
                + " services, address.";
        var future = "This date is in the future. Expected today at the latest.";
        var tomorrow = LocalDate.now(Belgium.ZONE).plusDays(1);
        var nextMonth = YearMonth.from(tomorrow).plusMonths(1);
        date(
                "of an unknown kind",
                "provinces,limburg,name,2025" + evidence,
                "type",
                "Expected one of partners, chambers, …");
        date(
                "of an unknown record",
                "service-points,nowhere,phone,2025" + evidence,
                "id",
                "The table service-points has no row with this key.");
        date(
                "of a chamber among the partners",
                "partners,voka-limburg,website,2025" + evidence,
                "id",
                "The table partners has no row with this key.");
        date("of an unknown field", point + "colour,2025" + evidence, "field", fields);
        date(
                "of a field that another kind has",
                "digibanks,idl-leuven,services,2025" + evidence,
                "field",
                "This field does not exist…");
        date("of a column", point + "opening_hours,2025" + evidence, "field", fields);
        date(
                "of a field that the record lacks",
                "service-points,aalst-digipunt,openingHours,2025" + evidence,
                "field",
                "This record has no value for that field, so the field cannot have a date.");
        date("of before 1990", point + "phone,1989" + evidence, "known_on", "Expected a date from 1990 on.");
        date("that does not exist", point + "phone,2024-02-30" + evidence, "known_on", "Expected a year, a month or…");
        date("that is none", point + "phone,soon" + evidence, "known_on", CALENDAR);
        date("of tomorrow", point + "phone," + tomorrow + evidence, "known_on", future);
        date("of the next month", point + "phone," + nextMonth + evidence, "known_on", future);
        date("of the next year", point + "phone," + (tomorrow.getYear() + 1) + evidence, "known_on", future);
        date(
                "of another certainty",
                point + "phone,2025,perhaps,,https://example.org",
                "certainty",
                "Expected one of exact, …");
        date(
                "of an unknown source",
                point + "phone,2025,exact,nobody,",
                "sources",
                "The table sources has no row with this key.");
        date(
                "without evidence",
                point + "phone,2025,exact,,",
                "sources",
                "Each fact needs evidence: at least one source or url.");
        value("service-points", POINT, "verified_on", tomorrow.toString(), future);
        value("voka-offices", OFFICE, "verified_on", tomorrow.toString(), future);
    }

    private void date(String name, String row, String column, String message) throws IOException {
        refused(
                "a date " + name,
                zip("fact-dates.csv", "type,id,field,known_on,certainty,sources,urls\n" + row + "\n"),
                finding("fact-dates.csv", 2, column, message));
    }

    private void outlines() throws IOException {
        var file = DataPackage.OUTLINES;
        var noCollection = finding(file, null, null, "Expected a FeatureCollection in GeoJSON (RFC 7946).");
        refused("outlines that are no JSON", zip(file, "{"), noCollection);
        refused("outlines with text after them", zip(file, "{\"features\":[]} {}"), noCollection);
        refused("outlines twice in one", zip(file, "{\"features\":[],\"features\":[]}"), noCollection);
        refused("outlines that are something else", zip(file, "{\"type\":\"Point\"}"), noCollection);
        refused("outlines nested a million deep", zip(file, "[".repeat(1_000_000)), noCollection);
        refused(
                "outlines of three megabytes",
                zip(file, " ".repeat(3 * 1024 * 1024)),
                finding(file, null, null, "This file is too large: at most 2097152 bytes are allowed."));
        for (var geometry : List.of(
                "null",
                "{}",
                "[]",
                "3",
                "\"Polygon\"",
                "{\"type\":\"Point\"}",
                "{\"type\":\"Point\",\"coordinates\":[4,51]}",
                "{\"type\":\"Blob\",\"coordinates\":[]}",
                "{\"type\":\"Polygon\"}",
                "{\"type\":\"Polygon\",\"coordinates\":[]}",
                "{\"type\":\"Polygon\",\"coordinates\":\"none\"}",
                "{\"type\":\"Polygon\",\"coordinates\":[[4,51]]}",
                "{\"type\":\"Polygon\",\"coordinates\":[[[4],[5],[6],[4]]]}",
                "{\"type\":\"Polygon\",\"coordinates\":[[[4,51],[5,51]]]}",
                "{\"type\":\"Polygon\",\"coordinates\":[[[4,51],[5,52],[5,51],[4,52],[4,51]]]}",
                "{\"type\":\"Polygon\",\"coordinates\":[[[\"a\",\"b\"],[5,52],[5,51],[4,51]]]}",
                "{\"type\":\"GeometryCollection\",\"geometries\":[]}")) {
            refused(
                    "an outline " + geometry,
                    outline("limburg", geometry),
                    finding(file, null, "geometry", NO_OUTLINE));
        }
        refused(
                "an outline of an unknown province",
                outline("namur", "{}"),
                finding(file, null, "id", "The table provinces has no row with this key."));
        refused(
                "a province without an outline",
                edited("provinces", rows -> {
                    var province =
                            rows.get("limburg").deepCopy().put("id", "namur").put("iso_code", "BE-WNA");
                    province.put("nis_code", "90000").put("nuts_code", "BE35");
                    rows.put("namur", province);
                }),
                finding(
                        "provinces.csv",
                        BUNDLED.of("provinces").size() + 2,
                        "id",
                        "The outline of this province is missing in " + file + "."));
    }

    private static byte[] outline(String province, String geometry) throws IOException {
        return zip(
                DataPackage.OUTLINES,
                "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"properties\":{\"id\":\""
                        + province + "\"},\"geometry\":" + geometry + "}]}");
    }

    private void workbooks() throws IOException {
        var columns = DataPackage.table("opening-exceptions").orElseThrow().columns().stream()
                .map(Column::name)
                .toArray(String[]::new);
        var header = row(columns);
        var sheet = "opening-exceptions";
        refusedWorkbook("an old workbook", ole2(), whole("This is an old workbook, or one with a password. …"));
        refusedWorkbook("a workbook without content", zip("[Content_Types].xml", "<Types/>"), whole(NO_WORKBOOK));
        refusedWorkbook(
                "an unknown sheet",
                workbook("Blad1", header),
                finding(
                        "Blad1",
                        null,
                        null,
                        "This sheet is not part of the dataset. Sheets of the dataset: sources, …"));
        refusedWorkbook(
                "a sheet without rows",
                workbook(sheet, ""),
                finding(sheet, 1, null, "The first row has no column name, …"));
        refusedWorkbook(
                "a formula",
                workbook(sheet, header + "<row><c><f>1+1</f><v>2</v></c><c><v>45000</v></c></row>"),
                finding(sheet, 2, "service_point", "Formulas are not allowed. Paste the column as values."));
        refusedWorkbook(
                "an error of Excel",
                workbook(sheet, header + "<row><c t='e'><v>#REF!</v></c><c><v>45000</v></c></row>"),
                finding(sheet, 2, "service_point", "This cell has an error of Excel instead of a value."));
        refusedWorkbook(
                "true in a text",
                workbook(sheet, header + "<row><c t='b'><v>1</v></c><c><v>45000</v></c></row>"),
                finding(sheet, 2, "service_point", "Excel made true or false of what you typed. …"));
        refusedWorkbook(
                "a shared text that is not there",
                workbook(sheet, header + "<row><c t='s'><v>2147483647</v></c></row>"),
                finding(sheet, 2, null, "The text of this cell is missing in the workbook: …"));
        refusedWorkbook(
                "a sheet of the strict format",
                workbook(sheet, header + "<row><c t='d'><v>2025-05-03</v></c></row>"),
                whole("This workbook is in the format \"Strict Open XML\", …"));
        refusedWorkbook(
                "days that do not exist",
                workbook(
                        sheet,
                        header + "<row><c t='inlineStr'><is><t>" + POINT + "</t></is></c><c><v>1E300</v></c>"
                                + "<c><v>99999999</v></c></row>"),
                finding(sheet, 2, "valid_from", DAY),
                finding(sheet, 2, "valid_to", DAY));
        refusedWorkbook(
                "a number of a billion digits",
                workbook(sheet, header + "<row><c><v>1E999999999</v></c><c><v>45000</v></c></row>"),
                finding(sheet, 2, "service_point", "Excel made a number of what you typed, and digits may…"));
        var part = "xl/worksheets/sheet1.xml";
        var noXml = finding(part, null, null, NO_XML);
        refusedWorkbook(
                "a number of a million digits",
                workbook(sheet, header + "<row><c><v>" + "9".repeat(1_000_000) + "</v></c></row>"),
                noXml);
        refusedWorkbook(
                "a cell far to the right", workbook(sheet, header + "<row><c r='ZZZZZZ2'><v>1</v></c></row>"), noXml);
        refusedWorkbook(
                "an unknown kind of cell",
                workbook(sheet, header + "<row><c t='q'><v>1</v></c></row>"),
                whole(NO_WORKBOOK));
        refusedWorkbook("a sheet that is no XML", workbook(sheet, header + "<row><c>"), noXml);
        var laughs = new StringBuilder("<!DOCTYPE worksheet [<!ENTITY a0 \"ha\">");
        for (int i = 1; i < 30; i++) {
            laughs.append("<!ENTITY a")
                    .append(i)
                    .append(" \"")
                    .append(("&a" + (i - 1) + ";").repeat(10))
                    .append("\">");
        }
        refusedWorkbook("a billion laughs", parts(Map.of(part, laughs + "]><worksheet>&a29;</worksheet>")), noXml);
        refusedWorkbook(
                "an entity of a file",
                parts(Map.of(
                        part, "<!DOCTYPE w [<!ENTITY f SYSTEM \"file:///etc/passwd\">]><worksheet>&f;</worksheet>")),
                noXml);
        for (var name : List.of(
                "xl/vbaProject.bin",
                "xl/VBAPROJECT.BIN",
                "xl/externalLinks/externalLink1.xml",
                "xl/embeddings/oleObject1.bin",
                "xl/activeX/activeX1.xml",
                "xl/connections.xml")) {
            refusedWorkbook("a workbook with " + name, parts(Map.of(name, "<x/>")), finding(name, null, null, ACTIVE));
        }
        refusedWorkbook(
                "a bomb in a workbook",
                zip(
                        "[Content_Types].xml",
                        "<Types/>".getBytes(StandardCharsets.UTF_8),
                        part,
                        new byte[(int) Archive.MOST_BYTES]),
                finding(
                        part,
                        null,
                        null,
                        "The files are too large when unpacked: at most 33554432 bytes are allowed."));
        refusedWorkbook(
                "a workbook that climbs out",
                zip("[Content_Types].xml", "<Types/>".getBytes(StandardCharsets.UTF_8), "../x.xml", new byte[0]),
                finding("../x.xml", null, null, PLAIN_NAMES));
    }

    /** A workbook with a password, or one from before 2007. */
    private static byte[] ole2() {
        var file = new byte[4096];
        System.arraycopy(
                new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1}, 0, file, 0, 6);
        return file;
    }

    /** A table with other values in one row; an empty one is none. */
    static byte[] changed(String table, String key, Map<String, String> values) throws IOException {
        return changed(table, Map.of(key, values));
    }

    /** A table with other values in some rows, by their keys. */
    static byte[] changed(String table, Map<String, Map<String, String>> valuesByKey) throws IOException {
        return edited(
                table,
                rows -> valuesByKey.forEach((key, values) -> values.forEach((column, value) -> {
                    if (value.isEmpty()) {
                        rows.get(key).remove(column);
                    } else {
                        rows.get(key).put(column, value);
                    }
                })));
    }

    private static byte[] without(String table, String key) throws IOException {
        return edited(table, rows -> rows.remove(key));
    }

    /** A table in which two rows have changed some values with each other. */
    static byte[] swapped(String table, String one, String other, String... columns) throws IOException {
        return edited(table, rows -> {
            for (var column : columns) {
                var value = rows.get(one).get(column);
                rows.get(one).set(column, rows.get(other).get(column));
                rows.get(other).set(column, value);
            }
        });
    }

    private static byte[] edited(String table, Consumer<Map<String, ObjectNode>> change) throws IOException {
        var of = DataPackage.table(table).orElseThrow();
        var dataset = BUNDLED.copy();
        dataset.of(of).replaceAll((key, row) -> row.deepCopy());
        change.accept(dataset.of(of));
        var csv = new ByteArrayOutputStream();
        CsvTables.write(of, dataset.of(of).values().iterator(), csv);
        return zip(of.file(), csv.toByteArray());
    }

    private static String csv(String table) throws IOException {
        var csv = new ByteArrayOutputStream();
        var of = DataPackage.table(table).orElseThrow();
        CsvTables.write(of, BUNDLED.of(of).values().iterator(), csv);
        return csv.toString(StandardCharsets.UTF_8);
    }

    private static byte[] text(String table, UnaryOperator<String> change) throws IOException {
        return zip(table + ".csv", change.apply(csv(table)));
    }

    static byte[] zip(String name, String content) throws IOException {
        return zip(name, content.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] zip(Object... namesAndContents) throws IOException {
        var files = new LinkedHashMap<String, byte[]>();
        for (int i = 0; i < namesAndContents.length; i += 2) {
            files.put((String) namesAndContents[i], (byte[]) namesAndContents[i + 1]);
        }
        return zip(files);
    }

    static byte[] zip(Map<String, byte[]> files) throws IOException {
        var zip = new ByteArrayOutputStream();
        try (var stream = new ZipOutputStream(zip)) {
            for (var file : files.entrySet()) {
                stream.putNextEntry(new ZipEntry(file.getKey()));
                stream.write(file.getValue());
            }
        }
        return zip.toByteArray();
    }

    private static byte[] archive(Object... entriesAndContents) throws IOException {
        var zip = new ByteArrayOutputStream();
        try (var stream = new ZipArchiveOutputStream(zip)) {
            for (int i = 0; i < entriesAndContents.length; i += 2) {
                stream.putArchiveEntry((ZipArchiveEntry) entriesAndContents[i]);
                stream.write(((String) entriesAndContents[i + 1]).getBytes(StandardCharsets.UTF_8));
                stream.closeArchiveEntry();
            }
        }
        return zip.toByteArray();
    }

    /** An entry that is not compressed, so that its bytes can be found. */
    private static byte[] stored(String name, String content, Consumer<byte[]> damage) throws IOException {
        var entry = new ZipArchiveEntry(name);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(content.length());
        var crc = new CRC32();
        crc.update(content.getBytes(StandardCharsets.UTF_8));
        entry.setCrc(crc.getValue());
        var zip = archive(entry, content);
        int at = new String(zip, StandardCharsets.ISO_8859_1).indexOf(content);
        var bytes = Arrays.copyOfRange(zip, at, at + content.length());
        damage.accept(bytes);
        System.arraycopy(bytes, 0, zip, at, bytes.length);
        return zip;
    }

    /** Changes a field of the first entry, in the central directory and before its content. */
    private static byte[] patched(byte[] zip, int central, int local, java.util.function.IntUnaryOperator change) {
        var patched = zip.clone();
        int directory = new String(zip, StandardCharsets.ISO_8859_1).indexOf("PK\u0001\u0002");
        for (int at : new int[] {directory + central, local}) {
            patched[at] = (byte) change.applyAsInt(patched[at]);
        }
        return patched;
    }

    static String row(String... texts) {
        return Arrays.stream(texts)
                .map(text -> "<c t='inlineStr'><is><t>" + text + "</t></is></c>")
                .collect(Collectors.joining("", "<row>", "</row>"));
    }

    /** The least that is a workbook, with one sheet. */
    static byte[] workbook(String sheet, String rows) throws IOException {
        return zip(partsOf(sheet, rows));
    }

    static Map<String, byte[]> partsOf(String sheet, String rows) {
        return bytes(Map.of(
                "[Content_Types].xml",
                "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'>"
                        + "<Override PartName='/xl/workbook.xml' ContentType='application/vnd.openxmlformats-officedocument"
                        + ".spreadsheetml.sheet.main+xml'/></Types>",
                "_rels/.rels",
                "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>"
                        + "<Relationship Id='rId1' Type='http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
                        + "officeDocument' Target='xl/workbook.xml'/></Relationships>",
                "xl/_rels/workbook.xml.rels",
                "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>"
                        + "<Relationship Id='rId1' Type='http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
                        + "worksheet' Target='worksheets/sheet1.xml'/></Relationships>",
                "xl/workbook.xml",
                "<workbook xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main' xmlns:r="
                        + "'http://schemas.openxmlformats.org/officeDocument/2006/relationships'><sheets><sheet name='"
                        + sheet + "' sheetId='1' r:id='rId1'/></sheets></workbook>",
                "xl/worksheets/sheet1.xml",
                "<worksheet xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main'><sheetData>" + rows
                        + "</sheetData></worksheet>"));
    }

    private static byte[] parts(Map<String, String> parts) throws IOException {
        return zip(bytes(parts));
    }

    private static Map<String, byte[]> bytes(Map<String, String> parts) {
        var files = new LinkedHashMap<String, byte[]>();
        files.put("[Content_Types].xml", "<Types/>".getBytes(StandardCharsets.UTF_8));
        parts.forEach((name, content) -> files.put(name, content.getBytes(StandardCharsets.UTF_8)));
        return files;
    }
}
