package be.digicatalogue.report;

import be.digicatalogue.fact.Coded;
import be.digicatalogue.fact.Message;
import be.digicatalogue.fact.Reference;
import be.digicatalogue.http.Problem;
import be.digicatalogue.http.Refusal;
import be.digicatalogue.question.PageRequest;
import be.digicatalogue.question.Slice;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * The reports in the database. It waits for the database, so callers use threads that may block. A report is stored once this
 * says so; nothing is kept in memory.
 */
@ApplicationScoped
public class Reports implements PersonalData {

    private static final Message AWAY = Message.of("report.databaseAway");

    /** An advisory lock, held until the transaction ends: whoever adds a report first counts those that are open. */
    private static final long REPORT_LOCK = 0x7265706f;

    /** Reports that wait while another one is written. Together they use one connection, so the others stay free. */
    private static final int MOST_WAITING = 32;

    private static final int AN_HOUR_SECONDS = 3600;

    /** How long the texts of a report are kept after it is closed. */
    static final Duration TEXT_KEPT = Duration.ofDays(90);

    /** How long its secret address answers after it is closed. */
    static final Duration ADDRESS_KEPT = Duration.ofDays(180);

    private static final String ADD = """
            WITH opened AS (SELECT count(*) AS everywhere, count(*) FILTER (WHERE type = $2::text AND record = $3::text) AS here
                            FROM report WHERE status = 'received'),
                 added AS (INSERT INTO report (token_hash, type, record, problem, field, message, suggestion, created_at)
                           SELECT $1::bytea, $2, $3, $4::text, $5::text, $6::text, $7::text, $8::timestamptz
                           FROM opened WHERE here < $9 AND everywhere < $10
                           RETURNING number)
            SELECT opened.here, (SELECT number FROM added) FROM opened""";

    private static final String COLUMNS = "SELECT number, type, record, problem, field, message, suggestion, origin,"
            + " status, reply, created_at, closed_at, closed_by, revision, version FROM report";

    private final Pool pool;
    private final Mutiny.SessionFactory sessions;
    private final ReportLimits limits;
    private final InstantSource clock;
    private final Semaphore waiting = new Semaphore(MOST_WAITING);
    private final Semaphore turn = new Semaphore(1, true);

    Reports(Pool pool, Mutiny.SessionFactory sessions, ReportLimits limits, InstantSource clock) {
        this.pool = pool;
        this.sessions = sessions;
        this.limits = limits;
        this.clock = clock;
    }

    /**
     * What the reporter is told.
     *
     * @param reply the words of the curator; {@code null} without any
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ReportAnswer(ReportStatus status, String reply) {}

    /**
     * Stores a report.
     *
     * @param client the address that sends it, which is counted and not stored
     * @return the token of its address, once it is committed
     * @throws Refusal 429 when the client or others have reported too often, 503 when the database is away
     */
    public SecretToken add(ReportDraft draft, String client) {
        limits.count(client);
        try {
            return store(draft);
        } catch (Refusal refusal) {
            limits.takeBack(client);
            throw refusal;
        }
    }

    private SecretToken store(ReportDraft draft) {
        var token = SecretToken.random();
        var row = inTurn(() -> pool.withTransaction(connection -> connection
                .query("SELECT pg_advisory_xact_lock(" + REPORT_LOCK + ")")
                .execute()
                .chain(() -> connection.preparedQuery(ADD).execute(values(draft, token)))
                .map(rows -> rows.iterator().next())));
        if (row.getLong(1) == null) {
            throw row.getLong(0) >= limits.perRecord()
                    ? Refusal.after(
                            AN_HOUR_SECONDS,
                            Problem.status(429, Message.of("report.tooManyOfRecord", limits.perRecord())))
                    : Refusal.after(
                            AN_HOUR_SECONDS,
                            Problem.serviceUnavailable(Message.of("report.tooManyOpen", limits.open())));
        }
        return token;
    }

    private Tuple values(ReportDraft draft, SecretToken token) {
        var values = Tuple.tuple();
        values.addBuffer(Buffer.buffer(token.hash()));
        values.addString(draft.type().code());
        values.addString(draft.id());
        values.addString(draft.problem().code());
        values.addString(draft.field());
        values.addString(draft.message());
        values.addString(draft.suggestion());
        values.addOffsetDateTime(clock.instant().atOffset(ZoneOffset.UTC));
        values.addLong((long) limits.perRecord());
        values.addLong((long) limits.open());
        return values;
    }

    /**
     * Writes what an operator corrects, in a transaction. It counts against no limit, because an operator is asked once in a
     * while, and it has no secret address.
     *
     * @return the number of the report
     */
    public Uni<Long> addOfOperator(Mutiny.StatelessSession session, ReportDraft draft) {
        return session.createNativeQuery("""
                        INSERT INTO report (type, record, problem, message, origin, created_at)
                        VALUES (?1, ?2, ?3, ?4, 'operator', CAST(CAST(?5 AS text) AS timestamptz))
                        RETURNING number""", Long.class)
                .setParameter(1, draft.type().code())
                .setParameter(2, draft.id())
                .setParameter(3, draft.problem().code())
                .setParameter(4, draft.message())
                .setParameter(5, clock.instant().toString())
                .getSingleResult();
    }

    private <T> T inTurn(Supplier<Uni<T>> action) {
        if (!waiting.tryAcquire()) {
            throw away();
        }
        try {
            if (!turn.tryAcquire(PublicDatabase.PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                throw away();
            }
            try {
                return await(action);
            } finally {
                turn.release();
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw away();
        } finally {
            waiting.release();
        }
    }

    /** What became of the report with an address; empty for an unknown, void or expired address. */
    public Optional<ReportAnswer> answer(SecretToken token) {
        return await(() -> pool.preparedQuery("""
                        SELECT status, reply FROM report
                        WHERE token_hash = $1 AND token_home = secret_home() AND (closed_at IS NULL OR closed_at > $2)""")
                        .execute(Tuple.tuple()
                                .addBuffer(Buffer.buffer(token.hash()))
                                .addOffsetDateTime(before(ADDRESS_KEPT))))
                .stream()
                .findFirst()
                .map(row -> new ReportAnswer(Coded.of(ReportStatus.class, row.getString(0)), row.getString(1)));
    }

    /**
     * A report as curators see it; {@code null} for what is not known, or not kept any more.
     *
     * @param type the kind of record
     * @param record the record; absent for a missing one
     * @param revision the revision with the correction that was made for it
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record StoredReport(
            long number,
            String type,
            Reference record,
            ReportProblem problem,
            String field,
            String message,
            String suggestion,
            String origin,
            ReportStatus status,
            String reply,
            Instant createdAt,
            Instant closedAt,
            String closedBy,
            Long revision,
            @JsonIgnore int version) {

        private static StoredReport of(Row row) {
            return new StoredReport(
                    row.getLong("number"),
                    row.getString("type"),
                    row.getString("record") == null
                            ? null
                            : new Reference(row.getString("type"), row.getString("record")),
                    Coded.of(ReportProblem.class, row.getString("problem")),
                    row.getString("field"),
                    row.getString("message"),
                    row.getString("suggestion"),
                    row.getString("origin"),
                    Coded.of(ReportStatus.class, row.getString("status")),
                    row.getString("reply"),
                    PublicDatabase.instant(row, "created_at"),
                    PublicDatabase.instant(row, "closed_at"),
                    row.getString("closed_by"),
                    row.getLong("revision"),
                    row.getInteger("version"));
        }
    }

    /**
     * The reports, newest first.
     *
     * @param status {@code null} for all
     */
    public Slice<StoredReport> list(ReportStatus status, PageRequest page) {
        var code = status == null ? null : status.code();
        var total = await(() -> pool.preparedQuery("SELECT count(*) FROM report WHERE $1::text IS NULL OR status = $1")
                        .execute(Tuple.of(code)))
                .iterator()
                .next()
                .getLong(0);
        var rows = await(() -> pool.preparedQuery(
                        COLUMNS + " WHERE $1::text IS NULL OR status = $1 ORDER BY number DESC OFFSET $2 LIMIT $3")
                .execute(Tuple.of(code, page.offset(), page.size())));
        var reports = new ArrayList<StoredReport>();
        rows.forEach(row -> reports.add(StoredReport.of(row)));
        return new Slice<>(reports, total.intValue(), page);
    }

    public Optional<StoredReport> numbered(long number) {
        return await(() -> pool.preparedQuery(COLUMNS + " WHERE number = $1").execute(Tuple.of(number))).stream()
                .findFirst()
                .map(StoredReport::of);
    }

    /**
     * What a curator decides.
     *
     * @param reply {@code null} to leave it as it is
     */
    public record Decision(ReportStatus status, String reply, String by) {}

    /**
     * Writes a decision in a transaction of its own.
     *
     * @throws Refusal 412 when the report has been changed since it was read, 503 when the database is away
     */
    public void decide(StoredReport known, Decision decision) {
        await(() -> sessions.withStatelessTransaction(session -> decide(session, known, decision, null)));
    }

    /**
     * Writes a decision in a transaction.
     *
     * @param revision the revision that the same transaction publishes; {@code null} without one
     */
    public Uni<Void> decide(Mutiny.StatelessSession session, StoredReport known, Decision decision, Long revision) {
        boolean open = decision.status() == ReportStatus.RECEIVED;
        return session.createNativeQuery("""
                        UPDATE report SET status = ?1, reply = coalesce(CAST(?2 AS text), reply),
                               closed_at = CAST(CAST(?3 AS text) AS timestamptz), closed_by = CAST(?4 AS text),
                               revision = coalesce(CAST(CAST(?5 AS text) AS bigint), revision), version = version + 1
                        WHERE number = ?6 AND version = ?7""")
                .setParameter(1, decision.status().code())
                .setParameter(2, decision.reply())
                .setParameter(3, open ? null : clock.instant().toString())
                .setParameter(4, open ? null : decision.by())
                .setParameter(5, revision == null ? null : revision.toString())
                .setParameter(6, known.number())
                .setParameter(7, known.version())
                .executeUpdate()
                .invoke(changed -> {
                    if (changed == 0) {
                        throw new Refusal(Problem.status(412, Message.of("report.changed")));
                    }
                })
                .replaceWithVoid();
    }

    /**
     * Removes the texts of reports closed {@link #TEXT_KEPT} ago, and the addresses and the replies of those closed {@link
     * #ADDRESS_KEPT} ago.
     */
    @Override
    public Uni<Integer> forget() {
        return pool.preparedQuery("""
                        UPDATE report SET message = NULL, suggestion = NULL, version = version + 1
                        WHERE closed_at <= $1 AND (message IS NOT NULL OR suggestion IS NOT NULL)""").execute(Tuple.of(before(TEXT_KEPT))).flatMap(texts -> pool.preparedQuery("""
                                UPDATE report SET token_hash = NULL, reply = NULL, version = version + 1
                                WHERE closed_at <= $1 AND (token_hash IS NOT NULL OR reply IS NOT NULL)""")
                .execute(Tuple.of(before(ADDRESS_KEPT)))
                .map(addresses -> texts.rowCount() + addresses.rowCount()));
    }

    private OffsetDateTime before(Duration ago) {
        return clock.instant().minus(ago).atOffset(ZoneOffset.UTC);
    }

    private static <T> T await(Supplier<Uni<T>> action) {
        return PublicDatabase.await(AWAY, action);
    }

    private static Refusal away() {
        return new Refusal(Problem.serviceUnavailable(AWAY));
    }
}
