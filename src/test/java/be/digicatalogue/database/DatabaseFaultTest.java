package be.digicatalogue.database;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.ConnectException;
import java.sql.SQLException;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What each SQLSTATE means when the commit had been sent. */
class DatabaseFaultTest {

    @ParameterizedTest
    @CsvSource({
        "08006, UNREACHABLE, NOT_KNOWN, 503, AWAY",
        "23505, BROKEN_RULE, NOT_WRITTEN, 422,",
        "25006, READ_ONLY, NOT_WRITTEN, 503,",
        "25P02, OTHER_ERROR, NOT_WRITTEN, 500,",
        "28P01, NOT_SET_UP, NOT_WRITTEN, 503, AWAY",
        "3D000, NOT_SET_UP, NOT_WRITTEN, 503, AWAY",
        "3F000, NOT_SET_UP, NOT_WRITTEN, 503, AWAY",
        "40001, OVERTAKEN, NOT_WRITTEN, 409,",
        "40P01, OVERTAKEN, NOT_WRITTEN, 409,",
        "40003, STOPPED, NOT_KNOWN, 503, AWAY",
        "42501, NOT_SET_UP, NOT_WRITTEN, 503, AWAY",
        "42601, OTHER_ERROR, NOT_WRITTEN, 500,",
        "42P01, NOT_SET_UP, NOT_WRITTEN, 503, AWAY",
        "53100, DISK_FULL, NOT_WRITTEN, 503, FULL",
        "53200, BUSY, NOT_WRITTEN, 503,",
        "53300, BUSY, NOT_WRITTEN, 503,",
        "55P03, CANCELLED, NOT_WRITTEN, 503,",
        "57014, CANCELLED, NOT_WRITTEN, 503,",
        "57P01, STOPPED, NOT_KNOWN, 503, AWAY",
        "57P02, STOPPED, NOT_KNOWN, 503, AWAY",
        "57P03, STARTING, NOT_WRITTEN, 503, STARTING",
        "58030, SERVER_FAILED, NOT_WRITTEN, 503,",
        "XX000, SERVER_FAILED, NOT_WRITTEN, 503,",
    })
    void anErrorOfTheServerHasAMeaning(
            String sqlState, DatabaseFault fault, WriteOutcome atCommit, int status, DatabaseState state) {
        var found = DatabaseFault.of(new IllegalStateException(new SQLException("reason", sqlState)));
        assertEquals(fault, found);
        assertEquals(atCommit, found.atCommit());
        assertEquals(status, found.responsible().status());
        assertEquals(state, found.state().orElse(null));
    }

    @Test
    void theNetworkTheClockAndThisServiceFailInTheirOwnWay() {
        assertEquals(DatabaseFault.UNREACHABLE, DatabaseFault.of(new ConnectException("refused")));
        assertEquals(DatabaseFault.UNREACHABLE, DatabaseFault.of(new NoDatabaseException("It does not start.")));
        assertEquals(DatabaseFault.SILENT, DatabaseFault.of(new RuntimeException(new TimeoutException("late"))));
        assertEquals(DatabaseFault.INTERNAL, DatabaseFault.of(new NullPointerException()));
    }
}
