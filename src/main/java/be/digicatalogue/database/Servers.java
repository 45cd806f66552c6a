package be.digicatalogue.database;

import io.quarkus.reactive.pg.client.PgPoolCreator;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.PgConnection;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnectOptions;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.flywaydb.core.Flyway;

/**
 * The PostgreSQL servers of the catalogue. Connections go to the primary; while there is none, to the first replica that
 * responds. By default the Vert.x client would use all servers in turn, including dead ones.
 */
@Singleton
public class Servers implements PgPoolCreator {

    /** A server that has not reported its role within this time counts as unreachable. */
    private static final int PATIENCE_MILLIS = 3_000;

    /** Less than the polling interval of a replica, so that each poll finds a primary that has returned. */
    private static final int IDLE_SECONDS = 1;

    /** How long work waits for a connection of the pool. */
    private static final int LONGEST_WAIT_SECONDS = 5;

    /** Longer than any statement may take; a connection on which nothing arrives for so long is dead, and is closed. */
    private static final int LONGEST_SILENCE_SECONDS = 120;

    private volatile boolean several;

    /** True when there are several servers, so that being connected to a replica is not the intended state. */
    public boolean areSeveral() {
        return several;
    }

    void start(@Observes StartupEvent event) {
        EmbeddedDatabase.inUse(true);
    }

    /** All requests have been answered. */
    void stop(@Observes ShutdownEvent event) {
        EmbeddedDatabase.inUse(false);
    }

    @Override
    public Pool create(Input input) {
        var servers = input.pgConnectOptionsList();
        var options = input.poolOptions();
        options.setConnectionTimeout(LONGEST_WAIT_SECONDS).setConnectionTimeoutUnit(TimeUnit.SECONDS);
        servers.forEach(server -> server.setReadIdleTimeout(LONGEST_SILENCE_SECONDS)
                .setIdleTimeoutUnit(TimeUnit.SECONDS)
                .setConnectTimeout(PATIENCE_MILLIS));
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
        return PgBuilder.pool()
                .with(options)
                .connectingTo(() -> best(input.vertx(), servers))
                .using(input.vertx())
                .build();
    }

    /** The login for migrations: as configured, or the owner of the database of this process, once it is available. */
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

    /** A database of this process may start after the service, with another port and password than before. */
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

    /** Connects to all servers at once. */
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
                        // Also when the response comes too late.
                        .eventually(() -> connection.close()))
                .timeout(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
    }
}
