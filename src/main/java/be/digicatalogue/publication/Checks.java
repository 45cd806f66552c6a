package be.digicatalogue.publication;

import be.digicatalogue.dataset.Column;
import be.digicatalogue.dataset.DataPackage;
import be.digicatalogue.dataset.Dataset;
import be.digicatalogue.dataset.DatedField;
import be.digicatalogue.dataset.DigitCode;
import be.digicatalogue.dataset.Draft;
import be.digicatalogue.dataset.Finding;
import be.digicatalogue.dataset.Report;
import be.digicatalogue.dataset.Table;
import be.digicatalogue.fact.Belgium;
import be.digicatalogue.fact.Message;
import be.digicatalogue.fact.Text;
import be.digicatalogue.fact.Words;
import be.digicatalogue.geo.Borders;
import be.digicatalogue.geo.GeoPoint;
import be.digicatalogue.geo.Outline;
import be.digicatalogue.hours.HoursDoubts;
import be.digicatalogue.hours.OpeningException;
import be.digicatalogue.hours.OpeningHours;
import be.digicatalogue.hours.UnreadableHours;
import be.digicatalogue.record.ReviewedField;
import be.digicatalogue.record.Schema;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The rules of a whole dataset that are checked before it is published: the constraints of its columns, its references, and
 * rules about its subject. The database has the same rules as constraints; here errors are reported by file, row and column.
 */
final class Checks {

    /** A point farther than this from every locality of its municipality is probably in another one. */
    private static final int DOUBTFUL_METRES = 12_000;

    private static final int WRONG_METRES = 40_000;

    /** How far outside its municipality a point may be: the outlines are simplified, and so are the borders of some sources. */
    private static final int OUTSIDE_METRES = 300;

    /** Nobody who answers a phone serves points so far apart, unless they are of one organisation. */
    private static final int FAR_APART_METRES = 25_000;

    /** No municipality has merged more than three times since 1977; following mergers must end. */
    private static final int MOST_MERGERS = 20;

    /** Each day of an exception uses memory in every catalogue. */
    private static final int LONGEST_EXCEPTION_DAYS = 366;

    /** Older dates cannot be about help with computers. */
    private static final String OLDEST_DATE = "1990";

    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");

    /** A date as spreadsheets in the languages of the country write it to CSV: {@code 3-mei}, {@code mai-17}, {@code 3/05/2025}. */
    private static final Pattern DATE = Pattern.compile(
            "([0-9]{1,2}[-/. ])?(jan|feb|f[ée]v|mrt|mar|m[äa]r|apr|avr|mei|may|mai|jun|juin|jul|juil|aug|ao[uû]|sep|okt|oct|nov"
                    + "|dec|d[ée]c|dez)[a-zä]{0,2}\\.?([-/. ][0-9]{1,4})?"
                    + "|[0-9]{1,2}[-/.][0-9]{1,2}[-/.](19|20)[0-9]{2}|(19|20)[0-9]{2}-[0-9]{2}-[0-9]{2}",
            Pattern.CASE_INSENSITIVE);

    private static final PhoneNumberUtil PHONES = PhoneNumberUtil.getInstance();

    private final Dataset dataset;
    private final Draft draft;
    private final Report report;
    private final LocalDate today = LocalDate.now(Belgium.ZONE);

    private Checks(Dataset dataset, Draft draft, Report report) {
        this.dataset = dataset;
        this.draft = draft;
        this.report = report;
    }

    /** Adds all errors and warnings about the dataset to the report; the draft has the positions of its rows. */
    static void check(Dataset dataset, Draft draft, Report report) {
        check(dataset, draft, report, () -> {});
    }

    /** Checks the dataset; {@code step} runs each time that a table starts. */
    static void check(Dataset dataset, Draft draft, Report report, Runnable step) {
        var checks = new Checks(dataset, draft, report);
        for (var table : DataPackage.TABLES) {
            step.run();
            checks.constraints(table);
            checks.references(table);
            checks.rules(table);
        }
        checks.hours();
        checks.disagreements();
        checks.dates();
        checks.pointsInTheirMunicipality();
        checks.postalCodes();
        checks.lookAlikes();
        checks.phones();
        checks.outlinesOfProvinces();
    }

    /** The statements of a dataset that contradict one another: a finding about the first of two, with what the note says. */
    static Stream<CatalogueCheck.RowFinding> contradictions(Dataset dataset) {
        return dataset.of("disagreements").values().stream()
                .flatMap(row -> DataPackage.table(row.path("first_type").asText()).stream()
                        .map(table -> new CatalogueCheck.RowFinding(
                                table,
                                row.path("first_id").asText(),
                                null,
                                null,
                                Message.of(
                                        "worklist.disagreement",
                                        Text.of(
                                                row.path("note_nl").asText(null),
                                                row.path("note_en").asText(null))))));
    }

    private void constraints(Table table) {
        var values = new HashMap<Column, Map<JsonNode, String>>();
        dataset.of(table).forEach((key, row) -> {
            for (var column : table.columns()) {
                var value = row.get(column.name());
                if (Column.isEmpty(value)) {
                    if (column.required() && !unread(table, key, column.name())) {
                        error(table, key, column.name(), null, Message.of("finding.valueMissing"));
                    }
                    continue;
                }
                var problem = column.problem(value);
                if (problem != null) {
                    error(table, key, column.name(), column.text(value), Message.of("finding.expected", problem));
                }
                if (column.unique()) {
                    var other = values.computeIfAbsent(column, first -> new HashMap<>())
                            .putIfAbsent(value, key);
                    if (other != null) {
                        error(
                                table,
                                key,
                                column.name(),
                                column.text(value),
                                Message.of("finding.sameValue", Finding.cut(other)));
                    }
                }
            }
        });
    }

    private void references(Table table) {
        dataset.of(table).forEach((key, row) -> {
            for (var foreign : table.foreignKeys()) {
                var value = row.path(foreign.column()).asText("");
                if (hasValue(table, row, foreign.column())
                        && !dataset.of(foreign.table()).containsKey(value)) {
                    unknown(table, key, foreign.column(), value, foreign.table());
                }
            }
            for (var column : table.columns()) {
                if (column.items() != null && hasValue(table, row, column.name())) {
                    for (var id : Column.texts(row.get(column.name()))) {
                        if (!dataset.of(column.items()).containsKey(id)) {
                            unknown(table, key, column.name(), id, column.items());
                        }
                    }
                }
            }
        });
    }

    /** True when a column has a valid value; an invalid one is reported. */
    private static boolean hasValue(Table table, ObjectNode row, String column) {
        var value = row.get(column);
        return !Column.isEmpty(value) && table.column(column).orElseThrow().problem(value) == null;
    }

    /** True when the value of a cell could not be read, which has been reported already. */
    private boolean unread(Table table, String key, String column) {
        return draft.line(table, key)
                .filter(line -> line.unread().contains(column))
                .isPresent();
    }

    private void unknown(Table table, String key, String column, String value, String in) {
        error(table, key, column, value, Message.of("finding.unknownKey", in));
    }

    private void rules(Table table) {
        var postalCodes = new HashMap<String, String>();
        var positions = new HashMap<String, String>();
        dataset.of(table).forEach((key, row) -> {
            if (table.has("urls") && Column.isEmpty(row.get("urls")) && Column.isEmpty(row.get("sources"))) {
                error(table, key, "sources", null, Message.of("finding.noEvidence"));
            }
            together(table, key, row);
            if (row.has("house_number") && !row.has("street")) {
                error(table, key, "house_number", row.get("house_number").asText(), Message.of("finding.noStreet"));
            }
            inOrder(table, key, row, "valid_from", "valid_to");
            inOrder(table, key, row, "period_start", "period_end");
            inOrder(table, key, row, "date", "end_date");
            for (var column : table.columns()) {
                var value = row.get(column.name());
                if (hasValue(table, row, column.name())) {
                    switch (column.name()) {
                        case "enterprise_number" -> enterpriseNumber(table, key, value.asText());
                        case "phone" -> phone(table, key, value.asText());
                        case "house_number" -> houseNumber(table, key, value.asText());
                        case "date", "end_date", "period_start", "period_end", "as_of", "known_on" ->
                            calendarDate(table, key, column.name(), value.asText());
                        case "verified_on" -> notInFuture(table, key, column.name(), value.asText());
                        default -> {
                            // only the constraints
                        }
                    }
                }
            }
            switch (table.name()) {
                case "municipalities" -> merger(table, key, row);
                case "places" ->
                    once(
                            table,
                            key,
                            "locality",
                            postalCodes,
                            row.path("postal_code").asText() + " "
                                    + row.path("locality").asText());
                case "consortium-members" ->
                    once(
                            table,
                            key,
                            "position",
                            positions,
                            row.path("province").asText() + " "
                                    + row.path("position").asText());
                case "figures" -> {
                    if (row.path("each_province").asBoolean() && row.has("province")) {
                        error(
                                table,
                                key,
                                "province",
                                row.get("province").asText(),
                                Message.of("finding.provinceOfEach"));
                    }
                }
                case "provinces" -> outline(table, key, row);
                case "voka-offices" -> chamber(table, key, row);
                default -> {
                    // no rules of its own
                }
            }
        });
    }

    private void outline(Table table, String key, ObjectNode row) {
        if (!row.has("outline")) {
            error(table, key, "id", key, Message.of("finding.noOutline", DataPackage.OUTLINES));
            return;
        }
        try {
            Outline.checked(row.get("outline").asText());
        } catch (IllegalArgumentException noOutline) {
            report.add(Finding.error(
                    DataPackage.OUTLINES,
                    null,
                    "geometry",
                    key,
                    Message.of("finding.expected", Message.of("expected.outline"))));
        }
    }

    private void outlinesOfProvinces() {
        for (var province : draft.outlined()) {
            if (!dataset.of("provinces").containsKey(province)) {
                report.add(Finding.error(
                        DataPackage.OUTLINES, null, "id", province, Message.of("finding.unknownKey", "provinces")));
            }
        }
    }

    private void chamber(Table table, String key, ObjectNode row) {
        var chamber = dataset.of("organisations").get(row.path("chamber").asText());
        if (chamber != null && !chamber.path("kind").asText().equals("chamber-of-commerce")) {
            error(
                    table,
                    key,
                    "chamber",
                    row.get("chamber").asText(),
                    Message.of("finding.expected", Message.of("expected.chamber")));
        }
    }

    private void together(Table table, String key, ObjectNode row) {
        if (table.has("precision")
                && Stream.of("lat", "lon", "precision").noneMatch(column -> unread(table, key, column))
                && (row.has("lat") != row.has("lon") || row.has("lat") != row.has("precision"))) {
            error(table, key, "precision", row.path("precision").asText(null), Message.of("finding.halfLocation"));
        }
    }

    private void inOrder(Table table, String key, ObjectNode row, String first, String last) {
        if (row.has(first) && row.has(last)) {
            var from = row.get(first).asText();
            var to = row.get(last).asText();
            // A year or month stands for any of its days.
            int length = Math.min(from.length(), to.length());
            if (to.substring(0, length).compareTo(from.substring(0, length)) < 0) {
                error(
                        table,
                        key,
                        last,
                        to,
                        Message.of("finding.expected", Message.of("expected.notBefore", first, from)));
            }
        }
    }

    private void enterpriseNumber(Table table, String key, String number) {
        if (!DigitCode.hasCheckDigits(number)) {
            error(table, key, "enterprise_number", number, Message.of("finding.checkDigits"));
        }
    }

    private void houseNumber(Table table, String key, String number) {
        if (DATE.matcher(number).matches()) {
            error(table, key, "house_number", number, Message.of("bundle.dateInText", number));
        }
    }

    private void phone(Table table, String key, String phone) {
        try {
            if (!PHONES.isPossibleNumber(PHONES.parse(phone, null))) {
                error(table, key, "phone", phone, Message.of("finding.phoneLength"));
            } else if (!PHONES.isValidNumber(PHONES.parse(phone, null))) {
                warning(table, key, "phone", phone, Message.of("finding.phoneNotInUse"));
            }
        } catch (NumberParseException malformed) {
            error(table, key, "phone", phone, Message.of("finding.expected", Message.of("expected.phone")));
        }
    }

    private void calendarDate(Table table, String key, String column, String date) {
        if (date.length() == 10) {
            try {
                LocalDate.parse(date);
            } catch (java.time.DateTimeException noSuchDay) {
                error(table, key, column, date, Message.of("finding.expected", Message.of("expected.date")));
            }
        }
    }

    /** @param date a year, a month or a day; a year or month that has started is not in the future */
    private boolean notInFuture(Table table, String key, String column, String date) {
        boolean future = date.compareTo(today.toString().substring(0, date.length())) > 0;
        if (future) {
            error(table, key, column, date, Message.of("finding.dateInFuture"));
        }
        return !future;
    }

    private void merger(Table table, String key, ObjectNode row) {
        if (row.has("merged_into")
                && (!row.has("valid_to") || row.get("merged_into").asText().equals(key))) {
            error(table, key, "merged_into", row.get("merged_into").asText(), Message.of("finding.mergedInto"));
        } else if (row.has("merged_into") && !endsInForce(row)) {
            error(table, key, "merged_into", row.get("merged_into").asText(), Message.of("finding.mergerCycle"));
        }
    }

    private boolean endsInForce(ObjectNode municipality) {
        var last = dataset.of("municipalities")
                .get(inForce(municipality.get("merged_into").asText()));
        return last == null || !last.has("merged_into");
    }

    /** The NIS code of the municipality that one has become after all its mergers. */
    private String inForce(String municipality) {
        var code = municipality;
        for (int mergers = 0; mergers < MOST_MERGERS; mergers++) {
            var row = dataset.of("municipalities").get(code);
            if (row == null || !row.has("merged_into")) {
                break;
            }
            code = row.get("merged_into").asText();
        }
        return code;
    }

    private void once(Table table, String key, String column, Map<String, String> seen, String value) {
        var other = seen.putIfAbsent(value, key);
        if (other != null) {
            error(table, key, column, value, Message.of("finding.sameValue", Finding.cut(other)));
        }
    }

    private void hours() {
        var points = DataPackage.table("service-points").orElseThrow();
        var exceptions = DataPackage.table("opening-exceptions").orElseThrow();
        dataset.of(points).forEach((key, row) -> {
            if (hasValue(points, row, "opening_hours")) {
                var hours = row.get("opening_hours").asText();
                var unreadable = unreadable(() -> OpeningHours.parse(hours, List.of()));
                if (unreadable.isPresent()) {
                    var why = unreadable.get();
                    error(points, key, "opening_hours", hours, Message.of("finding.unreadableHours", why));
                } else {
                    HoursDoubts.about(hours, today)
                            .forEach(doubt -> warning(points, key, "opening_hours", hours, doubt));
                }
            }
        });
        var byPoint = new HashMap<String, NavigableMap<LocalDate, LocalDate>>();
        dataset.of(exceptions).forEach((key, row) -> {
            if (row.has("valid_from") && row.has("valid_to") && row.has("hours")) {
                exception(
                        exceptions,
                        key,
                        row,
                        byPoint.computeIfAbsent(row.path("service_point").asText(), first -> new TreeMap<>()));
            }
        });
    }

    /** @param others the earlier exceptions of the same point: their last days by their first */
    private void exception(Table table, String key, ObjectNode row, NavigableMap<LocalDate, LocalDate> others) {
        var from = LocalDate.parse(row.get("valid_from").asText());
        var to = LocalDate.parse(row.get("valid_to").asText());
        if (to.isBefore(from)) {
            return; // reported as dates that are not in order
        }
        if (!to.isBefore(from.plusDays(LONGEST_EXCEPTION_DAYS))) {
            error(table, key, "valid_to", to.toString(), Message.of("finding.longException", LONGEST_EXCEPTION_DAYS));
            return;
        }
        var hours = row.get("hours").asText();
        // One day is enough to check the hours.
        unreadable(() -> OpeningHours.unknown(List.of(new OpeningException(from, from, hours, null, List.of()))))
                .ifPresent(why -> error(table, key, "hours", hours, Message.of("finding.unreadableException", why)));
        var other = others.floorEntry(to);
        if (other != null && !other.getValue().isBefore(from)) {
            error(
                    table,
                    key,
                    "valid_from",
                    from.toString(),
                    Message.of("finding.overlappingException", other.getKey()));
        } else {
            others.put(from, to);
        }
    }

    private static java.util.Optional<Message> unreadable(Runnable reading) {
        try {
            reading.run();
            return java.util.Optional.empty();
        } catch (UnreadableHours unreadable) {
            return java.util.Optional.of(unreadable.reason());
        }
    }

    private void disagreements() {
        var table = DataPackage.table("disagreements").orElseThrow();
        dataset.of(table).forEach((key, row) -> {
            for (var side : List.of("first", "second")) {
                var type = row.path(side + "_type").asText();
                var id = row.path(side + "_id").asText();
                if (DataPackage.table(type).isPresent() && !dataset.of(type).containsKey(id)) {
                    unknown(table, key, side + "_id", id, type);
                }
            }
            if (Objects.equals(row.get("first_type"), row.get("second_type"))
                    && Objects.equals(row.get("first_id"), row.get("second_id"))) {
                error(table, key, "second_id", row.path("second_id").asText(), Message.of("finding.selfDisagreement"));
            }
        });
    }

    private void dates() {
        dataset.of(DatedField.TABLE).forEach((key, row) -> {
            var knownOn = row.path("known_on").asText();
            if (hasValue(DatedField.TABLE, row, "known_on")
                    && notInFuture(DatedField.TABLE, key, "known_on", knownOn)
                    && knownOn.compareTo(OLDEST_DATE) < 0) {
                error(DatedField.TABLE, key, "known_on", knownOn, Message.of("finding.dateTooOld", OLDEST_DATE));
            }
            if (hasValue(DatedField.TABLE, row, "type") && hasValue(DatedField.TABLE, row, "id")) {
                dated(key, row);
            }
        });
    }

    /** The record of a date must exist, and must have the field. */
    private void dated(String key, ObjectNode row) {
        var type = Schema.loaded().type(row.get("type").asText()).orElseThrow();
        var id = row.get("id").asText();
        var record = dataset.row(type, id);
        var field = row.path("field").asText();
        if (record == null) {
            unknown(DatedField.TABLE, key, "id", id, type.kind().code());
        }
        var dated = DatedField.of(key, row).orElse(null);
        if (dated == null) {
            error(
                    DatedField.TABLE,
                    key,
                    "field",
                    field,
                    Message.of(
                            "finding.undatedField",
                            type.reviewed().stream().map(ReviewedField::name).toList()));
        } else if (record != null && !DatedField.has(dated.field(), record)) {
            error(DatedField.TABLE, key, "field", field, Message.of("finding.datedFieldMissing"));
        }
    }

    private void pointsInTheirMunicipality() {
        var around = new HashMap<String, List<GeoPoint>>();
        var places = DataPackage.table("places").orElseThrow();
        dataset.of(places).values().forEach(place -> point(places, place).ifPresent(point -> around.computeIfAbsent(
                        place.path("municipality").asText(), first -> new ArrayList<>())
                .add(point)));
        var municipalities = DataPackage.table("municipalities").orElseThrow();
        dataset.of(municipalities).forEach((code, municipality) -> point(municipalities, municipality)
                .ifPresent(point ->
                        around.computeIfAbsent(code, first -> new ArrayList<>()).add(point)));
        for (var table : DataPackage.TABLES) {
            if (table.equals(places) || !table.has("municipality") || !table.has("lat")) {
                continue;
            }
            dataset.of(table).forEach((key, row) -> point(table, row).ifPresent(point -> {
                var code = row.path("municipality").asText();
                int metres = around.getOrDefault(code, List.of()).stream()
                        .mapToInt(known -> known.distanceMetres(point))
                        .min()
                        .orElse(0);
                var where = row.get("lat").asText() + ", " + row.get("lon").asText();
                if (metres > WRONG_METRES) {
                    error(table, key, "lat", where, Message.of("finding.pointFarAway", metres, code));
                } else if (metres > DOUBTFUL_METRES) {
                    warning(table, key, "lat", where, Message.of("finding.pointDoubtful", metres, code));
                } else {
                    outside(table, key, where, point, code);
                }
            }));
        }
    }

    private void outside(Table table, String key, String where, GeoPoint point, String municipality) {
        int metres = Borders.municipality(inForce(municipality))
                .map(outline -> outline.metresTo(point))
                .orElse(0);
        if (metres > OUTSIDE_METRES) {
            warning(table, key, "lat", where, Message.of("finding.pointOutside", metres, municipality));
        }
    }

    /** Warns of an address whose postal code belongs to other municipalities. */
    private void postalCodes() {
        var municipalities = new HashMap<String, Set<String>>();
        dataset.of("places").values().forEach(place -> municipalities
                .computeIfAbsent(place.path("postal_code").asText(), first -> new TreeSet<>())
                .add(inForce(place.path("municipality").asText())));
        for (var table : DataPackage.TABLES) {
            if (table.name().equals("places") || !table.has("postal_code") || !table.has("municipality")) {
                continue;
            }
            dataset.of(table).forEach((key, row) -> {
                if (hasValue(table, row, "postal_code") && hasValue(table, row, "municipality")) {
                    var postalCode = row.get("postal_code").asText();
                    var known = municipalities.get(postalCode);
                    if (known == null) {
                        warning(table, key, "postal_code", postalCode, Message.of("finding.postalCodeUnknown"));
                    } else if (!known.contains(inForce(row.get("municipality").asText()))) {
                        warning(
                                table,
                                key,
                                "postal_code",
                                postalCode,
                                Message.of(
                                        "finding.postalCodeElsewhere",
                                        known.stream().map(this::municipality).toList(),
                                        municipality(row.get("municipality").asText())));
                    }
                }
            });
        }
    }

    /** Such as "Gent (44021)". */
    private String municipality(String code) {
        var row = dataset.of("municipalities").get(code);
        return row == null ? code : row.path("name").asText() + " (" + code + ")";
    }

    /** Warns of a phone number of points far apart. Points of one digibank may share a number: that of its office. */
    private void phones() {
        var table = DataPackage.table("service-points").orElseThrow();
        var seen = new HashMap<String, Map<String, ObjectNode>>();
        dataset.of(table).forEach((key, row) -> {
            if (!row.has("phone") || point(table, row).isEmpty()) {
                return;
            }
            var phone = row.get("phone").asText();
            var others = seen.computeIfAbsent(phone.replace(" ", ""), first -> new LinkedHashMap<>());
            others.forEach((other, point) -> {
                int metres = point(table, row)
                        .orElseThrow()
                        .distanceMetres(point(table, point).orElseThrow());
                boolean together = row.has("digibank") && row.get("digibank").equals(point.get("digibank"));
                if (metres > FAR_APART_METRES && !together) {
                    warning(
                            table,
                            key,
                            "phone",
                            phone,
                            Message.of("finding.samePhone", Finding.cut(other), Math.round(metres / 1000.0)));
                }
            });
            others.put(key, row);
        });
    }

    private static java.util.Optional<GeoPoint> point(Table table, ObjectNode row) {
        return hasValue(table, row, "lat") && hasValue(table, row, "lon")
                ? java.util.Optional.of(
                        new GeoPoint(row.get("lat").asDouble(), row.get("lon").asDouble()))
                : java.util.Optional.empty();
    }

    /** Warns of two points with one name in one municipality, which are probably the same. */
    private void lookAlikes() {
        var table = DataPackage.table("service-points").orElseThrow();
        var seen = new HashMap<String, String>();
        dataset.of(table).forEach((key, row) -> {
            var other = seen.putIfAbsent(
                    folded(row, "name") + " " + inForce(row.path("municipality").asText()), key);
            if (other != null) {
                var known = dataset.of(table).get(other);
                boolean sameAddress = row.has("street")
                        && folded(row, "street").equals(folded(known, "street"))
                        && folded(row, "house_number").equals(folded(known, "house_number"));
                warning(
                        table,
                        key,
                        "name",
                        row.path("name").asText(),
                        sameAddress
                                ? Message.of("finding.sameNameAndAddress", Finding.cut(other))
                                : Message.of("finding.lookAlike", Finding.cut(other)));
            }
        });
    }

    /** The words of a text as they count for equality: without accents, capitals and punctuation. */
    private static String folded(ObjectNode row, String column) {
        return NO_WORD.matcher(Words.folded(row.path(column).asText()))
                .replaceAll(" ")
                .strip();
    }

    private void error(Table table, String key, String column, String value, Message explanation) {
        var line = draft.line(table, key);
        report.add(Finding.error(
                line.map(Draft.Line::file).orElse(table.name()),
                line.map(Draft.Line::number).orElse(null),
                column,
                value(line.isPresent(), key, value),
                explanation));
    }

    private void warning(Table table, String key, String column, String value, Message explanation) {
        // A warning about a published row was given when it was published.
        draft.line(table, key)
                .ifPresent(line -> report.add(Finding.warning(line.file(), line.number(), column, value, explanation)));
    }

    /** A row that is already in the catalogue has no row number, so its key identifies it. */
    private static String value(boolean inDraft, String key, String value) {
        return inDraft ? value : key + (value == null ? "" : ": " + value);
    }
}
