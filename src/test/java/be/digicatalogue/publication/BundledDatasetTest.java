package be.digicatalogue.publication;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import be.digicatalogue.catalogue.Catalogue;
import be.digicatalogue.dataset.BundledDataset;
import be.digicatalogue.dataset.Finding;
import be.digicatalogue.dataset.Report;
import be.digicatalogue.dataset.Revision;
import be.digicatalogue.dataset.Tables;
import be.digicatalogue.digibank.DigibankRow;
import be.digicatalogue.digibank.ServicePointRow;
import be.digicatalogue.digihub.ConsortiumMemberRow;
import be.digicatalogue.digihub.ConsortiumType;
import be.digicatalogue.history.Changes;
import be.digicatalogue.hours.OpeningHours;
import be.digicatalogue.organisation.ChamberType;
import be.digicatalogue.organisation.OrganisationRow;
import be.digicatalogue.place.MunicipalityNameRow;
import be.digicatalogue.place.MunicipalityRow;
import be.digicatalogue.place.PlaceNameRow;
import be.digicatalogue.place.PlaceRow;
import be.digicatalogue.place.PlaceType;
import be.digicatalogue.programme.FigureRow;
import be.digicatalogue.programme.FigureType;
import be.digicatalogue.programme.ProgrammeType;
import be.digicatalogue.programme.TimelineEventRow;
import be.digicatalogue.provenance.SourceRow;
import be.digicatalogue.province.Province;
import be.digicatalogue.province.ProvinceRow;
import be.digicatalogue.province.ProvinceType;
import be.digicatalogue.record.Evidenced;
import be.digicatalogue.record.ReviewPeriods;
import be.digicatalogue.record.Schema;
import be.digicatalogue.voka.VokaOfficeRow;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The bundled dataset against what its sources say. */
class BundledDatasetTest {

    private final Tables tables = BundledDataset.read();
    private final Catalogue catalogue = new Catalogue(
            new Revision(1, "0123456789abcdef", Instant.EPOCH), tables, Changes.NONE, ReviewPeriods.usual());

    @Test
    void nothingOfTheGatheredFactsIsMissing() {
        Map<Class<?>, Integer> rows = Map.of(
                SourceRow.class, 10,
                ProvinceRow.class, 6,
                OrganisationRow.class, 33,
                ConsortiumMemberRow.class, 45,
                VokaOfficeRow.class, 11,
                DigibankRow.class, 38,
                ServicePointRow.class, 110,
                PlaceRow.class, 1204,
                MunicipalityRow.class, 346,
                FigureRow.class, 125);
        rows.forEach((table, count) -> assertEquals(count, tables.of(table).size(), table.getSimpleName()));
        assertEquals(30, tables.of(TimelineEventRow.class).size());
        assertEquals(77, tables.of(MunicipalityNameRow.class).size());
        assertEquals(25, tables.of(PlaceNameRow.class).size());
    }

    @Test
    void itPassesTheChecksOfWhatIsPublished() {
        var report = new Report();
        var draft = BundledDataset.draft(report);
        Checks.check(BundledDataset.dataset(), draft, report);
        assertEquals(
                List.of(),
                report.findings().stream()
                        .filter(finding -> finding.severity() == Finding.Severity.ERROR)
                        .toList());
        assertFalse(report.stops());
    }

    @Test
    void allOpeningHoursCanBeEvaluated() {
        for (var row : tables.of(ServicePointRow.class)) {
            if (row.openingHours != null) {
                assertNotNull(OpeningHours.parse(row.openingHours, List.of()).inWords(), row.id);
            }
        }
    }

    @Test
    void everyFactHasEvidenceThatExists() {
        var sources = tables.of(SourceRow.class).stream().map(row -> row.id).collect(Collectors.toSet());
        for (var table : Schema.loaded().rows()) {
            for (var row : tables.of(table)) {
                if (row instanceof Evidenced fact) {
                    assertFalse(fact.evidence().isEmpty(), table.getSimpleName());
                    assertTrue(sources.containsAll(fact.sources), table.getSimpleName() + " " + fact.sources);
                    assertTrue(fact.urls.stream().allMatch(url -> url.matches("https?://\\S+")), fact.urls::toString);
                }
            }
        }
    }

    @Test
    void membersPerProvinceAreThoseOfTheSource() {
        var members =
                tables.of(ConsortiumMemberRow.class).stream().collect(groupingBy(row -> row.province, counting()));
        assertEquals(
                Map.of(
                        "oost-vlaanderen",
                        13L,
                        "west-vlaanderen",
                        7L,
                        "antwerpen",
                        11L,
                        "limburg",
                        7L,
                        "vlaams-brabant",
                        7L),
                members);
        var oostVlaanderen =
                catalogue.of(ConsortiumType.TYPE).named("oost-vlaanderen").orElseThrow();
        assertEquals(11, oostVlaanderen.knowledgePartners().size());
        assertEquals(2, oostVlaanderen.leads().size());
        assertEquals("ku-leuven", oostVlaanderen.knowledgePartners().get(0).id());
        assertEquals("sirris", oostVlaanderen.knowledgePartners().get(10).id());
    }

    @Test
    void theFiguresCountWhatTheCatalogueHolds() {
        assertEquals(
                figure("digihub-programme", "distinct-partners-listed"),
                tables.of(OrganisationRow.class).size());
        assertEquals(
                figure("digihub-programme", "voka-chambers-involved"),
                catalogue.of(ChamberType.TYPE).all().size());
        assertEquals(figure("digibank-programme", "objectives"), goals());
    }

    @Test
    void sumsOfOursAddUp() {
        assertEquals(
                figure("province-digihub", "efro-subsidy") + figure("province-digihub", "flemish-cofinancing"),
                figure("province-digihub", "derived-public-support"));
        assertEquals(
                5 * figure("province-digihub", "derived-total-budget"),
                figure("digihub-programme", "derived-total-budget"));
    }

    @Test
    void everyMergerLeadsToAMunicipalityInForce() {
        var byCode =
                tables.of(MunicipalityRow.class).stream().collect(Collectors.toMap(row -> row.nisCode, row -> row));
        assertEquals(
                304, byCode.values().stream().filter(row -> row.validTo == null).count());
        for (var row : byCode.values()) {
            assertEquals(row.validTo == null, row.mergedInto == null, row.nisCode);
            if (row.mergedInto != null) {
                assertEquals(
                        row.validTo.plusDays(1),
                        byCode.get(row.mergedInto).validFrom == null
                                ? row.validTo.plusDays(1)
                                : byCode.get(row.mergedInto).validFrom,
                        row.nisCode);
            }
        }
    }

    @Test
    void everyPlaceLiesInItsProvince() {
        var outside = catalogue.of(PlaceType.TYPE).all().stream()
                .filter(place -> catalogue
                        .of(ProvinceType.TYPE)
                        .around(place.location().point())
                        .map(Province::id)
                        .filter(place.province().id()::equals)
                        .isEmpty())
                .map(place -> place.id())
                .toList();
        assertEquals(List.of(), outside);
    }

    @Test
    void whatAVolunteerWroteSaysSo() {
        var points = tables.of(ServicePointRow.class).stream()
                .filter(row -> row.sources.contains("digihulp-maasland"))
                .toList();
        assertEquals(22, points.size());
        assertEquals(19, points.stream().filter(row -> row.openingHours != null).count());
        assertTrue(points.stream().allMatch(row -> row.remarkNl.contains("vrijwilliger")));
        assertTrue(points.stream().allMatch(row -> row.remarkEn.contains("volunteer")));
    }

    @Test
    void openingHoursAndServicesAreThoseOfTheSources() {
        var points = tables.of(ServicePointRow.class);
        assertEquals(40, points.stream().filter(row -> row.openingHours != null).count());
        assertEquals(7, points.stream().filter(row -> row.lat != null).count());
        assertTrue(points.stream().noneMatch(row -> row.services.isEmpty()));
        assertEquals(
                Set.of("fixed", "mobile"),
                points.stream().map(row -> row.locationType).collect(Collectors.toSet()));
    }

    private int figure(String subject, String metric) {
        return catalogue.of(FigureType.TYPE).all().stream()
                .filter(figure ->
                        figure.subject().id().equals(subject) && figure.metric().equals(metric))
                .findFirst()
                .orElseThrow()
                .value()
                .intValueExact();
    }

    private int goals() {
        return (int) catalogue.of(ProgrammeType.TYPE).named("digibank").orElseThrow().texts().stream()
                .filter(text -> text.section() == be.digicatalogue.programme.Programme.Section.GOAL)
                .count();
    }
}
