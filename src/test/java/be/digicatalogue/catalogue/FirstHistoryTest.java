package be.digicatalogue.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;

import be.digicatalogue.database.DatabaseUrl;
import be.digicatalogue.database.EmbeddedDatabase;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A database that was filled before there was a history gets one from the migration, so that the feed from 0 is whole. */
class FirstHistoryTest {

    @Test
    void whatIsThereAlreadyWasAddedByTheNewestRevision(@TempDir Path folder) throws SQLException {
        try (var database = EmbeddedDatabase.start(folder)) {
            var url = DatabaseUrl.parse(database.ownerUrl());
            var settings = Flyway.configure()
                    .dataSource(url.jdbcUrl(), url.user(), url.password().orElseThrow())
                    .placeholders(Map.of(
                            "servingRole",
                            DatabaseUrl.parse(database.servingUrl()).user()));
            settings.target("2").load().migrate();
            try (var connection = DriverManager.getConnection(
                            url.jdbcUrl(), url.user(), url.password().orElseThrow());
                    var statement = connection.createStatement()) {
                statement.execute("INSERT INTO source (id, kind, title) VALUES ('one', 'open-data', 'One')");
                statement.execute(
                        "INSERT INTO programme (id, position, name_nl, name_en, summary_nl, summary_en, sources)"
                                + " VALUES ('digihub', 1, 'a', 'b', 'c', 'd', '{one}')");
                statement.execute(
                        "INSERT INTO programme_text (programme, section, position, title_nl, title_en, text_nl,"
                                + " text_en, sources) VALUES ('digihub', 'about', 2, 'a', 'b', 'c', 'd', '{one}')");
                statement.execute("SELECT publish_revision('First')");
                statement.execute("SELECT publish_revision('Second')");

                settings.target("latest").load().migrate();

                var changes = statement.executeQuery(
                        "SELECT string_agg(concat_ws('|', revision, table_name, key, kind, after ->> 'title'), ' '"
                                + " ORDER BY position) FROM change");
                changes.next();
                assertEquals(
                        "2|sources|one|added|One 2|programmes|digihub|added 2|programme-texts|digihub,about,2|added",
                        changes.getString(1));
                var ids = statement.executeQuery("SELECT count(DISTINCT id) FROM revision");
                ids.next();
                assertEquals(2, ids.getInt(1));
            }
        }
    }
}
