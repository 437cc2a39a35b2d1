package dev.gatehouse.engine.http;

import java.net.InetAddress;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Where connections come in. Stays the same as long as the sockets do, whatever their listener is called meanwhile: what a
 * connection asks is which listener its entrance leads to now. Counts the connections of each address while there is a limit.
 */
final class Entrance {
    private final Map<InetAddress, Integer> connections = new ConcurrentHashMap<>();

    /** Counts a connection in; false if its address has as many as it may. */
    boolean enter(InetAddress address, int most) {
        if (connections.merge(address, 1, Integer::sum) <= most) {
            return true;
        }
        leave(address);
        return false;
    }

    /** Counts a connection out; once for each that entered. */
    void leave(InetAddress address) {
        connections.computeIfPresent(address, (_, count) -> count == 1 ? null : count - 1);
    }
}
