package dev.gatehouse.engine.admin;

import java.net.InetSocketAddress;

/**
 * How the Admin API is served.
 *
 * @param address where it listens; port 0 takes any free one
 * @param token what a client must present
 * @param openMetrics true if {@code /metrics} asks for no token
 */
public record AdminSettings(InetSocketAddress address, String token, boolean openMetrics) {
    @Override
    public String toString() {
        return "AdminSettings[" + address + "]";
    }
}
