package dev.gatehouse.engine;

import dev.gatehouse.engine.model.Listener;
import dev.gatehouse.engine.snapshot.CompiledListener;
import dev.gatehouse.engine.snapshot.DataPath;
import dev.gatehouse.engine.snapshot.PrepareFailed;
import dev.gatehouse.engine.snapshot.Snapshot;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The data path of an embedded gateway: where a listener's port is taken at the start, a free one stands in for it as long
 * as the process runs. The configuration stays as it is; the status shows where the listener really is.
 */
final class FreePorts implements DataPath {
    private static final Logger LOG = LoggerFactory.getLogger(FreePorts.class);

    private final DataPath inner;
    private final Map<InetSocketAddress, Integer> standIns = new HashMap<>();
    private boolean started;

    FreePorts(DataPath inner) {
        this.inner = inner;
    }

    @Override
    public Prepared prepare(Snapshot next) throws PrepareFailed {
        Map<String, CompiledListener> listeners = new LinkedHashMap<>();
        next.listeners().forEach((name, listener) -> listeners.put(name, moved(listener)));
        started = true;
        return inner.prepare(new Snapshot(
                next.revision(),
                next.configuration(),
                Map.copyOf(listeners),
                next.certificates(),
                next.table(),
                next.routes(),
                next.upstreams()));
    }

    @Override
    public Map<String, InetSocketAddress> bindings() {
        return inner.bindings();
    }

    @Override
    public void targetsChanged() {
        inner.targetsChanged();
    }

    private CompiledListener moved(CompiledListener compiled) {
        Listener listener = compiled.listener();
        InetSocketAddress wanted = new InetSocketAddress(InetAddress.ofLiteral(listener.address()), listener.port());
        if (!started && listener.port() != 0 && taken(wanted)) {
            int free = free(wanted.getAddress());
            standIns.put(wanted, free);
            LOG.warn(
                    "Port {} of the listener {} is taken; it uses {} this time",
                    listener.port(),
                    compiled.name(),
                    free);
        }
        Integer standIn = standIns.get(wanted);
        return standIn == null ? compiled : compiled.at(standIn);
    }

    static boolean taken(InetSocketAddress address) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(address);
            return false;
        } catch (IOException e) {
            return true;
        }
    }

    private static int free(InetAddress address) {
        try (ServerSocket socket = new ServerSocket(0, 1, address)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            return 0;
        }
    }
}
