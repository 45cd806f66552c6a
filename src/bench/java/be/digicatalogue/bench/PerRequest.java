package be.digicatalogue.bench;

import be.digicatalogue.database.DatabaseUrlSource;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * The same question the usual way: PostgreSQL finds the rows and writes the JSON for each request, with an index, a prepared
 * statement and no more columns than needed. {@code GET /bench/database} tells where the database is, for what else is compared.
 */
@ApplicationScoped
public class PerRequest {

    private static final String PARTNERS = """
            SELECT coalesce(json_agg(json_build_object('id', o.id, 'name', o.name, 'kind', o.kind, 'website', o.website)
                ORDER BY m.position), '[]')::text
            FROM consortium_member AS m JOIN organisation AS o ON o.id = m.organisation
            WHERE m.province = $1 AND m.role <> 'lead'""";

    private final Pool pool;

    PerRequest(Pool pool) {
        this.pool = pool;
    }

    void register(@Observes Router router) {
        router.get("/bench/per-request").order(-1_000_000).handler(this::partners);
        router.get("/bench/database")
                .order(-1_000_000)
                .handler(request -> request.end(System.getProperty(DatabaseUrlSource.OWNER_URL)));
    }

    private void partners(RoutingContext request) {
        pool.preparedQuery(PARTNERS)
                .execute(Tuple.of(request.request().getParam("province")))
                .onSuccess(rows -> request.response()
                        .putHeader("Content-Type", "application/json")
                        .end(rows.iterator().next().getString(0)))
                .onFailure(request::fail);
    }
}
