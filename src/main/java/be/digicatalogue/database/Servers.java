package be.digicatalogue.database;

import io.quarkus.reactive.pg.client.PgPoolCreator;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.PgConnection;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnectOptions;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.flywaydb.core.Flyway;

/**
 * The PostgreSQL servers that hold the catalogue. A connection goes to the one that takes what is written; while none does,
 * to the first replica that answers. By itself the Vert.x client would take all in turn, dead ones too.
 */
@Singleton
public class Servers implements PgPoolCreator {

    /** A server that has not told within this time what it is counts as away. */
    private static final int PATIENCE_MILLIS = 3_000;

    /** Less than from one look at a replica to the next, so that each look finds a primary that is there again. */
    private static final int IDLE_SECONDS = 1;

    private volatile boolean several;

    /** Whether there is more than one, so that one that does not take what is written is not what the operator wants. */
    public boolean areSeveral() {
        return several;
    }

    @Override
    public Pool create(Input input) {
        var servers = input.pgConnectOptionsList();
        var options = input.poolOptions();
        if (EmbeddedDatabase.isServed()) {
            return PgBuilder.pool()
                    .with(options)
                    .connectingTo(() -> embedded(servers.get(0)))
                    .using(input.vertx())
                    .build();
        }
        if (servers.size() == 1) {
            return PgBuilder.pool()
                    .with(options)
                    .connectingTo(servers.get(0))
                    .using(input.vertx())
                    .build();
        }
        several = true;
        if (options.getIdleTimeout() == 0) {
            options.setIdleTimeout(IDLE_SECONDS).setIdleTimeoutUnit(TimeUnit.SECONDS);
        }
        servers.forEach(server -> server.setConnectTimeout(PATIENCE_MILLIS));
        return PgBuilder.pool()
                .with(options)
                .connectingTo(() -> best(input.vertx(), servers))
                .using(input.vertx())
                .build();
    }

    /**
     * Where and as whom to migrate: as configured, or as the owner of the database of this process, which is asked for when
     * it is there.
     */
    public Flyway migrating(Flyway configured) {
        if (!EmbeddedDatabase.isServed()) {
            return configured;
        }
        var url = embeddedUrl(DatabaseUrlSource.OWNER_URL);
        return Flyway.configure()
                .configuration(configured.getConfiguration())
                .dataSource(url.jdbcUrl(), url.user(), url.password().orElseThrow())
                .load();
    }

    /** A database of this process may start after the service, and then with another port and password than before. */
    private static Future<SqlConnectOptions> embedded(PgConnectOptions configured) {
        return EmbeddedDatabase.trouble()
                .map(sentence -> Future.<SqlConnectOptions>failedFuture(new NoDatabaseException(sentence)))
                .orElseGet(() -> {
                    var url = embeddedUrl(DatabaseUrlSource.URL);
                    return Future.succeededFuture(new PgConnectOptions(configured)
                            .setPort(url.servers().get(0).port())
                            .setUser(url.user())
                            .setPassword(url.password().orElseThrow()));
                });
    }

    private static DatabaseUrl embeddedUrl(String property) {
        return DatabaseUrl.parse(System.getProperty(property));
    }

    /** Asks all at once. */
    private static Future<SqlConnectOptions> best(Vertx vertx, List<PgConnectOptions> servers) {
        Promise<SqlConnectOptions> best = Promise.promise();
        var answers = servers.stream().map(server -> isPrimary(vertx, server)).toList();
        for (int i = 0; i < servers.size(); i++) {
            var server = servers.get(i);
            answers.get(i).onSuccess(primary -> {
                if (primary) {
                    best.tryComplete(server);
                }
            });
        }
        Future.join(answers).onComplete(all -> {
            for (int i = 0; i < servers.size(); i++) {
                if (answers.get(i).succeeded()) {
                    best.tryComplete(servers.get(i));
                }
            }
            best.tryFail(answers.get(0).cause());
        });
        return best.future();
    }

    private static Future<Boolean> isPrimary(Vertx vertx, PgConnectOptions server) {
        return PgConnection.connect(vertx, server)
                .flatMap(connection -> connection
                        .query("SELECT NOT pg_is_in_recovery()")
                        .execute()
                        .map(rows -> rows.iterator().next().getBoolean(0))
                        // Also when the answer comes too late.
                        .eventually(() -> connection.close()))
                .timeout(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
    }
}
