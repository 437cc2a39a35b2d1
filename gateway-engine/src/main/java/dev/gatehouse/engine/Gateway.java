package dev.gatehouse.engine;

import dev.gatehouse.engine.admin.AdminServer;
import dev.gatehouse.engine.admin.AdminSettings;
import dev.gatehouse.engine.admin.health.HealthEndpoints;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;

/** A running gateway. Several may run in one process, each with a data directory of its own. */
public final class Gateway implements AutoCloseable {
    /** The program's version. */
    public static final String VERSION = "0.1.0";

    private final AdminServer admin;
    private final String token;

    private Gateway(AdminServer admin, String token) {
        this.admin = admin;
        this.token = token;
    }

    /**
     * Starts a gateway; returns when its listeners and its Admin API take connections.
     *
     * @throws StartFailed if it cannot start; nothing is left running
     */
    public static Gateway start(GatewayOptions options) throws StartFailed {
        InetSocketAddress address = options.admin() == null
                ? new InetSocketAddress(InetAddress.getLoopbackAddress(), options.takeFreePorts() ? 0 : 8001)
                : options.admin();
        byte[] secret = new byte[24];
        new SecureRandom().nextBytes(secret);
        String token = HexFormat.of().formatHex(secret);
        AdminServer admin = AdminServer.start(
                new AdminSettings(address, token, true), new HealthEndpoints(() -> true).all(), VERSION);
        return new Gateway(admin, token);
    }

    /** The revision that is served. */
    public int revision() {
        return 0;
    }

    /** Where the Admin API listens. */
    public InetSocketAddress adminAddress() {
        return admin.address();
    }

    /** The administrator's token. */
    public String token() {
        return token;
    }

    /** Where the listeners of the active revision take connections, by name. */
    public Map<String, InetSocketAddress> listeners() {
        return Map.of();
    }

    /** Stops: takes no new requests, waits at most ten seconds for those in flight. Never throws, may be repeated. */
    @Override
    public void close() {
        admin.close();
    }
}
