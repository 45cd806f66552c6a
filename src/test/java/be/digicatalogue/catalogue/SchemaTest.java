package be.digicatalogue.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import be.digicatalogue.ApiTest;
import be.digicatalogue.Sql;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules of the facts hold in the schema, whoever writes. */
@QuarkusTest
class SchemaTest extends ApiTest {

    private static final String CHECK_VIOLATION = "23514";
    private static final String FOREIGN_KEY_VIOLATION = "23503";
    private static final String INSUFFICIENT_PRIVILEGE = "42501";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE voka_office SET id = 'Voka Gent' WHERE id = 'voka-gent'",
                "UPDATE voka_office SET lat = 4.4, lon = 51.2 WHERE id = 'voka-gent'",
                "UPDATE voka_office SET lat = NULL WHERE id = 'voka-gent'",
                "UPDATE voka_office SET confirmed = 'maybe' WHERE id = 'voka-gent'",
                "UPDATE voka_office SET website = 'voka.be' WHERE id = 'voka-gent'",
                "UPDATE voka_office SET street = ' ' WHERE id = 'voka-gent'",
                "UPDATE voka_office SET urls = '{}', sources = '{}' WHERE id = 'voka-gent'",
                "UPDATE consortium SET valid_to = '2020-01-01' WHERE province = 'limburg'",
                "UPDATE municipality SET nis_code = '1' WHERE nis_code = '44021'",
                "UPDATE municipality SET merged_into = '44021' WHERE nis_code = '44083'",
                "UPDATE place SET postal_code = '900' WHERE id = '9000-gent'",
                "UPDATE organisation SET enterprise_number = '0419052174' WHERE id = 'ku-leuven'",
                "UPDATE organisation SET kind = 'school' WHERE id = 'ku-leuven'",
                "UPDATE service_point SET services = '{beer}' WHERE id = 'aalst-digipunt'",
                "UPDATE figure SET as_of = '2021-13' WHERE id = 'digihub-programme-voka-offices'",
                "UPDATE digibank SET call_round = 6 WHERE id = 'idl-leuven'"
            })
    void aRowThatBreaksARuleIsRefused(String statement) {
        var refusal = assertThrows(SQLException.class, () -> Sql.commit(Sql.server(), statement));
        assertEquals(CHECK_VIOLATION, refusal.getSQLState(), refusal.getMessage());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE voka_office SET chamber = 'nobody' WHERE id = 'voka-gent'",
                "UPDATE voka_office SET sources = '{nobody}' WHERE id = 'voka-gent'",
                "UPDATE place SET municipality = '99999' WHERE id = '9000-gent'",
                "UPDATE service_point SET digibank = 'nobody' WHERE id = 'aalst-digipunt'",
                "UPDATE disagreement SET second_id = 'nobody'",
                "DELETE FROM province WHERE id = 'limburg'",
                // A change without a revision: publish_revision was forgotten.
                "UPDATE voka_office SET phone = '+32 9 123 45 67' WHERE id = 'voka-gent'",
                "DELETE FROM source WHERE id = 'statbel-2025'",
                "DELETE FROM organisation WHERE id = 'ku-leuven'"
            })
    void aReferenceToWhatDoesNotExistIsRefused(String statement) {
        var refusal = assertThrows(SQLException.class, () -> Sql.commit(Sql.server(), statement));
        assertEquals(FOREIGN_KEY_VIOLATION, refusal.getSQLState(), refusal.getMessage());
    }

    @Test
    void historyHasEveryRowOfEveryTable() throws SQLException {
        try (var connection = Sql.server();
                var statement = connection.createStatement()) {
            for (var table : List.of(
                    "service_point, service-points",
                    "consortium_member, consortium-members",
                    "programme_text, programme-texts",
                    "disagreement, disagreements",
                    "province, provinces")) {
                var names = table.split(", ");
                var counts = statement.executeQuery("SELECT (SELECT count(*) FROM " + names[0]
                        + "), (SELECT count(DISTINCT key) FROM change WHERE revision = 1 AND kind = 'added' AND table_name = '"
                        + names[1] + "')");
                counts.next();
                assertEquals(counts.getLong(1), counts.getLong(2), table);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE TABLE mine (id text)",
                "ALTER TABLE source ADD COLUMN mine text",
                "DROP TABLE source",
                "TRUNCATE place",
                "UPDATE revision SET reason = 'mine'",
                "DELETE FROM revision",
                "UPDATE change SET kind = 'removed'",
                "DELETE FROM change",
                "TRUNCATE change",
                "CREATE ROLE mine",
                "SELECT * FROM flyway_schema_history",
                "ALTER TABLE source DISABLE TRIGGER ALL"
            })
    void theServingRoleCanDoNoMoreThanItNeeds(String statement) {
        var refusal = assertThrows(SQLException.class, () -> Sql.commit(Sql.server(), statement));
        assertEquals(INSUFFICIENT_PRIVILEGE, refusal.getSQLState(), refusal.getMessage());
    }

    @Test
    void rowsMayComeInAnyOrderWithinATransaction() throws SQLException {
        try (var connection = Sql.server();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("UPDATE digibank_municipality SET digibank = 'new-one' WHERE digibank = 'idl-leuven'");
            statement.execute("INSERT INTO digibank (id, name, kind, urls)"
                    + " VALUES ('new-one', 'New', 'digibank', '{https://example.org}')");
            statement.execute("SELECT publish_revision('Never committed')");
            statement.execute("SET CONSTRAINTS ALL IMMEDIATE");
            try (var moved =
                    statement.executeQuery("SELECT count(*) FROM digibank_municipality WHERE digibank = 'new-one'")) {
                assertTrue(moved.next() && moved.getInt(1) > 0);
            }
            connection.rollback();
        }
    }

    @Test
    void everyTableOfFactsDemandsEvidence() throws SQLException {
        try (var connection = Sql.owner();
                var statement = connection.createStatement();
                var tables = statement.executeQuery("""
                        SELECT count(*) FILTER (WHERE constraint_name LIKE '%has_evidence'), count(DISTINCT c.table_name)
                        FROM information_schema.columns c
                        LEFT JOIN information_schema.table_constraints t USING (table_schema, table_name)
                        WHERE column_name = 'sources' AND table_schema = 'public'""")) {
            assertTrue(tables.next());
            assertEquals(21, tables.getInt(1));
            assertEquals(21, tables.getInt(2));
        }
    }
}
