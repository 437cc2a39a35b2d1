package dev.gatehouse.engine.snapshot;

import java.net.InetSocketAddress;
import java.util.Map;

/** What serves a snapshot: the port between the control plane and the sockets. */
public interface DataPath {
    /**
     * Makes everything ready for a snapshot (binds what is new) without touching what runs. Blocks.
     *
     * @throws PrepareFailed if it cannot be served; nothing has changed
     */
    Prepared prepare(Snapshot next) throws PrepareFailed;

    /** Where the listeners of the running snapshot take connections, by name. */
    Map<String, InetSocketAddress> bindings();

    /** Targets of the running snapshot have come or gone: connections to those that are gone are given up. */
    void targetsChanged();

    /** A snapshot that is ready to run. Exactly one of the two methods is called, once. */
    interface Prepared {
        /** Serves the snapshot from now on; each request sees exactly one. What is no longer needed drains. */
        void swap();

        /** Lets go of what was made ready. */
        void abort();
    }
}
