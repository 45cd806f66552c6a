package be.digicatalogue.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import be.digicatalogue.catalogue.Catalogue;
import be.digicatalogue.dataset.BundledDataset;
import be.digicatalogue.dataset.Revision;
import be.digicatalogue.fact.Language;
import be.digicatalogue.fact.Words;
import be.digicatalogue.history.Changes;
import be.digicatalogue.question.PageRequest;
import be.digicatalogue.record.ReviewPeriods;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What people ask, with the record that must come first. A search that went wrong once belongs on the list. */
class SearchQualityTest {

    private static final Catalogue CATALOGUE = new Catalogue(
            new Revision(1, "0123456789abcdef", Instant.EPOCH),
            BundledDataset.read(),
            Changes.NONE,
            ReviewPeriods.usual());

    @Test
    void everySearchOfTheListFindsItsRecordFirst() throws IOException {
        var searches = searches();
        assertTrue(searches.size() >= 60);
        var wrong = new ArrayList<String>();
        for (var search : searches) {
            var hits = search(search.get("query")).found().items();
            var first = hits.isEmpty()
                    ? "nothing"
                    : hits.get(0).type().code() + " " + hits.get(0).id();
            var wanted = search.get("type") + " " + search.get("id");
            if (!first.equals(wanted)) {
                wrong.add(search.get("query") + ": " + first + " instead of " + wanted + " (" + search.get("why")
                        + "), then "
                        + hits.stream().skip(1).limit(3).map(SearchHit::id).toList());
            }
        }
        System.out.printf(
                "Search quality: %d of %d searches find their record first (%.1f %%)%n",
                searches.size() - wrong.size(),
                searches.size(),
                100.0 * (searches.size() - wrong.size()) / searches.size());
        assertEquals(List.of(), wrong, () -> String.join("\n", wrong));
    }

    private static SearchResults search(String q) {
        return CATALOGUE
                .search()
                .search(
                        new SearchQuestion(Words.of(q), Set.of(), new PageRequest(0, PageRequest.DEFAULT_SIZE)),
                        Language.NL);
    }

    private static List<Map<String, String>> searches() throws IOException {
        try (var rows = new CsvMapper()
                .readerFor(Map.class)
                .with(CsvSchema.emptySchema().withHeader())
                .<Map<String, String>>readValues(SearchQualityTest.class.getResourceAsStream("/searches.csv"))) {
            return rows.readAll();
        }
    }
}
