package be.digicatalogue.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import be.digicatalogue.catalogue.Catalogue;
import be.digicatalogue.catalogue.ReviewSettings;
import be.digicatalogue.dataset.BundledDataset;
import be.digicatalogue.dataset.DataPackage;
import be.digicatalogue.dataset.Dataset;
import be.digicatalogue.dataset.Revision;
import be.digicatalogue.digibank.DigibankType;
import be.digicatalogue.digibank.ServicePoint;
import be.digicatalogue.digibank.ServicePointType;
import be.digicatalogue.fact.Belgium;
import be.digicatalogue.fact.Certainty;
import be.digicatalogue.fact.Coded;
import be.digicatalogue.history.Change;
import be.digicatalogue.history.Changes;
import be.digicatalogue.history.PublishedRevision;
import be.digicatalogue.hours.AccordingTo;
import be.digicatalogue.hours.Opening;
import be.digicatalogue.hours.OpeningState;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What follows of the dates of records, on any day. */
class AgesTest {

    /** Tuesday 13.30-17.00 uur; Friday 09.00-12.00 and 13.00-17.00. */
    private static final String POINT = "gent-de-serre";

    private static final LocalDate TODAY = LocalDate.parse("2026-11-29");

    private final Dataset dataset = BundledDataset.dataset();

    /** Each test gives the dates that it needs. */
    @BeforeEach
    void forgetAllDates() {
        dataset.of("fact-dates").clear();
    }

    @ParameterizedTest
    @CsvSource({
        "2023, exact, P12M, 2024-12-31",
        "2023, exact, P1Y2M, 2025-02-28",
        "2023, exact, P90D, 2024-03-30",
        "2025-03, exact, P24M, 2027-03-31",
        "2024-01, exact, P1M, 2024-02-29",
        "2024-02-29, exact, P12M, 2025-02-28",
        "2023-10-31, exact, P1M, 2023-11-30",
        "2023-10-31, exact, P10D, 2023-11-10",
        "2023, about, P12M, 2024-01-01",
        "2022-09, not-before, P12M, 2023-09-01",
        "2021, inferred, P24M, 2023-01-01",
        "2026-08-10, about, P12M, 2027-08-10"
    })
    void aPeriodCountsFromTheEndOfAMonthAndFromTheEarliestReading(
            String date, String certainty, String period, LocalDate lastDay) {
        assertEquals(
                lastDay,
                new FieldDate("phone", date, Coded.of(Certainty.class, certainty)).lastDay(Period.parse(period)));
    }

    @Test
    void aFieldIsOverdueAfterItsLastDayAndUndatedWithoutADate() {
        date(POINT, "openingHours", "2025-11", "exact");
        var catalogue = catalogue();
        assertEquals(List.of(), overdue(catalogue, "2026-11-30"));
        assertEquals(List.of("openingHours"), overdue(catalogue, "2026-12-01"));
        assertEquals(List.of("phone", "email", "website", "services", "address"), undated(catalogue));
        assertEquals(
                List.of("services", "address"),
                catalogue.ages().undated(point(catalogue, "aalst-digipunt"), TODAY),
                "of what it has not, nobody asks the date");
        assertEquals(
                List.of(new FieldDate("openingHours", "2025-11", Certainty.EXACT)),
                point(catalogue).knownOn());
        assertEquals(
                at("2026-12-01T00:00"),
                catalogue.nextChangeAfter(at("2026-11-30T23:59")),
                "nothing is kept past the midnight");
    }

    @Test
    void whatIsVerifiedIsDatedAndTheLaterDateCounts() {
        date(POINT, "openingHours", "2021-09-29", "exact");
        date(POINT, "website", "2026-06", "exact");
        verify("2025-11-20");
        var catalogue = catalogue();
        assertEquals(List.of(), undated(catalogue));
        assertEquals(List.of(), overdue(catalogue, "2026-11-20"));
        assertEquals(List.of("openingHours"), overdue(catalogue, "2026-11-21"));
        assertEquals(List.of("openingHours", "phone", "email", "services"), overdue(catalogue, "2028-06-30"));
        assertEquals(
                List.of("openingHours", "phone", "email", "website", "services"), overdue(catalogue, "2028-07-01"));
    }

    @Test
    void theDayOfVerificationCountsOnlyForWhatHasNotChangedSince() {
        verify("2026-11-20");
        var history = history(List.of("verifiedOn"), List.of("openingHours", "remarkNl"), List.of("lat"));
        assertEquals(
                List.of("openingHours", "address"),
                undated(catalogue(history, ReviewPeriods.usual())),
                "lat is of the address");
        assertEquals(
                List.of(),
                undated(catalogue(
                        history(List.of("openingHours"), List.of("openingHours", "verifiedOn")),
                        ReviewPeriods.usual())));
    }

    @Test
    void whatHasEndedDoesNotAge() {
        var digibanks = DataPackage.table("digibanks").orElseThrow();
        dataset.put(
                digibanks,
                dataset.of(digibanks)
                        .get("idl-leuven")
                        .deepCopy()
                        .put("website", "https://example.org")
                        .put("valid_to", "2026-10-31"));
        var catalogue = catalogue();
        var digibank = catalogue.of(DigibankType.TYPE).named("idl-leuven").orElseThrow();
        assertEquals(List.of("website"), catalogue.ages().undated(digibank, LocalDate.parse("2026-10-31")));
        assertEquals(List.of(), catalogue.ages().undated(digibank, LocalDate.parse("2026-11-01")));
    }

    @Test
    void hoursThatAreNotBelievedLeaveTheStateUnknown() {
        date(POINT, "openingHours", "2025-12-04", "exact");
        var catalogue = catalogue();
        // Friday 4 December is the last day.
        var friday = opening(catalogue, "2026-12-04T10:00");
        assertEquals(OpeningState.OPEN, friday.state());
        assertEquals("2026-12-04T12:00+01:00", friday.closesAt().toString());
        assertEquals("2026-12-04T13:00+01:00", friday.opensAt().toString());
        assertNull(friday.accordingTo());
        assertNull(opening(catalogue, "2026-12-04T14:00").opensAt(), "nobody knows when it opens on Tuesday");
        assertEquals(
                at("2026-12-05T00:00"), opening(catalogue, "2026-12-04T18:00").sameUntil());

        var tuesday = opening(catalogue, "2026-12-08T14:00");
        assertEquals(OpeningState.UNKNOWN, tuesday.state());
        assertNull(tuesday.closesAt());
        assertNull(tuesday.opensAt());
        assertEquals(new AccordingTo(OpeningState.OPEN, "2025-12-04"), tuesday.accordingTo());
        assertEquals(
                "De openingsuren zijn van 4 december 2025. Misschien zijn ze veranderd.",
                tuesday.why().nl());
        assertEquals(at("2026-12-08T17:00"), tuesday.sameUntil());
        assertEquals(
                new AccordingTo(OpeningState.CLOSED, "2025-12-04"),
                opening(catalogue, "2026-12-08T18:00").accordingTo());
        assertNull(opening(catalogue, "2026-12-25T10:00").accordingTo(), "they say nothing of Christmas");
    }

    @Test
    void hoursSayOfWhenTheyAreOrWhenTheyWereVerified() {
        assertEquals(
                "The date of the opening hours is not known.",
                opening(catalogue(), "2026-12-08T14:00").why().en());
        assertEquals(
                new AccordingTo(OpeningState.OPEN, null),
                opening(catalogue(), "2026-12-08T14:00").accordingTo());
        date(POINT, "openingHours", "2021", "exact");
        verify("2024-11-30");
        var verified = opening(catalogue(), "2026-12-08T14:00");
        assertEquals(
                "The opening hours were last checked on 30 November 2024 and may have changed.",
                verified.why().en());
        assertEquals(new AccordingTo(OpeningState.OPEN, "2021"), verified.accordingTo());
    }

    @Test
    void anExceptionHoldsOnItsDaysWhateverTheAgeOfTheHours() {
        var exceptions = DataPackage.table("opening-exceptions").orElseThrow();
        var row = Dataset.ROWS
                .createObjectNode()
                .put("service_point", POINT)
                .put("valid_from", "2026-12-09")
                .put("valid_to", "2026-12-09")
                .put("hours", "10:00-12:00");
        row.putArray("urls").add("https://example.org");
        dataset.put(exceptions, row);
        var catalogue = catalogue();
        assertEquals(
                OpeningState.UNKNOWN, opening(catalogue, "2026-12-08T14:00").state());
        assertEquals(
                at("2026-12-09T00:00"), opening(catalogue, "2026-12-08T18:00").sameUntil());
        assertEquals(OpeningState.OPEN, opening(catalogue, "2026-12-09T11:00").state());
        assertEquals(OpeningState.CLOSED, opening(catalogue, "2026-12-09T13:00").state());
        assertNull(opening(catalogue, "2026-12-09T13:00").opensAt());
        assertEquals(
                OpeningState.UNKNOWN, opening(catalogue, "2026-12-10T00:00").state());
        assertEquals(
                List.of(at("2026-12-09T10:00")),
                point(catalogue).opening().openBetween(at("2026-12-01T00:00"), at("2027-01-01T00:00")).stream()
                        .map(stretch -> stretch.from())
                        .toList());
    }

    @Test
    void anOperatorMayGiveAnotherPeriod() {
        date(POINT, "openingHours", "2026-05-20", "exact");
        assertEquals(List.of(), overdue(catalogue(), "2026-11-29"));
        var shorter = catalogue(Changes.NONE, periods(Map.of("catalogue.review.service-points.opening-hours", "P6M")));
        assertEquals(List.of("openingHours"), overdue(shorter, "2026-11-29"));
        assertEquals(OpeningState.UNKNOWN, opening(shorter, "2026-12-08T14:00").state());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            catalogue.review.service-points.opening-hours | P0D       | is P0D; allowed: years, months or days, such as P6M, and more than none.
            catalogue.review.service-points.opening-hours | -P6M      | is -P6M; allowed:
            catalogue.review.service-points.opening-hours | P-6M      | is P-6M; allowed:
            catalogue.review.service-points.opening-hours | P2W       | is P2W; allowed:
            catalogue.review.service-points.opening-hours | PT12H     | is PT12H; allowed:
            catalogue.review.service-points.opening-hours | P         | is P; allowed:
            catalogue.review.service-points.opening-hours | six months | is six months; allowed:
            catalogue.review.partners.website             | P99999Y   | is P99999Y; allowed:
            catalogue.review.partners.phone               | P6M       | names no field that ages; there are catalogue.review.partners.website, catalogue.review.partners.address,
            catalogue.review.sources.title                | P6M       | names no field that ages
            """)
    void aPeriodThatCannotBeIsRefusedInOneSentence(String setting, String value, String message) {
        var refused = assertThrows(IllegalArgumentException.class, () -> periods(Map.of(setting, value)));
        assertEquals(
                setting + " " + message, refused.getMessage().substring(0, setting.length() + 1 + message.length()));
    }

    private static ReviewPeriods periods(Map<String, String> settings) {
        return ReviewSettings.periods(new SmallRyeConfigBuilder()
                .withSources(new PropertiesConfigSource(settings, "a test", 100))
                .build());
    }

    private void date(String point, String field, String knownOn, String certainty) {
        var row = Dataset.ROWS
                .createObjectNode()
                .put("type", "service-points")
                .put("id", point)
                .put("field", field)
                .put("known_on", knownOn)
                .put("certainty", certainty);
        row.putArray("urls").add("https://example.org");
        dataset.put(DataPackage.table("fact-dates").orElseThrow(), row);
    }

    private void verify(String day) {
        var points = DataPackage.table("service-points").orElseThrow();
        dataset.put(points, dataset.of(points).get(POINT).deepCopy().put("verified_on", day));
    }

    private static final String ID = "0123456789abcdef";

    /** The columns of the point that each revision changed. */
    @SafeVarargs
    private static Changes history(List<String>... changed) {
        var revisions = new ArrayList<PublishedRevision>();
        for (var fields : changed) {
            int number = revisions.size() + 1;
            revisions.add(new PublishedRevision(
                    number,
                    ID,
                    Instant.EPOCH,
                    "A test",
                    List.of(new Change(
                            number,
                            ID,
                            1,
                            Instant.EPOCH,
                            RecordKind.SERVICE_POINTS,
                            POINT,
                            Change.Kind.CHANGED,
                            fields,
                            null))));
        }
        return Changes.NONE.and(revisions);
    }

    private Catalogue catalogue() {
        return catalogue(Changes.NONE, ReviewPeriods.usual());
    }

    private Catalogue catalogue(Changes history, ReviewPeriods periods) {
        return new Catalogue(new Revision(1, "0123456789abcdef", Instant.EPOCH), dataset.tables(), history, periods);
    }

    private static ServicePoint point(Catalogue catalogue) {
        return point(catalogue, POINT);
    }

    private static ServicePoint point(Catalogue catalogue, String id) {
        return catalogue.of(ServicePointType.TYPE).named(id).orElseThrow();
    }

    private static List<String> overdue(Catalogue catalogue, String day) {
        return catalogue.ages().overdue(point(catalogue), LocalDate.parse(day));
    }

    private static List<String> undated(Catalogue catalogue) {
        return catalogue.ages().undated(point(catalogue), TODAY);
    }

    private static Opening opening(Catalogue catalogue, String moment) {
        return point(catalogue).opening().opening(at(moment));
    }

    private static Instant at(String moment) {
        return LocalDateTime.parse(moment).atZone(Belgium.ZONE).toInstant();
    }
}
