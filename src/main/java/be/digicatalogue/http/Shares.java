package be.digicatalogue.http;

import io.vertx.core.http.HttpServerRequest;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.LongStream;

/**
 * A limited resource that requests hold for long, shared fairly among clients. A client may use any part of it while it is
 * available. When it is used up, the same amount again is reserved for clients that hold less than another client, and half
 * as much for connections that hold less than another connection of their client. A client gets only a part of the remaining
 * reserve, so that it lasts for many.
 */
public final class Shares {

    private final Clients clients;
    private final long most;
    /** By client and by connection. */
    private final Map<String, Map<Object, Long>> held = new HashMap<>();

    private long taken;

    /** @param most the size of the resource, in places or bytes */
    public Shares(Clients clients, long most) {
        this.clients = clients;
        this.most = most;
    }

    /** The amount that a request holds until it releases it; releasing it twice has no effect. */
    public final class Share {

        private final String client;
        private final Object connection;
        private final long amount;
        private final AtomicBoolean over = new AtomicBoolean();

        private Share(String client, Object connection, long amount) {
            this.client = client;
            this.connection = connection;
            this.amount = amount;
        }

        public void giveBack() {
            if (over.compareAndSet(false, true)) {
                add(client, connection, -amount);
            }
        }
    }

    /** One place for a request; empty when none is available for it at the moment. */
    public Optional<Share> take(HttpServerRequest request) {
        return take(request, 1);
    }

    /** Any amount for a request. When nothing is held, the request gets whatever it needs. */
    public synchronized Optional<Share> take(HttpServerRequest request, long amount) {
        var client = clients.of(request);
        var connection = request.connection();
        if (taken > 0 && taken + amount > most && !isGrantedBeyond(client, connection, amount)) {
            return Optional.empty();
        }
        add(client, connection, amount);
        return Optional.of(new Share(client, connection, amount));
    }

    private boolean isGrantedBeyond(String client, Object connection, long amount) {
        var own = held.getOrDefault(client, Map.of());
        return isGranted(sum(own) + amount, held.values().stream().mapToLong(Shares::sum), 2 * most - taken)
                || isGranted(
                        own.getOrDefault(connection, 0L) + amount,
                        own.values().stream().mapToLong(Long::longValue),
                        most + most / 2 - taken);
    }

    private static boolean isGranted(long would, LongStream others, long left) {
        return would <= left && others.anyMatch(other -> other > would);
    }

    private static long sum(Map<Object, Long> byConnection) {
        return byConnection.values().stream().mapToLong(Long::longValue).sum();
    }

    private synchronized void add(String client, Object connection, long amount) {
        taken += amount;
        var own = held.computeIfAbsent(client, first -> new HashMap<>());
        own.merge(connection, amount, (a, b) -> a + b == 0 ? null : a + b);
        if (own.isEmpty()) {
            held.remove(client);
        }
    }

    /** The total amount that is held. */
    public synchronized long taken() {
        return taken;
    }
}
