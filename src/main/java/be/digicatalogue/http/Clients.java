package be.digicatalogue.http;

import io.netty.handler.ipfilter.IpFilterRuleType;
import io.netty.handler.ipfilter.IpSubnetFilterRule;
import io.netty.util.NetUtil;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Identifies clients by their IP address. A forwarding header counts only as far as trusted proxies wrote it, so that nobody
 * can impersonate another client: the client is the last address, read from the end, that is not a trusted proxy.
 */
@ApplicationScoped
public class Clients {

    /** A connection at home or a phone usually has a network of this length, and may use any address in it. */
    private static final int NETWORK_BYTES = 8;

    private static final String FORWARDED_FOR = "X-Forwarded-For";

    private final List<IpSubnetFilterRule> trusted;

    /** The proxies that Quarkus trusts as well; the setting accepts addresses and networks, such as 10.0.0.0/8. */
    Clients(@ConfigProperty(name = "quarkus.http.proxy.trusted-proxies") Optional<List<String>> trusted) {
        this.trusted = trusted.orElse(List.of()).stream().map(Clients::rule).toList();
    }

    /** @throws IllegalArgumentException when one of these, separated by commas, is neither an address nor a network */
    public static void checkProxies(String proxies) {
        List.of(proxies.split(",")).forEach(Clients::rule);
    }

    private static IpSubnetFilterRule rule(String written) {
        try {
            var parts = written.strip().split("/", 2);
            var address =
                    parts.length == 1 ? literal(parts[0]) : NetUtil.createInetAddressFromIpAddressString(parts[0]);
            if (address == null) {
                address = InetAddress.getByName(parts[0]);
            }
            int bits = parts.length == 1 ? address.getAddress().length * Byte.SIZE : Integer.parseInt(parts[1]);
            return new IpSubnetFilterRule(address, bits, IpFilterRuleType.ACCEPT);
        } catch (UnknownHostException | IllegalArgumentException e) {
            throw new IllegalArgumentException(written + " is neither an address nor a network", e);
        }
    }

    /** The IPv4 address, or the IPv6 network, of a client. */
    public String of(HttpServerRequest request) {
        var peer = request.connection().remoteAddress();
        var address = peer == null || peer.hostAddress() == null ? null : literal(peer.hostAddress());
        if (address == null) {
            return "unknown";
        }
        if (isTrusted(address)) {
            var hops = String.join(",", request.headers().getAll(FORWARDED_FOR)).split(",");
            for (int i = hops.length - 1; i >= 0 && isTrusted(address); i--) {
                var hop = literal(hops[i].strip());
                if (hop == null) {
                    break;
                }
                address = hop;
            }
        }
        return key(address);
    }

    private static String key(InetAddress address) {
        return address instanceof Inet6Address
                ? NetUtil.bytesToIpAddress(Arrays.copyOf(Arrays.copyOf(address.getAddress(), NETWORK_BYTES), 16))
                : address.getHostAddress();
    }

    private boolean isTrusted(InetAddress address) {
        var socket = new InetSocketAddress(address, 0);
        return trusted.stream().anyMatch(rule -> rule.matches(socket));
    }

    /** An address without its port; {@code null} when it is not an address, such as a name. */
    private static InetAddress literal(String written) {
        var address = written;
        if (address.startsWith("[")) {
            address = address.substring(1, Math.max(1, address.indexOf(']')));
        } else if (address.indexOf(':') == address.lastIndexOf(':') && address.indexOf(':') > 0) {
            address = address.substring(0, address.indexOf(':'));
        }
        return NetUtil.createInetAddressFromIpAddressString(address);
    }
}
