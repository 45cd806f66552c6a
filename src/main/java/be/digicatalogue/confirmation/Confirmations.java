package be.digicatalogue.confirmation;

import be.digicatalogue.fact.Belgium;
import be.digicatalogue.fact.Coded;
import be.digicatalogue.fact.Language;
import be.digicatalogue.fact.Message;
import be.digicatalogue.fact.Reference;
import be.digicatalogue.http.Problem;
import be.digicatalogue.http.Refusal;
import be.digicatalogue.publication.RecordEdits;
import be.digicatalogue.question.BadQuestion;
import be.digicatalogue.question.PageRequest;
import be.digicatalogue.question.Slice;
import be.digicatalogue.record.Schema;
import be.digicatalogue.report.PersonalData;
import be.digicatalogue.report.PublicDatabase;
import be.digicatalogue.report.ReportDraft;
import be.digicatalogue.report.Reports;
import be.digicatalogue.report.SecretToken;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.logging.Logger;

/**
 * The questions to operators, in the database. It waits for the database, so callers use threads that may block. What is done
 * is done once this says so; nothing is kept in memory.
 */
@ApplicationScoped
public class Confirmations implements PersonalData {

    /** How long a link may be answered. */
    static final Duration LINK_VALID = Duration.ofDays(30);

    /** How long an address is left alone after it was asked. */
    static final Duration BETWEEN = Duration.ofDays(14);

    /** How long the address and the words of its mail server are kept after the question. */
    static final Duration ADDRESS_KEPT = Duration.ofDays(90);

    /** The records that one mail may have, because all of them are in one form. */
    public static final int MOST_IN_MAIL = 50;

    /** How long to wait after each attempt to send a mail; after the last one it has failed. */
    private static final List<Duration> AFTER_ATTEMPT = List.of(
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(8),
            Duration.ofHours(16));

    private static final int LONGEST_ERROR = 200;

    private static final Logger LOG = Logger.getLogger(Confirmations.class);

    private static final Message AWAY = Message.of("confirmation.databaseAway");

    /** An advisory lock, held until the transaction ends: whoever asks or sends first counts what there is. */
    private static final long CONFIRMATION_LOCK = 0x636f6e66;

    /** A link that may be answered; the token's hash and the present time are its parameters. */
    private static final String OPEN =
            "token_hash = $1 AND token_home = secret_home() AND answered_at IS NULL AND expires_at > $2";

    /** The tables of each kind that can be asked about, row by row. */
    private static final String[][] TABLES = tables();

    private final Pool pool;
    private final Mutiny.SessionFactory sessions;
    private final Reports reports;
    private final RecordEdits edits;
    private final InstantSource clock;
    private final int mostQueued;

    Confirmations(
            Pool pool,
            Mutiny.SessionFactory sessions,
            Reports reports,
            RecordEdits edits,
            InstantSource clock,
            @ConfigProperty(name = "catalogue.confirmations.queue") int mostQueued) {
        this.pool = pool;
        this.sessions = sessions;
        this.reports = reports;
        this.edits = edits;
        this.clock = clock;
        this.mostQueued = mostQueued;
    }

    private static String[][] tables() {
        var rows = Schema.loaded()
                .aging()
                .flatMap(type ->
                        type.tables().stream().map(table -> List.of(type.kind().code(), table.name())))
                .toList();
        return new String[][] {
            rows.stream().map(row -> row.get(0)).toArray(String[]::new),
            rows.stream().map(row -> row.get(1)).toArray(String[]::new)
        };
    }

    /**
     * A question to one address.
     *
     * @param base scheme and host of its link
     * @param by the curator who asks
     */
    record OperatorQuestion(
            String to, List<Reference> records, Language language, String base, String by, String reason) {}

    /**
     * Why an address is not asked.
     *
     * @param code for programs
     */
    record QuestionRefusal(String code, Message detail) {}

    /**
     * What became of a question.
     *
     * @param number {@code null} when it is not asked
     * @param token that of the link, which the curator passes on; {@code null} when a mail has it
     * @param refusal {@code null} when it is asked
     */
    record QuestionOutcome(Long number, SecretToken token, QuestionRefusal refusal) {}

    /**
     * Stores questions in one transaction, and with mail puts them into the queue.
     *
     * @param mailed false where no mail can be sent, so that the curator gets the links
     * @return what became of each
     * @throws Refusal 503 when the database is away
     */
    List<QuestionOutcome> ask(List<OperatorQuestion> questions, boolean mailed) {
        return await(() -> pool.withTransaction(connection -> lock(connection).chain(() -> Multi.createFrom()
                .iterable(questions)
                .onItem()
                .transformToUniAndConcatenate(question -> ask(connection, question, mailed))
                .collect()
                .asList())));
    }

    private Uni<QuestionOutcome> ask(SqlConnection connection, OperatorQuestion question, boolean mailed) {
        var token = mailed ? null : SecretToken.random();
        return addressHash(connection, question.to()).chain(hash -> refusal(connection, hash)
                .chain(refusal -> refusal.isPresent()
                        ? Uni.createFrom().item(new QuestionOutcome(null, null, refusal.get()))
                        : add(connection, question, hash, token)
                                .map(number -> new QuestionOutcome(number, token, null))));
    }

    private static Uni<Void> lock(SqlConnection connection) {
        return connection
                .query("SELECT pg_advisory_xact_lock(" + CONFIRMATION_LOCK + ")")
                .execute()
                .replaceWithVoid();
    }

    private static Uni<Buffer> addressHash(SqlConnection connection, String address) {
        return connection
                .query("SELECT key FROM mail_key")
                .execute()
                .map(rows -> Buffer.buffer(AddressHash.of(
                        address, rows.iterator().next().getBuffer(0).getBytes())));
    }

    private Uni<Optional<QuestionRefusal>> refusal(SqlConnection connection, Buffer hash) {
        return connection
                .preparedQuery("""
                        SELECT EXISTS (SELECT FROM suppressed_address WHERE address_hash = $1),
                               (SELECT max(coalesce(sent_at, created_at)) FROM confirmation
                                WHERE address_hash = $1 AND state <> 'failed' AND coalesce(sent_at, created_at) > $2),
                               (SELECT count(*) FROM confirmation WHERE state = 'queued')""")
                .execute(Tuple.of(hash, before(BETWEEN)))
                .map(rows -> {
                    var row = rows.iterator().next();
                    var asked = row.getOffsetDateTime(1);
                    if (row.getBoolean(0)) {
                        return Optional.of(
                                new QuestionRefusal("unsubscribed", Message.of("confirmation.unsubscribed")));
                    }
                    if (asked != null) {
                        var again = asked.plus(BETWEEN).atZoneSameInstant(Belgium.ZONE);
                        return Optional.of(new QuestionRefusal(
                                "asked-recently",
                                Message.of(
                                        "confirmation.askedRecently",
                                        BETWEEN.toDays(),
                                        again.toLocalDate().toString())));
                    }
                    return row.getLong(2) < mostQueued
                            ? Optional.<QuestionRefusal>empty()
                            : Optional.of(new QuestionRefusal(
                                    "queue-full", Message.of("confirmation.queueFull", mostQueued)));
                });
    }

    private Uni<Long> add(SqlConnection connection, OperatorQuestion question, Buffer hash, SecretToken token) {
        var now = now();
        var values = Tuple.tuple();
        values.addValue(token == null ? null : Buffer.buffer(token.hash()));
        values.addString(question.to());
        values.addValue(hash);
        values.addString(question.language().tag());
        values.addString(question.base());
        values.addString(question.by());
        values.addString(question.reason());
        values.addOffsetDateTime(now);
        values.addOffsetDateTime(now.plus(LINK_VALID));
        values.addArrayOfString(question.records().stream().map(Reference::type).toArray(String[]::new));
        values.addArrayOfString(question.records().stream().map(Reference::id).toArray(String[]::new));
        return connection.preparedQuery("""
                        WITH added AS (
                            INSERT INTO confirmation (token_hash, address, address_hash, lang, base, asked_by, reason,
                                                      created_at, mailed, state, due_at, sent_at, expires_at)
                            SELECT token, $2, $3, $4, $5, $6, $7, moment, token IS NULL,
                                   CASE WHEN token IS NULL THEN 'queued' ELSE 'sent' END,
                                   CASE WHEN token IS NULL THEN moment END,
                                   CASE WHEN token IS NOT NULL THEN moment END,
                                   CASE WHEN token IS NOT NULL THEN expiry END
                            FROM (SELECT $1::bytea AS token, $8::timestamptz AS moment, $9::timestamptz AS expiry) AS given
                            RETURNING number),
                        records AS (
                            INSERT INTO confirmation_record (confirmation, position, type, record)
                            SELECT added.number, named.position, named.type, named.record
                            FROM added, unnest($10::text[], $11::text[]) WITH ORDINALITY AS named(type, record, position))
                        SELECT number FROM added""").execute(values).map(rows -> rows.iterator()
                .next()
                .getLong(0));
    }

    /**
     * A record in a question.
     *
     * @param type the kind of record
     * @param answer {@code null} before the answer
     * @param report the number of the report with the correction; {@code null} without one
     */
    public record QuestionedRecord(String type, Reference record, OperatorAnswer answer, Long report) {

        static QuestionedRecord of(Reference record) {
            return new QuestionedRecord(record.type(), record, null, null);
        }
    }

    /**
     * A question as curators see it; {@code null} for what is not known, or not kept any more.
     *
     * @param to the address that is asked
     * @param mailed false when the curator passed the link on
     * @param error why its mail could not be sent, in the words of the mail server
     */
    public record StoredConfirmation(
            long number,
            String to,
            List<QuestionedRecord> records,
            ConfirmationStatus status,
            String lang,
            String askedBy,
            String reason,
            boolean mailed,
            int attempts,
            String error,
            Instant createdAt,
            Instant sentAt,
            Instant expiresAt,
            Instant answeredAt) {

        private static StoredConfirmation of(Row row) {
            var records = new ArrayList<QuestionedRecord>();
            for (var each : row.getJsonArray("records")) {
                var record = (JsonObject) each;
                records.add(new QuestionedRecord(
                        record.getString("type"),
                        new Reference(record.getString("type"), record.getString("record")),
                        Coded.of(OperatorAnswer.class, record.getString("answer")),
                        record.getLong("report")));
            }
            return new StoredConfirmation(
                    row.getLong("number"),
                    row.getString("address"),
                    records,
                    Coded.of(ConfirmationStatus.class, row.getString("status")),
                    row.getString("lang"),
                    row.getString("asked_by"),
                    row.getString("reason"),
                    row.getBoolean("mailed"),
                    row.getInteger("attempts"),
                    row.getString("error"),
                    PublicDatabase.instant(row, "created_at"),
                    PublicDatabase.instant(row, "sent_at"),
                    PublicDatabase.instant(row, "expires_at"),
                    PublicDatabase.instant(row, "answered_at"));
        }
    }

    /**
     * The questions, newest first.
     *
     * @param status {@code null} for all
     */
    public Slice<StoredConfirmation> list(ConfirmationStatus status, PageRequest page) {
        var stored = """
                (SELECT *, CASE WHEN state = 'sent' AND expires_at <= $1 THEN 'unanswered' ELSE state END AS status
                 FROM confirmation) AS stored WHERE ($2::text IS NULL OR status = $2)""";
        var code = status == null ? null : status.code();
        var total = query("SELECT count(*) FROM " + stored, Tuple.of(now(), code))
                .iterator()
                .next()
                .getLong(0);
        var rows = query(
                """
                        SELECT *, (SELECT json_agg(json_build_object('type', type, 'record', record, 'answer', answer,
                                                                     'report', report) ORDER BY position)
                                   FROM confirmation_record WHERE confirmation = number) AS records
                        FROM\s""" + stored + " ORDER BY number DESC OFFSET $3 LIMIT $4",
                Tuple.of(now(), code, page.offset(), page.size()));
        return new Slice<>(
                StreamSupport.stream(rows.spliterator(), false)
                        .map(StoredConfirmation::of)
                        .toList(),
                total.intValue(),
                page);
    }

    /**
     * A mail that is due.
     *
     * @param attempt how often it has been tried, this time included
     * @param token that of the link, which only this mail has
     */
    record DueMail(
            long number,
            int attempt,
            String to,
            List<Reference> records,
            Language language,
            String base,
            SecretToken token) {}

    /**
     * Takes a mail from the queue, for one attempt to send it. When its outcome is never told, the mail is due again after a
     * while, with another link: a mail may then arrive twice, and none is lost.
     *
     * @param mostInMinute how many mails all instances together may try in a minute
     */
    Optional<DueMail> take(int mostInMinute) {
        var token = SecretToken.random();
        var waits = AFTER_ATTEMPT.stream().map(wait -> wait.toSeconds()).toArray(Long[]::new);
        var rows =
                await(() -> pool.withTransaction(connection -> lock(connection).chain(() -> connection
                        .preparedQuery("""
                        WITH taken AS (
                            UPDATE confirmation
                            SET token_hash = $1, token_home = secret_home(), expires_at = $2, attempts = attempts + 1,
                                attempted_at = $3, due_at = $3 + make_interval(secs => ($4::bigint[])[attempts + 1])
                            WHERE number = (SELECT number FROM confirmation
                                            WHERE state = 'queued' AND due_at <= $3 AND token_home = secret_home()
                                            ORDER BY due_at, number LIMIT 1)
                                  AND (SELECT count(*) FROM confirmation WHERE attempted_at > $5) < $6
                            RETURNING *)
                        SELECT taken.number, attempts, address, lang, base, type, record
                        FROM taken JOIN confirmation_record ON confirmation = taken.number ORDER BY position""")
                        .execute(Tuple.from(List.of(
                                Buffer.buffer(token.hash()),
                                now().plus(LINK_VALID),
                                now(),
                                waits,
                                now().minusMinutes(1),
                                (long) mostInMinute))))));
        var records = new ArrayList<Reference>();
        Row mail = null;
        for (var row : rows) {
            mail = row;
            records.add(new Reference(row.getString("type"), row.getString("record")));
        }
        return Optional.ofNullable(mail)
                .map(row -> new DueMail(
                        row.getLong("number"),
                        row.getInteger("attempts"),
                        row.getString("address"),
                        records,
                        Language.of(row.getString("lang")).orElseThrow(),
                        row.getString("base"),
                        token));
    }

    /** Notes that a mail was sent. */
    void sent(DueMail mail) {
        query("""
                UPDATE confirmation SET state = 'sent', due_at = NULL, error = NULL, sent_at = $2
                WHERE number = $1 AND state = 'queued'""", Tuple.of(mail.number(), now()));
    }

    /**
     * Notes that a mail could not be sent.
     *
     * @param error the words of the mail server
     * @param forGood true when trying again does not help
     * @return whether it is not tried again
     */
    boolean failed(DueMail mail, String error, boolean forGood) {
        boolean last = forGood || mail.attempt() >= AFTER_ATTEMPT.size();
        query(
                """
                        UPDATE confirmation SET error = $2, state = CASE WHEN $3 THEN 'failed' ELSE state END,
                                                due_at = CASE WHEN $3 THEN NULL ELSE due_at END
                        WHERE number = $1 AND state = 'queued'""",
                Tuple.of(
                        mail.number(),
                        error.length() > LONGEST_ERROR ? error.substring(0, LONGEST_ERROR) : error,
                        last));
        return last;
    }

    /**
     * A question whose link may be answered.
     *
     * @param revision the newest revision, with which the tags go
     */
    public record OpenQuestion(long number, List<OpenRecord> records, long revision) {}

    /**
     * A record that an operator is asked about.
     *
     * @param tag changes with every change of the record and of its parts
     */
    public record OpenRecord(Reference record, String tag) {}

    /**
     * The question of a link.
     *
     * @throws Refusal 404 when the link is unknown, spent, void or expired, 503 when the database is away
     */
    public OpenQuestion open(SecretToken token) {
        var rows = query(
                """
                        SELECT number, type, record, (SELECT max(number) FROM revision) AS revision,
                               (SELECT max(change.position)
                                FROM unnest($3::text[], $4::text[]) AS its(kind, name)
                                JOIN change ON table_name = its.name
                                     AND (key = record OR key LIKE record || ',%' OR key LIKE type || ',' || record || ',%')
                                WHERE its.kind = type) AS tag
                        FROM confirmation JOIN confirmation_record ON confirmation = number
                        WHERE\s""" + OPEN + " ORDER BY confirmation_record.position",
                Tuple.of(Buffer.buffer(token.hash()), now(), TABLES[0], TABLES[1]));
        Row question = null;
        var records = new ArrayList<OpenRecord>();
        for (var row : rows) {
            question = row;
            records.add(new OpenRecord(
                    new Reference(row.getString("type"), row.getString("record")), String.valueOf(row.getLong("tag"))));
        }
        if (question == null) {
            throw unknown();
        }
        return new OpenQuestion(question.getLong("number"), records, question.getLong("revision"));
    }

    /**
     * What an operator answers about a record.
     *
     * @param tag that of the record as the operator saw it
     * @param correction {@code null} unless something is not right
     */
    public record RecordAnswer(String tag, OperatorAnswer answer, ReportDraft correction) {}

    /**
     * Writes the answers to a question and spends its link, in one transaction with the publication of the day on which
     * records were verified.
     *
     * @param answers one for each record
     * @throws RecordsChanged when a record has been changed since the operator saw it
     * @throws Refusal 404 when the link is unknown, spent, void or expired; otherwise when the answers cannot be written now
     */
    public void answer(SecretToken token, Map<Reference, RecordAnswer> answers) {
        long number = unchanged(token, answers).number();
        var confirmed = answers.entrySet().stream()
                .filter(answer -> answer.getValue().answer() == OperatorAnswer.CONFIRMED)
                .map(Map.Entry::getKey)
                .toList();
        var revision = confirmed.isEmpty() ? OptionalLong.empty() : verify(number, token, confirmed, answers);
        if (revision.isEmpty()) {
            await(() -> sessions.withStatelessTransaction(session -> spend(session, number, token, answers)));
        }
    }

    private OptionalLong verify(
            long number, SecretToken token, List<Reference> confirmed, Map<Reference, RecordAnswer> answers) {
        try {
            return edits.verify(
                    confirmed,
                    clock.instant().atZone(Belgium.ZONE).toLocalDate(),
                    "confirmation " + number,
                    "Confirmed by the operator",
                    () -> unchanged(token, answers),
                    (session, published) -> spend(session, number, token, answers));
        } catch (BadQuestion refused) {
            // The checks found something that an operator cannot change.
            LOG.errorf("Confirmation %d cannot be published: %s", number, refused.getMessage());
            throw away();
        }
    }

    private OpenQuestion unchanged(SecretToken token, Map<Reference, RecordAnswer> answers) {
        var question = open(token);
        for (var record : question.records()) {
            var answer = answers.get(record.record());
            if (answer == null || !answer.tag().equals(record.tag())) {
                throw new RecordsChanged();
            }
        }
        return question;
    }

    private Uni<Void> spend(
            Mutiny.StatelessSession session, long number, SecretToken token, Map<Reference, RecordAnswer> answers) {
        return session.createNativeQuery("""
                        UPDATE confirmation SET state = 'answered', answered_at = CAST(CAST(?1 AS text) AS timestamptz), due_at = NULL,
                                                token_hash = NULL
                        WHERE number = ?2 AND token_hash = decode(?3, 'hex')""")
                .setParameter(1, clock.instant().toString())
                .setParameter(2, number)
                .setParameter(3, HexFormat.of().formatHex(token.hash()))
                .executeUpdate()
                .invoke(spent -> {
                    if (spent == 0) {
                        throw unknown();
                    }
                })
                .chain(() -> Multi.createFrom()
                        .iterable(answers.entrySet())
                        .onItem()
                        .transformToUniAndConcatenate(
                                answer -> write(session, number, answer.getKey(), answer.getValue()))
                        .collect()
                        .last())
                .replaceWithVoid();
    }

    private Uni<Integer> write(Mutiny.StatelessSession session, long number, Reference record, RecordAnswer answer) {
        var report = answer.correction() == null
                ? Uni.createFrom().<Long>nullItem()
                : reports.addOfOperator(session, answer.correction());
        return report.chain(added -> session.createNativeQuery("""
                        UPDATE confirmation_record SET answer = ?1, report = CAST(CAST(?2 AS text) AS bigint)
                        WHERE confirmation = ?3 AND type = ?4 AND record = ?5""")
                .setParameter(1, answer.answer().code())
                .setParameter(2, added == null ? null : added.toString())
                .setParameter(3, number)
                .setParameter(4, record.type())
                .setParameter(5, record.id())
                .executeUpdate());
    }

    /**
     * Sends no more mail to the address of a link, which itself may still be answered.
     *
     * @throws Refusal 404 when the link is unknown, spent, void or expired, 503 when the database is away
     */
    public void unsubscribe(SecretToken token) {
        var rows = query("""
                        WITH asked AS (SELECT address_hash FROM confirmation WHERE\s""" + OPEN + """
                        ),
                        dropped AS (UPDATE confirmation SET state = 'failed', due_at = NULL
                                    WHERE state = 'queued' AND address_hash IN (SELECT address_hash FROM asked)),
                        suppressed AS (INSERT INTO suppressed_address SELECT address_hash, $2 FROM asked
                                       ON CONFLICT DO NOTHING)
                        SELECT count(*) FROM asked""", Tuple.of(Buffer.buffer(token.hash()), now()));
        if (rows.iterator().next().getLong(0) == 0) {
            throw unknown();
        }
    }

    /** One answer for a link that is unknown, spent, void or expired. */
    public static Refusal unknown() {
        return new Refusal(Problem.notFound(Message.of("confirmation.noSuchLink")));
    }

    /** The answer while the database, or what it has, is not at hand. */
    public static Refusal away() {
        return new Refusal(Problem.serviceUnavailable(AWAY));
    }

    /**
     * Removes the tokens of links that have expired, the addresses of questions asked {@link #ADDRESS_KEPT} ago and of those
     * whose mail a restored back-up must not send again.
     */
    @Override
    public Uni<Integer> forget() {
        return pool.preparedQuery("""
                        UPDATE confirmation
                        SET token_hash = CASE WHEN expires_at <= $1 THEN NULL ELSE token_hash END,
                            address = CASE WHEN created_at <= $2 THEN NULL ELSE address END,
                            address_hash = CASE WHEN created_at <= $2 THEN NULL ELSE address_hash END,
                            error = CASE WHEN created_at <= $2 THEN NULL ELSE error END,
                            state = CASE WHEN lost THEN 'failed' ELSE state END,
                            due_at = CASE WHEN lost THEN NULL ELSE due_at END
                        FROM (SELECT number AS its, state = 'queued'
                                     AND (token_home <> secret_home() OR created_at <= $2) AS lost FROM confirmation) AS each
                        WHERE number = its AND (lost OR token_hash IS NOT NULL AND expires_at <= $1
                              OR created_at <= $2 AND (address IS NOT NULL OR address_hash IS NOT NULL
                                                       OR error IS NOT NULL))""")
                .execute(Tuple.of(now(), before(ADDRESS_KEPT)))
                .map(rows -> rows.rowCount());
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private OffsetDateTime before(Duration ago) {
        return now().minus(ago);
    }

    private RowSet<Row> query(String sql, Tuple values) {
        // On a connection: where the pool cannot make one for a query of its own, Vert.x logs a stack trace.
        return await(() ->
                pool.withConnection(connection -> connection.preparedQuery(sql).execute(values)));
    }

    private static <T> T await(Supplier<Uni<T>> action) {
        return PublicDatabase.await(AWAY, action);
    }
}
